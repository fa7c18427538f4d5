import type { Sql } from "@/db/client";
import {
  type FinishedStepRow,
  findRunDetail,
  listFinishedSteps,
  listWaitingJobs,
  type RunDetail,
  type RunRow,
  type WaitingJobRow,
} from "@/db/queries/workflow/inspect";
import { notFound } from "@/lib/platform/errors";
import { endAsCancelled } from "./runs/end-as-cancelled";

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
  const count = await sql.begin((tx) => endAsCancelled(tx, [runId], () => true));
  return count === 1;
}
