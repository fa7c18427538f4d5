import type { PreviewPerson } from "@/components/content/preview/person-picker";
import type { Provider } from "../api";

export type RecipientMode = "device" | "contact" | "address";

export type TrialRecipient = { mode: RecipientMode; address: string; contact: PreviewPerson };

/** A sandbox has devices of its own; a browser is reachable only through the contact that holds its keys. */
export function modesOf({ isSandbox, channel }: Provider): readonly [RecipientMode, ...RecipientMode[]] {
  if (isSandbox) return channel === "web_push" ? ["device", "contact"] : ["device", "contact", "address"];
  return channel === "web_push" ? ["contact"] : ["address", "contact"];
}

export const firstMode = (provider: Provider): RecipientMode => modesOf(provider)[0];

export function recipientOf({ mode, address, contact }: TrialRecipient): { to?: string; contactId?: string } {
  if (mode === "address" && address.trim() !== "") return { to: address.trim() };
  return mode === "contact" && contact ? { contactId: contact.id } : {};
}
