import { internalEvents } from "inngest";
import type { Sql } from "@/db/client";
import { setNextTick, takeDueCrons } from "@/db/queries/workflow/crons";
import { insertEvents, lockIngest } from "@/db/queries/workflow/events";
import { toPayload } from "../protocol/event-payload";
import type { RegistryView } from "../registry/registry-view";
import { findTickAfter, latestTick } from "./cron-expression";
import { scheduleStarts } from "./schedule-starts";

/** Starts the newest due tick of every cron. The event id holds the tick, so a tick counts once in all processes. */
export async function startDueCrons(sql: Sql, view: RegistryView): Promise<void> {
  await sql.begin(async (tx) => {
    const due = await takeDueCrons(tx);
    if (due.length === 0) return;
    const { registryVersion } = await lockIngest(tx);
    await view.refresh(tx, registryVersion);
    const ticks = due.map(({ now, ...cron }) => ({
      functionId: cron.functionId,
      event: toTickEvent(cron.functionId, cron.expression, latestTick(cron.expression, cron.nextAt, now)),
    }));
    const fresh = await insertEvents(
      tx,
      ticks.map(({ event }) => event),
    );
    const functionOf = new Map(ticks.map(({ event, functionId }) => [event.id, functionId]));
    const starts = fresh.flatMap((event) => {
      const definition = view.current.find(functionOf.get(event.id) ?? "");
      return definition ? [{ definition, event: toPayload(event), seq: event.seq }] : [];
    });
    await scheduleStarts(tx, view.current, starts);
    for (const { now, ...cron } of due) {
      await setNextTick(tx, cron, findTickAfter(cron.expression, now) ?? null);
    }
  });
}

function toTickEvent(functionId: string, expression: string, tick: Date) {
  return {
    id: `cron:${functionId}:${expression}:${tick.toISOString()}`,
    name: internalEvents.ScheduledTimer,
    data: JSON.stringify({ cron: expression }),
    v: null,
    tsMillis: tick.getTime(),
  };
}
