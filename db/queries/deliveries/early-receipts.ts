import type { WorkspaceScope } from "@/db/scope";
import type { DeliveryReceipt } from "@/lib/domain/deliveries/receipt";
import { toldBy } from "./receipts";

/** Keeps receipts until what they are about is written. Repeats change nothing. */
export async function keepEarlyReceipts(scope: WorkspaceScope, receipts: DeliveryReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await scope.sql`
    insert into early_receipts (workspace_id, provider_message_id, type, code, occurred_at)
    select ${scope.id}, r."providerMessageId", r.type, r.code, r."occurredAt"
    from jsonb_to_recordset(${scope.json(receipts)})
      as r("providerMessageId" text, type text, code text, "occurredAt" timestamptz)
    on conflict do nothing`;
}

/** Those about messages that are written by now. */
export async function listEarlyReceipts(
  scope: WorkspaceScope,
  providerMessageIds: string[],
): Promise<DeliveryReceipt[]> {
  return scope.sql<DeliveryReceipt>`
    select e.provider_message_id, e.type, e.code, e.occurred_at from early_receipts e
    where e.workspace_id = ${scope.id} and e.provider_message_id = any(${providerMessageIds}::text[])
      and exists (select 1 from deliveries d where ${toldBy(scope, scope.fragment`e.provider_message_id`)})`;
}

export async function dropEarlyReceipts(scope: WorkspaceScope, receipts: DeliveryReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await scope.sql`
    delete from early_receipts e using jsonb_to_recordset(${scope.json(receipts)}) as r("providerMessageId" text, type text)
    where e.workspace_id = ${scope.id} and e.provider_message_id = r."providerMessageId" and e.type = r.type`;
}
