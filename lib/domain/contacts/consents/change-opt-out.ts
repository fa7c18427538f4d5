import { auditOrders, listAuditEntries } from "@/db/queries/audit/audit-log";
import { findContact } from "@/db/queries/contacts/find-contact";
import { type FormerConsent, lockConsent, restoreConsent } from "@/db/queries/contacts/opt-outs";
import { upsertConsents } from "@/db/queries/contacts/upsert-contacts";
import type { Channel } from "@/lib/domain/channels/channel";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";

type Word = { contactId: string; channel: Channel };

const source = "unsubscribe_link";

/**
 * A person's own word about marketing on one channel, given through the link in a message, or its taking back. Whoever
 * was deleted is written to no more, whatever they say.
 */
export async function changeOptOut(
  ctx: WorkspaceContext,
  { isOptedOut, ...word }: Word & { isOptedOut: boolean },
): Promise<void> {
  ctx.require("contacts.write");
  const contact = await findContact(ctx.scope, word.contactId);
  if (!contact) return;
  await ctx.transaction((tx) => (isOptedOut ? optOut(tx, word) : undoOptOut(tx, word)));
}

async function optOut(tx: TransactionContext, word: Word): Promise<void> {
  const before = await lockConsent(tx.scope, word);
  const consent = { ...word, category: "marketing", status: "denied", source, occurredAt: tx.now() };
  const changed = await upsertConsents(tx.scope, [consent]);
  if (changed.length === 0 && before?.status !== "denied")
    throw conflict("This could not be noted. Try again in a minute.", { reason: "opt_out_not_noted" });
  if (before?.status === "denied" && before.source === source) return;
  await tx.audit("contact.opted_out", target(word), {
    before: { channel: word.channel, consent: before ? formerOf(before) : null },
    after: { channel: word.channel },
  });
}

const target = ({ contactId }: Word) => ({ kind: "contact", id: contactId });

const formerOf = ({ status, source, occurredAt }: { status: string; source: string; occurredAt: Date }) => ({
  status,
  source,
  occurredAt: occurredAt.toISOString(),
});

/** Nothing to undo where something else was said since. A yes that was never given is not made of it. */
async function undoOptOut(tx: TransactionContext, word: Word): Promise<void> {
  const now = await lockConsent(tx.scope, word);
  if (now?.status !== "denied" || now.source !== source) return;
  const former = await findFormer(tx, word);
  await restoreConsent(tx.scope, word, former);
  await tx.audit("contact.opt_out_undone", target(word), {
    after: { channel: word.channel, consent: former },
  });
}

async function findFormer(
  tx: TransactionContext,
  { contactId, channel }: Word,
): Promise<FormerConsent | null> {
  const entries = await listAuditEntries(
    tx.scope,
    { targetId: contactId, action: ["contact.opted_out"] },
    auditOrders["-created_at"],
    { limit: 50, offset: 0, after: undefined },
  );
  const last = entries.find(({ before }) => before?.channel === channel);
  return (last?.before?.consent as FormerConsent | null | undefined) ?? null;
}
