import type { Sql, TransactionSql } from "@/db/client";
import { type JsonText, jsonList } from "./statement";

export type HeldEvent = {
  functionId: string;
  key: string;
  eventId: string;
  eventSeq: number;
  event: JsonText;
  periodMillis: number;
  timeoutMillis: number | null;
};

/** The newest event of a key takes the place of the one before, and waits anew; `fire_by` stays the first one's. */
export async function holdEvents(tx: TransactionSql, events: readonly HeldEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx`
    insert into workflow.debounces as held (function_id, key, event, event_id, event_seq, fire_at, fire_by)
    select "functionId", key, event::json, "eventId", "eventSeq",
      least(now() + "periodMillis" * interval '1 millisecond', now() + "timeoutMillis" * interval '1 millisecond'),
      now() + "timeoutMillis" * interval '1 millisecond'
    from json_to_recordset(${jsonList(events)}::text::json) as event
      ("functionId" text, key text, "eventId" text, "eventSeq" int8, event text, "periodMillis" float8,
       "timeoutMillis" float8)
    on conflict (function_id, key) do update set event = excluded.event, event_id = excluded.event_id,
      event_seq = excluded.event_seq, fire_at = least(excluded.fire_at, held.fire_by)`;
}

export async function hasDueEvents(sql: Sql, functionIds: readonly string[]): Promise<boolean> {
  const rows = await sql`
    select 1 from workflow.debounces
    where fire_at <= now() and function_id = any(${[...functionIds]}::text[]) limit 1`;
  return rows.length > 0;
}

export type DueEvent = { functionId: string; eventSeq: number; event: JsonText };

/** Removes what is due; it lives on only as the runs that the caller's transaction starts. */
export async function takeDueEvents(
  tx: TransactionSql,
  functionIds: readonly string[],
  limit: number,
): Promise<DueEvent[]> {
  const rows = await tx<DueEvent[]>`
    delete from workflow.debounces where (function_id, key) in (
      select function_id, key from workflow.debounces
      where fire_at <= now() and function_id = any(${[...functionIds]}::text[])
      order by fire_at limit ${limit})
    returning function_id, event_seq::float8 as event_seq, event::text as event`;
  return rows.sort((a, b) => a.eventSeq - b.eventSeq);
}
