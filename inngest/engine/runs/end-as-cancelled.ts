import type { TransactionSql } from "@/db/client";
import { cancelRuns } from "@/db/queries/workflow/cancel";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { buildEndEvents } from "./system-event";

/** Cancels what is still active of these runs and tells who listens; gives how many. */
export async function endAsCancelled(
  tx: TransactionSql,
  runIds: readonly string[],
  listensTo: (eventName: string) => boolean,
): Promise<number> {
  const runs = await cancelRuns(tx, runIds);
  const events = runs.flatMap((run) =>
    buildEndEvents({ ...run, runId: run.id }, { status: "cancelled" }, listensTo),
  );
  await insertOutboxEvents(tx, events);
  return runs.length;
}
