import type { Sql } from "@/db/client";
import { failRun } from "@/db/queries/workflow/finish";
import { reapLeases } from "@/db/queries/workflow/lease";
import type { Registry } from "../registry/registry";
import { buildEndEvents } from "../runs/system-event";
import type { EngineLog } from "../timings";

/** Gives the work of dead processes to the living; what keeps killing them ends as failed. */
export async function reapDeadLeases(
  sql: Sql,
  registry: Registry,
  log: EngineLog,
  lostMax: number,
): Promise<void> {
  const { released, given } = await reapLeases(sql, lostMax);
  if (released > 0) log.warn("workflow.lease_expired", { jobs: released });
  const message = `The process died ${lostMax} times while it ran this, without finishing a step.`;
  const error = JSON.stringify({ name: "WorkerLostError", message });
  for (const job of given) {
    const events = buildEndEvents(job, { status: "failed", error }, (name) => registry.listensTo(name));
    const failed = await failRun(sql, { lease: job, runId: job.runId, error, events });
    if (failed)
      log.error("workflow.failed", { runId: job.runId, functionId: job.functionId, error: message });
  }
}
