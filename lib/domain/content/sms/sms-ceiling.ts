import { type SmsCount, smsCharactersMax, smsUnitsOfThreeParts } from "./sms-segments";

export type SmsCeiling = { count: number; max: number; excess: "none" | "parts" | "cap" };

/** Which limit a text is measured by: what three parts hold in its encoding, and past the cap on characters that cap. */
export function smsCeiling({
  encoding,
  characters,
  units,
}: Pick<SmsCount, "encoding" | "characters" | "units">): SmsCeiling {
  if (characters > smsCharactersMax) return { count: characters, max: smsCharactersMax, excess: "cap" };
  const max = smsUnitsOfThreeParts[encoding];
  return { count: units, max, excess: units > max ? "parts" : "none" };
}
