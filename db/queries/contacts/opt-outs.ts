import type { WorkspaceScope } from "@/db/scope";
import type { ConsentRow } from "./contact-row";

type Word = { contactId: string; channel: string };
export type FormerConsent = { status: string; source: string; occurredAt: string };

/** What somebody said of marketing on a channel; it stays so until the transaction ends. */
export async function lockConsent(
  tx: WorkspaceScope,
  { contactId, channel }: Word,
): Promise<ConsentRow | undefined> {
  const rows = await tx.sql<ConsentRow>`
    select * from consents where workspace_id = ${tx.id} and contact_id = ${contactId} and channel = ${channel}
      and category = 'marketing' for update`;
  return rows[0];
}

/** Puts back what was there before; null: nothing. */
export async function restoreConsent(
  tx: WorkspaceScope,
  { contactId, channel }: Word,
  former: FormerConsent | null,
): Promise<void> {
  const here = tx.fragment`workspace_id = ${tx.id} and contact_id = ${contactId} and channel = ${channel}
    and category = 'marketing'`;
  if (!former) await tx.sql`delete from consents where ${here}`;
  else
    await tx.sql`
      update consents set status = ${former.status}, source = ${former.source},
        occurred_at = least(${former.occurredAt}::timestamptz, now())
      where ${here}`;
}
