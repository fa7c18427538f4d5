import type { Sql } from "@/db/client";
import { deleteEndedRuns, deleteOldEvents } from "@/db/queries/workflow/purge";
import { deletePastRates } from "@/db/queries/workflow/rates";
import { firstIdAt } from "@/lib/platform/ids";
import type { Timings } from "../timings";

const batchSize = 1_000;
const dayMillis = 86_400_000;

/** Forgets ended runs and accepted events after their retention, in small transactions. */
export async function purgeHistory(sql: Sql, timings: Timings): Promise<{ runs: number; events: number }> {
  const beforeId = firstIdAt(new Date(Date.now() - timings.runsKeptDays * dayMillis));
  const runs = await repeat(() =>
    deleteEndedRuns(sql, { beforeId, keptDays: timings.runsKeptDays, limit: batchSize }),
  );
  const events = await repeat(() => deleteOldEvents(sql, Math.max(timings.eventsKeptDays, 1), batchSize));
  await repeat(() => deletePastRates(sql, batchSize));
  return { runs, events };
}

async function repeat(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await deleteBatch();
    total += deleted;
    if (deleted < batchSize) return total;
  }
}
