import type { Sql } from "@/db/client";
import type { SystemScope, WorkspaceScope } from "@/db/scope";

/** What can change under somebody's eyes. Who may read it may hear of it: `<topic>.read`. */
export const realtimeTopics = [
  "campaigns",
  /** Also: people moved on in one. */
  "automations",
  /** A campaign's figures moved. */
  "analytics",
  /** Messages outside campaigns left; the id is a run's. */
  "notifications",
  /** Something happened; the id is an event's. */
  "events",
  /** Codes were used, given back or refused; the id is the workspace's. */
  "coupons",
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

/** Every session of this person ended, whatever workspace it looked at. */
export async function notifySessionsEnded(
  handle: SystemScope | WorkspaceScope,
  userId: string,
): Promise<void> {
  await handle.sql`select pg_notify(${channel}, ${JSON.stringify({ sessionsEndedOf: userId })})`;
}

/** What somebody's rights in a workspace rest on, as one word: another word means that they have changed. */
export async function findStanding(scope: WorkspaceScope, actorId: string): Promise<string> {
  const [row] = await scope.sql<{ standing: string }>`
    select coalesce(
      (select m.role || ' ' || u.session_epoch from members m join users u on u.id = m.user_id
        where m.workspace_id = ${scope.id} and m.user_id = ${actorId}),
      (select 'key' from api_keys where workspace_id = ${scope.id} and id = ${actorId} and revoked_at is null
        and (expires_at is null or expires_at > now())),
      'none') as standing`;
  return row?.standing ?? "none";
}

type Listener = {
  onSignal: (signal: RealtimeSignal) => void;
  onSessionsEnded?: (userId: string) => void;
  /** At first, and again whenever the connection was lost and is back: signals may have been missed. */
  onListening: () => void;
};

export async function listenRealtime(
  sql: Sql,
  { onSignal, onSessionsEnded, onListening }: Listener,
): Promise<{ stop: () => Promise<void> }> {
  const hear = (payload: string) => {
    const signal = JSON.parse(payload) as RealtimeSignal | { sessionsEndedOf: string };
    if ("sessionsEndedOf" in signal) onSessionsEnded?.(signal.sessionsEndedOf);
    else onSignal(signal);
  };
  const { unlisten } = await sql.listen(channel, hear, onListening);
  return { stop: unlisten };
}
