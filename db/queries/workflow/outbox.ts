import { type Connection, jsonList, wakeChannel } from "./statement";

export type OutboxEvent = {
  /** Counts once: a second event with this id is dropped. */
  id: string;
  name: string;
  data: object;
  /** Not before this instant. */
  ts?: Date;
  v?: string;
  /** Taken in before those that were there already. Not for what waits and cancellations hear in their order. */
  isUrgent?: boolean;
};

/**
 * Leaves events for the workflow engine. Inside a transaction they exist only if it commits, and the engine is
 * woken by that commit.
 */
export async function insertOutboxEvents(sql: Connection, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ ...event, data: JSON.stringify(event.data) }));
  await sql`
    with added as (
      insert into workflow.outbox (id, name, data, v, ts, is_urgent)
      select id, name, data::json, v, ts, coalesce("isUrgent", false)
      from json_to_recordset(${jsonList(rows)}::text::json)
        as event (id text, name text, data text, v text, ts timestamptz, "isUrgent" boolean)
      on conflict (id) do nothing
    )
    select pg_notify(${wakeChannel}, 'outbox')`;
}

export type QueuedEvent = { id: string; name: string; data: string; v: string | null; tsMillis: number };

/** Reserves the oldest events for one relay; they come back when it does not report within the claim. */
export async function claimOutboxEvents(sql: Connection, limit: number): Promise<QueuedEvent[]> {
  return sql<QueuedEvent[]>`
    with claimed as (
      update workflow.outbox set claimed_until = now() + interval '60 seconds'
      where seq in (
        select seq from workflow.outbox where claimed_until is null or claimed_until < now()
        order by seq limit ${limit} for update skip locked)
      returning seq, id, name, data, v, ts
    )
    select id, name, data::text as data, v,
      floor(extract(epoch from coalesce(ts, now())) * 1000)::float8 as ts_millis
    from claimed order by seq`;
}

export async function deleteOutboxEvents(sql: Connection, ids: readonly string[]): Promise<void> {
  await sql`delete from workflow.outbox where id = any(${[...ids]}::text[])`;
}

export async function releaseOutboxEvents(sql: Connection, ids: readonly string[]): Promise<void> {
  await sql`update workflow.outbox set claimed_until = null where id = any(${[...ids]}::text[])`;
}
