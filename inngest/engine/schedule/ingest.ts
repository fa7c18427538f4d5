import type { Sql } from "@/db/client";
import { insertRuns, lockIngest } from "@/db/queries/workflow/ingest";
import { takeOutboxEvents } from "@/db/queries/workflow/outbox";
import type { RegistryView } from "../registry/registry-view";
import { buildRunRows } from "./run-rows";

const batchSize = 500;

/** Turns everything in the outbox into runs; gives how many started. */
export async function ingestOutbox(sql: Sql, view: RegistryView): Promise<number> {
  let total = 0;
  for (;;) {
    const { taken, started } = await ingestBatch(sql, view);
    total += started;
    if (taken < batchSize) return total;
  }
}

/** An event leaves the outbox in the transaction that starts its runs. */
async function ingestBatch(sql: Sql, view: RegistryView): Promise<{ taken: number; started: number }> {
  return sql.begin(async (tx) => {
    const { registryVersion } = await lockIngest(tx);
    const events = await takeOutboxEvents(tx, batchSize);
    if (events.length === 0) return { taken: 0, started: 0 };
    await view.refresh(tx, registryVersion);
    const registry = view.current;
    const rows = buildRunRows(registry, events, (event) => registry.triggeredBy(event));
    return { taken: events.length, started: await insertRuns(tx, rows.events, rows.runs) };
  }) as Promise<{ taken: number; started: number }>;
}
