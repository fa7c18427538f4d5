import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal } from "@/db/database-away";

/**
 * Repeats a write while the database is away: the work behind it is done and would have to be done again.
 * Every statement it is used with is fenced by a lease, so that a repeat after a lost answer changes nothing.
 */
export async function persist<T>(write: () => Promise<T>, giveUpAfterMillis: number): Promise<T> {
  const startedAt = performance.now();
  for (let waitMillis = 100; ; waitMillis = Math.min(waitMillis * 2, 2_000)) {
    try {
      return await write();
    } catch (error) {
      if (isRefusal(error) || performance.now() - startedAt + waitMillis > giveUpAfterMillis) throw error;
      await sleep(waitMillis);
    }
  }
}
