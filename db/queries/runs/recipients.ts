import type { WorkspaceScope } from "@/db/scope";

export type RecipientClue = { index: number; contactId: string | null; externalId: string | null };

export type FoundRecipient = { index: number; contactId: string; externalId: string | null };

export async function findRecipients(
  scope: WorkspaceScope,
  clues: RecipientClue[],
): Promise<FoundRecipient[]> {
  return scope.sql<FoundRecipient>`
    select r.index, c.id as contact_id, c.external_id
    from jsonb_to_recordset(${scope.json(clues)}) as r(index int, "contactId" uuid, "externalId" text)
    join contacts c on c.workspace_id = ${scope.id} and c.erased_at is null
      and (c.id = r."contactId" or (r."contactId" is null and c.external_id = r."externalId"))
    order by r.index`;
}

type Recipient = { contactId: string; variables: Record<string, unknown> | null };

/** Notifications and the one chunk of a run whose people are named, not filtered. */
export async function insertRecipients(
  tx: WorkspaceScope,
  runId: string,
  recipients: Recipient[],
): Promise<void> {
  await tx.sql`
    with added as (
      insert into notifications (workspace_id, run_id, contact_id, variables)
      select ${tx.id}, ${runId}, r."contactId", r.variables
      from jsonb_to_recordset(${tx.json(recipients)}) as r("contactId" uuid, variables jsonb)
      returning contact_id),
    ordered as (select contact_id from added order by contact_id desc limit 1)
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size)
    select ${tx.id}, ${runId}, 1, '00000000-0000-0000-0000-000000000000', contact_id, ${recipients.length} from ordered`;
}
