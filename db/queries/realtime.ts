import type { Sql } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** What can change under somebody's eyes. Who may read it may hear of it: `<topic>.read`. */
export const realtimeTopics = [
  "campaigns",
  /** A campaign's figures moved. */
  "analytics",
  /** Messages outside campaigns left; the id is a run's. */
  "notifications",
  "jobs",
  "providers",
  "members",
  "api_keys",
] as const;

export type RealtimeTopic = (typeof realtimeTopics)[number];

/** Something under this id changed; whoever shows it reads it again. Ids only: a notification may hold 8,000 bytes. */
export type RealtimeSignal = { workspaceId: string; topic: RealtimeTopic; id: string };

const channel = "realtime";

/**
 * Delivered when the transaction commits, and not at all when it does not. Such commits wait for each other in
 * Postgres, so what happens many times a second is announced once a second.
 */
export async function notifyRealtime(
  scope: WorkspaceScope,
  { topic, id }: Pick<RealtimeSignal, "topic" | "id">,
): Promise<void> {
  await scope.sql`select pg_notify(${channel}, ${JSON.stringify({ workspaceId: scope.id, topic, id })})`;
}

type Listener = {
  onSignal: (signal: RealtimeSignal) => void;
  /** At first, and again whenever the connection was lost and is back: signals may have been missed. */
  onListening: () => void;
};

export async function listenRealtime(
  sql: Sql,
  { onSignal, onListening }: Listener,
): Promise<{ stop: () => Promise<void> }> {
  const hear = (payload: string) => onSignal(JSON.parse(payload) as RealtimeSignal);
  const { unlisten } = await sql.listen(channel, hear, onListening);
  return { stop: unlisten };
}
