import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";

/** Why an address is not written to; undefined when it may be. */
export async function findSuppression(
  scope: WorkspaceScope,
  channel: Channel,
  addressKey: string,
): Promise<{ reason: string } | undefined> {
  const rows = await scope.sql<{ reason: string }>`
    select reason from suppressions
    where workspace_id = ${scope.id} and channel = ${channel} and address_key = ${addressKey}`;
  return rows[0];
}
