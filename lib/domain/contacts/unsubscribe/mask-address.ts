import type { Channel } from "@/lib/domain/channels/channel";

/** What its holder knows an address by; undefined where nobody knows it by heart, as with tokens. */
export function maskAddress(channel: Channel, address: string): string | undefined {
  if (channel === "email") {
    const at = address.lastIndexOf("@");
    return `${address.slice(0, Math.min(1, at))}•••${address.slice(at)}`;
  }
  if (channel === "sms" || channel === "whatsapp") return `${address.slice(0, 3)} ••• ${address.slice(-2)}`;
  return undefined;
}
