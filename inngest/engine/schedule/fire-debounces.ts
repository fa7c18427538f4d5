import type { Sql } from "@/db/client";
import { hasDueEvents, takeDueEvents } from "@/db/queries/workflow/debounces";
import { lockIngest } from "@/db/queries/workflow/events";
import type { EventPayload } from "../protocol/event-payload";
import type { RegistryView } from "../registry/registry-view";
import { startRuns } from "./start-runs";

const batchSize = 500;

/** Starts the runs of events after which no other of their key came. */
export async function fireDebounces(sql: Sql, view: RegistryView): Promise<void> {
  while (await hasDueEvents(sql, view.current.ids)) await fireBatch(sql, view);
}

async function fireBatch(sql: Sql, view: RegistryView): Promise<void> {
  await sql.begin(async (tx) => {
    const { registryVersion } = await lockIngest(tx);
    await view.refresh(tx, registryVersion);
    const registry = view.current;
    const due = await takeDueEvents(tx, registry.ids, batchSize);
    const starts = due.flatMap(({ functionId, eventSeq, event }) => {
      const definition = registry.find(functionId);
      return definition ? [{ definition, event: JSON.parse(event) as EventPayload, seq: eventSeq }] : [];
    });
    await startRuns(tx, registry, starts);
  });
}
