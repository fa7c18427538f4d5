import { AsYouType } from "libphonenumber-js/max";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import { phoneCountryDefault } from "./address";
import { addressKeyOf } from "./address-key";
import { foldText } from "./contact";

export type ContactSearch = {
  /** Each somewhere in the name, in any order. */
  nameWords: string[];
  idStart: string;
  /** How the address of each channel would begin. */
  addressStarts: { channel: Channel; start: string }[];
};

const phoneDigitsMin = 3;

/** What somebody types to find people: parts of names, an id, an address, a phone as it is spoken. */
export function readContactSearch(text: string): ContactSearch {
  const trimmed = text.trim();
  const phone = phoneStartOf(trimmed);
  const startOf = (channel: Channel): string => {
    const isPhone = channel === "sms" || channel === "whatsapp";
    return addressKeyOf(channel, isPhone ? (phone ?? trimmed) : trimmed);
  };
  return {
    nameWords: foldText(trimmed).split(" "),
    idStart: trimmed.toLowerCase(),
    addressStarts: channels.map((channel) => ({ channel, start: startOf(channel) })),
  };
}

/** The domain that is meant by `@example.com`; parts of it count while it is typed. */
export function readDomainSearch(text: string): string | undefined {
  const [domain] = /^@[^\s@]+$/.exec(text.trim()) ?? [];
  return domain && addressKeyOf("email", domain);
}

/** How the stored form, E.164, of a number with these digits begins. */
function phoneStartOf(text: string): string | undefined {
  const isPhone = /^'?\+?[\d\s().\-/]+$/.test(text);
  const digits = text.replace(/\D/g, "");
  if (!isPhone || digits.length < phoneDigitsMin) return undefined;
  const phone = new AsYouType(phoneCountryDefault);
  phone.input(text.replace(/^'/, ""));
  return phone.getNumberValue();
}
