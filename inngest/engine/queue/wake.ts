import type { Sql } from "@/db/client";
import { wakeChannel } from "@/db/queries/workflow/statement";
import type { EngineLog } from "../timings";

export type Wake = { stop: () => Promise<void> };

/**
 * Calls `onWake` when another process or transaction has work, and after every reconnect, since notices may have
 * been missed. Where LISTEN is impossible (a pooler in transaction mode) the slow poll does the same later.
 */
export async function listenForWork(
  sql: Sql,
  log: EngineLog,
  onWake: (reason: string) => void,
): Promise<Wake> {
  try {
    const subscription = await sql.listen(wakeChannel, onWake, () => onWake("connected"));
    return {
      // Where the connection is gone there is nobody to tell, and the rest of the engine still has to stop.
      stop: () => subscription.unlisten().catch((error: unknown) => log.warn("workflow.listen", { error })),
    };
  } catch (error) {
    log.warn("workflow.listen", { error });
    return { stop: async () => undefined };
  }
}
