import { findContact } from "@/db/queries/contacts/find-contact";
import { upsertConsents } from "@/db/queries/contacts/upsert-contacts";
import type { Channel } from "@/lib/domain/channels/channel";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

type OptOut = { contactId: string; channel: Channel; isOptedOut: boolean };

/** A person's own word about marketing on one channel, given through the link in a message. */
export async function changeOptOut(
  ctx: WorkspaceContext,
  { contactId, channel, isOptedOut }: OptOut,
): Promise<void> {
  ctx.require("contacts.write");
  const contact = await findContact(ctx.scope, contactId);
  if (!contact) throw notFound();
  await ctx.transaction(async (tx) => {
    const status = isOptedOut ? "denied" : "granted";
    const consent = {
      contactId,
      channel,
      category: "marketing",
      status,
      source: "unsubscribe_link",
      occurredAt: ctx.now(),
    };
    await upsertConsents(tx.scope, [consent]);
    await tx.audit(
      isOptedOut ? "contact.opted_out" : "contact.opted_in",
      { kind: "contact", id: contactId },
      { after: { channel } },
    );
  });
}
