import type { Sql, TransactionSql } from "@/db/client";
import { jsonList } from "./statement";

export type CronRow = { functionId: string; expression: string; nextAt: Date };

/** Keeps one row per function and expression; a known one keeps its next tick. */
export async function syncCrons(
  sql: Sql,
  functionIds: readonly string[],
  rows: readonly CronRow[],
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      insert into workflow.crons (function_id, expression, next_at)
      select "functionId", expression, "nextAt" from json_to_recordset(${jsonList(rows)}::text::json)
        as cron ("functionId" text, expression text, "nextAt" timestamptz)
      on conflict do nothing`;
    await tx`
      delete from workflow.crons as known
      where function_id = any(${[...functionIds]}::text[]) and not exists (
        select 1 from json_to_recordset(${jsonList(rows)}::text::json)
          as cron ("functionId" text, expression text)
        where cron."functionId" = known.function_id and cron.expression = known.expression)`;
  });
}

export async function deleteCronsOfArchived(sql: Sql): Promise<void> {
  await sql`
    delete from workflow.crons
    where function_id not in (select id from workflow.functions where archived_at is null)`;
}

export async function takeDueCrons(tx: TransactionSql): Promise<(CronRow & { now: Date })[]> {
  return tx<(CronRow & { now: Date })[]>`
    select function_id, expression, next_at, now() as now from workflow.crons
    where next_at <= now() order by next_at for update skip locked`;
}

/** `null`: the expression fires no more. */
export async function setNextTick(tx: TransactionSql, cron: CronRow, nextAt: Date | null): Promise<void> {
  await tx`
    update workflow.crons set next_at = coalesce(${nextAt}::timestamptz, 'infinity')
    where function_id = ${cron.functionId} and expression = ${cron.expression}`;
}

export async function readDatabaseClock(sql: Sql): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`select clock_timestamp() as now`;
  return row?.now ?? new Date();
}

/** Until the next cron, held event or deadline to come; null when there is none. */
export async function millisToNextMoment(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ millis: number | null }[]>`
    select (extract(epoch from least(
        (select min(next_at) from workflow.crons where next_at > now() and next_at < 'infinity'),
        (select min(fire_at) from workflow.debounces where fire_at > now()),
        (select min(deadline) from workflow.runs where deadline > now())) - clock_timestamp()) * 1000)::float8 as millis`;
  return row?.millis ?? null;
}
