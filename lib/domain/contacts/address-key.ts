import type { Channel } from "@/lib/domain/channels/channel";
import { foldEmail } from "@/lib/domain/users/user";

/** The key under which an address, or the beginning of one, exists once in a workspace: known, held, suppressed. */
export const addressKeyOf = (channel: Channel, address: string): string =>
  channel === "email" ? foldEmail(address) : address.trim();
