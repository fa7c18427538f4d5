import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";

/** Channels that something sends now. */
export async function listActiveChannels(scope: WorkspaceScope): Promise<Channel[]> {
  const rows = await scope.sql<{ channel: Channel }>`
    select distinct channel from providers
    where workspace_id = ${scope.id} and status = 'active' and archived_at is null`;
  return rows.map(({ channel }) => channel);
}
