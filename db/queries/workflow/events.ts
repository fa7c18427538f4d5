import type { TransactionSql } from "@/db/client";
import { type Connection, type JsonText, jsonList } from "./statement";

/** Gives event sequence numbers the order of their commits, and run starts one decision at a time. */
const ingestLock = 7_075_736_872;

export async function lockIngest(tx: TransactionSql): Promise<{ registryVersion: string }> {
  await tx`select pg_advisory_xact_lock(${ingestLock})`;
  const [row] = await tx<{ version: string }[]>`select version::text as version from workflow.registry`;
  return { registryVersion: row?.version ?? "0" };
}

/** Until the end of the transaction no event is accepted: whoever waits from now on misses none. */
export async function holdIngest(tx: TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${ingestLock})`;
}

export type AcceptedEvent = {
  id: string;
  name: string;
  data: JsonText;
  v: string | null;
  tsMillis: number;
  /** In the order of arrival. */
  seq: number;
};
type TakenEvent = Omit<AcceptedEvent, "seq"> & { seq: number | null };

/**
 * Moves the urgent events and the oldest of the others out of the outbox. Those whose id is known are gone and not in
 * `events`.
 */
export async function acceptOutboxEvents(
  tx: TransactionSql,
  limit: number,
): Promise<{ taken: number; events: AcceptedEvent[] }> {
  const rows = await tx<TakenEvent[]>`
    with urgent as (
      select seq from workflow.outbox where is_urgent order by seq limit ${limit} for update skip locked
    ), oldest as (
      select seq from workflow.outbox where not is_urgent order by seq limit ${limit} for update skip locked
    ), taken as (
      delete from workflow.outbox
      where seq in (select seq from urgent union all select seq from oldest)
      returning seq, id, name, data, v, coalesce(ts, now()) as ts
    ), fresh as (
      insert into workflow.events (id, name, data, v, ts)
      select id, name, data, v, ts from taken order by seq
      on conflict (id) do nothing
      returning id, seq
    )
    select taken.id, name, data::text as data, v, floor(extract(epoch from ts) * 1000)::float8 as ts_millis,
      fresh.seq::float8 as seq
    from taken left join fresh using (id) order by taken.seq`;
  return { taken: rows.length, events: rows.filter(isFresh) };
}

/** Stores events the engine makes itself; gives those that are new. */
export async function insertEvents(
  tx: TransactionSql,
  events: readonly Omit<AcceptedEvent, "seq">[],
): Promise<AcceptedEvent[]> {
  const rows = await tx<{ id: string; seq: number }[]>`
    insert into workflow.events (id, name, data, v, ts)
    select id, name, data::json, v, to_timestamp("tsMillis" / 1000.0)
    from json_to_recordset(${jsonList(events)}::text::json)
      as event (id text, name text, data text, v text, "tsMillis" float8)
    on conflict (id) do nothing
    returning id, seq::float8 as seq`;
  const seqs = new Map(rows.map((row) => [row.id, row.seq]));
  return events.map((event) => ({ ...event, seq: seqs.get(event.id) ?? null })).filter(isFresh);
}

/** Events of these names that arrived after `seq`, in order. */
export async function listEventsAfter(
  tx: TransactionSql,
  seq: number,
  names: readonly string[],
): Promise<AcceptedEvent[]> {
  return tx<AcceptedEvent[]>`
    select id, name, data::text as data, v, floor(extract(epoch from ts) * 1000)::float8 as ts_millis,
      seq::float8 as seq
    from workflow.events where seq > ${seq} and name = any(${[...names]}::text[]) order by seq`;
}

/** Zero when there was none yet. */
export async function newestEventSeq(sql: Connection): Promise<number> {
  const [newest] = await sql<{ seq: number }[]>`
    select coalesce(max(seq), 0)::float8 as seq from workflow.events`;
  return newest?.seq ?? 0;
}

function isFresh(event: TakenEvent): event is AcceptedEvent {
  return event.seq !== null;
}
