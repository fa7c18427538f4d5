import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseAway } from "@/db/database-away";

const pauseMillis = 500;

/**
 * Begins again while the database is away: after a crash it first recovers, and the work that the last process left it
 * keeps it busy.
 */
export async function awaitDatabase<T>(work: () => Promise<T>, giveUpAfterMillis = 60_000): Promise<T> {
  const startedAt = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() - startedAt > giveUpAfterMillis) throw error;
      await sleep(pauseMillis);
    }
  }
}
