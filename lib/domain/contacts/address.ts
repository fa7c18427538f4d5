import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Channel } from "@/lib/domain/channels/channel";
import { addressKeyOf } from "./address-key";

export type ParsedAddress = { address: string; addressKey: string };

export type AddressProblem = {
  problem: "invalid_email" | "invalid_phone" | "too_long" | "empty" | "invalid_endpoint";
};

const addressLengthMax = 4_096;
/** Of numbers without a country, when nothing says whose they are. */
export const phoneCountryDefault = "TR" satisfies CountryCode;
const emailPattern =
  /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/** The address as it is sent to, and the key under which it exists once; or why it cannot be one. */
export function parseAddress(
  channel: Channel,
  text: string,
  country: string | null,
): ParsedAddress | AddressProblem {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "empty" };
  if (trimmed.length > addressLengthMax) return { problem: "too_long" };
  if (channel === "email") return parseEmail(trimmed);
  if (channel === "sms" || channel === "whatsapp") return parsePhone(channel, trimmed, country);
  if (channel === "web_push" && !URL.canParse(trimmed)) return { problem: "invalid_endpoint" };
  return toParsed(channel, trimmed);
}

const toParsed = (channel: Channel, address: string): ParsedAddress => ({
  address,
  addressKey: addressKeyOf(channel, address),
});

function parseEmail(text: string): ParsedAddress | AddressProblem {
  if (!emailPattern.test(text)) return { problem: "invalid_email" };
  return toParsed("email", text);
}

function parsePhone(channel: Channel, text: string, country: string | null): ParsedAddress | AddressProblem {
  // A leading apostrophe is how spreadsheets (and our own export) keep a number from becoming a formula.
  const digits = text.replace(/^'/, "");
  const phone = parsePhoneNumberFromString(digits, (country ?? phoneCountryDefault) as CountryCode);
  if (!phone?.isValid()) return { problem: "invalid_phone" };
  return toParsed(channel, phone.number);
}
