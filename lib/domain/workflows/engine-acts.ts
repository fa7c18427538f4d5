import type { TransactionSql } from "@/db/client";
import { env } from "@/lib/platform/env";
import { invalidState } from "@/lib/platform/errors";

/** What the engine does to a run inside somebody's transaction; the routes bring it, since the domain knows no engine. */
export type EngineActs = {
  /** `false` when it had ended. */
  cancel(tx: TransactionSql, runId: string): Promise<boolean>;
  /** Gives the new run's id. Throws `conflict` when its function is gone or an active run has its singleton. */
  replay(tx: TransactionSql, runId: string): Promise<string>;
};

/** Whether runs are kept here, not on an Inngest server. */
export const keepsRuns = (): boolean => env().PUSHPILOT_ENGINE === "embedded";

export function requireRunsHere(): void {
  if (keepsRuns()) return;
  throw invalidState(
    "This installation runs its workflows on an Inngest server (PUSHPILOT_ENGINE=inngest). Look at them, cancel and replay them in that server's own dashboard.",
    { reason: "runs_elsewhere", from: "inngest", allowed: ["embedded"] },
  );
}
