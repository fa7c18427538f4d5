import { expect, it } from "vitest";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import { parseAddress } from "./address";
import { addressKeyOf } from "./address-key";

const typed: Partial<Record<Channel, string>> = {
  email: " Ayse@Firma.Example ",
  sms: "0532 123 45 67",
  whatsapp: "+90 532 123 45 67",
  web_push: " https://push.example/Ab ",
};

it.each(channels)("an address of %s is found again under the key it is stored with", (channel) => {
  const parsed = parseAddress(channel, typed[channel] ?? " Ab:Cd ", null);
  if ("problem" in parsed) throw new Error(parsed.problem);
  expect(addressKeyOf(channel, parsed.address)).toBe(parsed.addressKey);
  expect(addressKeyOf(channel, parsed.addressKey)).toBe(parsed.addressKey);
});

it("an e-mail address is one whatever its case", () => {
  expect(addressKeyOf("email", " Ayse@FIRMA.example")).toBe(addressKeyOf("email", "ayse@firma.example"));
});
