import { maskAddress } from "@/lib/domain/contacts/unsubscribe/mask-address";

/** Stands where something was that is nobody's to read. */
export const hidden = "[hidden]";

const secretWords =
  /authorization|token|secret|passw|pwd|signature|credential|p256dh|privatekey|cookie|bearer|sealed|otp$|pin(code)?$|cvv|cardnumber|^iban$/;
const secretEnds =
  /(^|api|access|private|signing|encryption|server|service|account|public|master|client|webhook)keys?$|auth$/;

/** Whether a field of this name holds what opens something. */
export function namesSecret(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "");
  return secretWords.test(plain) || secretEnds.test(plain);
}

const secretTexts: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, hidden],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${hidden}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, hidden],
  [/\bpp_[a-z]+_[\w-]{8,}/g, hidden],
  [/(\w+:\/\/)[^\s/@:]+:[^\s/@]+@/g, `$1${hidden}@`],
  [
    /\b((?:[\w-]*(?:token|secret|password|signature|api_?key)|auth|sig|key)["']?\s*[=:]\s*["']?)[^\s"'&,;}]{4,}/gi,
    `$1${hidden}`,
  ],
];

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /(?<![\w-])\+\d{8,15}(?![\w-])/g;

export type Redaction = { hidesAddresses: boolean };

/** A text without what opens something; without addresses of people where the reader may not see people. */
export function redactText(text: string, { hidesAddresses }: Redaction): string {
  const open = secretTexts.reduce((so, [pattern, instead]) => so.replace(pattern, instead), text);
  if (!hidesAddresses) return open;
  return open
    .replace(email, (address) => maskAddress("email", address) ?? hidden)
    .replace(phone, (address) => maskAddress("sms", address) ?? hidden);
}

/** The same for a value, field by field. */
export function redactValue(value: unknown, redaction: Redaction): unknown {
  if (typeof value === "string") return redactText(value, redaction);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redaction));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      redactText(key, redaction),
      namesSecret(key) && item !== null && item !== "" ? hidden : redactValue(item, redaction),
    ]),
  );
}
