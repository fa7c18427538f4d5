import type { Sql } from "@/db/client";
import { cancelActiveRun } from "@/db/queries/workflow/finish";
import {
  type FinishedStepRow,
  findRunDetail,
  listFinishedSteps,
  listWaitingJobs,
  type RunDetail,
  type RunRow,
  type WaitingJobRow,
} from "@/db/queries/workflow/inspect";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { notFound } from "@/lib/platform/errors";
import { buildEndEvents } from "./runs/system-event";

export type RunReport = RunRow & RunDetail & { steps: FinishedStepRow[]; waiting: WaitingJobRow[] };

/** One run as a timeline: what ended, in order, and what is to come. */
export async function getRun(sql: Sql, runId: string): Promise<RunReport> {
  const run = await findRunDetail(sql, runId);
  if (!run) throw notFound();
  const [steps, waiting] = await Promise.all([listFinishedSteps(sql, runId), listWaitingJobs(sql, runId)]);
  return { ...run, steps, waiting };
}

/** `false` when the run had ended. A step that executes right now ends, but nothing of it is kept. */
export async function cancelRun(sql: Sql, runId: string): Promise<boolean> {
  return sql.begin(async (tx) => {
    const run = await cancelActiveRun(tx, runId);
    if (!run) return false;
    await insertOutboxEvents(
      tx,
      buildEndEvents({ ...run, runId }, { status: "cancelled" }, () => true),
    );
    return true;
  });
}
