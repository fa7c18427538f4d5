import type { Sql } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** Something under this id changed; whoever shows it reads it again. Ids only: a notification may hold 8,000 bytes. */
export type RealtimeSignal = { workspaceId: string; topic: string; id: string };

const channel = "realtime";

/** Delivered when the transaction commits, and not at all when it does not. */
export async function notifyRealtime(
  scope: WorkspaceScope,
  { topic, id }: Pick<RealtimeSignal, "topic" | "id">,
): Promise<void> {
  await scope.sql`select pg_notify(${channel}, ${JSON.stringify({ workspaceId: scope.id, topic, id })})`;
}

export async function listenRealtime(
  sql: Sql,
  onSignal: (signal: RealtimeSignal) => void,
): Promise<{ stop: () => Promise<void> }> {
  const { unlisten } = await sql.listen(channel, (payload) =>
    onSignal(JSON.parse(payload) as RealtimeSignal),
  );
  return { stop: unlisten };
}
