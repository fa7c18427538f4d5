import { internalEvents } from "inngest";
import type { Sql, TransactionSql } from "@/db/client";
import { type CronRow, setNextTick, takeDueCrons } from "@/db/queries/workflow/crons";
import { insertRuns } from "@/db/queries/workflow/ingest";
import type { Registry } from "../registry/registry";
import { findTickAfter, latestTick } from "./cron-expression";
import { buildRunRows } from "./run-rows";

/** Starts the newest due tick of every cron. The event id holds the tick, so a tick counts once in all processes. */
export async function startDueCrons(sql: Sql, registry: Registry): Promise<void> {
  await sql.begin(async (tx) => {
    for (const { now, ...cron } of await takeDueCrons(tx)) {
      await startTick(tx, registry, cron, latestTick(cron.expression, cron.nextAt, now));
      await setNextTick(tx, cron, findTickAfter(cron.expression, now) ?? null);
    }
  });
}

async function startTick(tx: TransactionSql, registry: Registry, cron: CronRow, tick: Date) {
  const definition = registry.find(cron.functionId);
  if (!definition) return;
  const event = {
    id: `cron:${cron.functionId}:${cron.expression}:${tick.toISOString()}`,
    name: internalEvents.ScheduledTimer,
    data: JSON.stringify({ cron: cron.expression }),
    v: null,
    tsMillis: tick.getTime(),
  };
  const rows = buildRunRows(registry, [event], () => [definition]);
  await insertRuns(tx, rows.events, rows.runs);
}
