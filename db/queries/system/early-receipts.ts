import type { SystemScope } from "@/db/scope";

/** Receipts that wait although their message is written: its writer went away, or its person was still being tried. */
export async function unsafeAcrossWorkspacesListOverdueReceipts(
  system: SystemScope,
): Promise<{ workspaceId: string; providerMessageIds: string[] }[]> {
  return system.sql<{ workspaceId: string; providerMessageIds: string[] }>`
    select e.workspace_id, array_agg(distinct e.provider_message_id) as provider_message_ids
    from early_receipts e join deliveries d on d.workspace_id = e.workspace_id
      and d.provider_message_id = e.provider_message_id and d.channel in ('sms', 'whatsapp', 'email')
    group by e.workspace_id`;
}

/** What nobody wrote a message for until now was never about one of ours. */
export async function unsafeAcrossWorkspacesPurgeEarlyReceipts(system: SystemScope): Promise<void> {
  await system.sql`delete from early_receipts where received_at < now() - interval '1 day'`;
}
