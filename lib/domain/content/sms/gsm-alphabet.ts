/** 3GPP TS 23.038 default alphabet: one septet each. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** Its extension table: an escape and a septet. */
const extended = "\f^{}\\[~]|€";

const septets = new Map<string, 1 | 2>([
  ...[...basic].map((sign) => [sign, 1] as const),
  ...[...extended].map((sign) => [sign, 2] as const),
]);

/** Septets of one character; undefined when only Unicode can carry it. */
export const septetsOf = (character: string): 1 | 2 | undefined => septets.get(character);
