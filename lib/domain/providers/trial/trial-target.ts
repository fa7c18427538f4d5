import { findContact, listSubscriptionsOf } from "@/db/queries/contacts/find-contact";
import type { Channel } from "@/lib/domain/channels/channel";
import { parseAddress } from "@/lib/domain/contacts/address";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, unprocessable } from "@/lib/platform/errors";
import { mintSandboxDevice } from "../sandbox/mint-sandbox-device";

export type TrialTarget = { address: string; keys: { p256dh: string; auth: string } | null };

export type TrialRecipient = { to?: string | undefined; contactId?: string | undefined };

/** Who gets the test: an address, a contact's newest one, or on a sandbox a device of its own. */
export async function findTrialTarget(
  ctx: WorkspaceContext,
  provider: { channel: Channel; isSandbox: boolean },
  { to, contactId }: TrialRecipient,
): Promise<TrialTarget> {
  if (to !== undefined && contactId !== undefined)
    throw invalidField("to", "Give either `to` or `contact_id`.");
  if (contactId !== undefined) return findContactTarget(ctx, provider.channel, contactId);
  if (to !== undefined) return parseTarget(provider.channel, to);
  if (provider.isSandbox) return mintSandboxDevice(ctx.workspaceId, provider.channel);
  throw invalidField("to", "Say who should get the test: `to` or `contact_id`.", "required");
}

/** An address that somebody typed; `addressKey` is the one it is suppressed under. */
export function parseTarget(channel: Channel, to: string): TrialTarget & { addressKey: string } {
  if (channel === "web_push") {
    throw invalidField(
      "to",
      "A browser needs its keys: choose a contact that has subscribed.",
      "needs_contact",
    );
  }
  const parsed = parseAddress(channel, to, null);
  if ("problem" in parsed) throw invalidField("to", "This address cannot be written to.", parsed.problem);
  return { ...parsed, keys: null };
}

async function findContactTarget(
  ctx: WorkspaceContext,
  channel: Channel,
  contactId: string,
): Promise<TrialTarget> {
  const contact = await findContact(ctx.scope, contactId);
  if (!contact) throw invalidField("contact_id", "There is no such contact.", "not_found");
  if (channel === "in_app") return { address: contactId, keys: null };
  const subscriptions = await listSubscriptionsOf(ctx.scope, [contactId]);
  const found = subscriptions.findLast((known) => known.channel === channel && known.status === "active");
  if (found) return { address: found.address, keys: found.keys };
  throw unprocessable("This contact has no address on this channel.", {
    reason: "no_endpoint",
    errors: [
      { pointer: "contact_id", code: "no_endpoint", detail: "This contact has no address on this channel." },
    ],
  });
}
