import type { Sql } from "@/db/client";
import {
  type AttemptRow,
  type FinishedStepRow,
  findRunDetail,
  listAttempts,
  listFinishedSteps,
  listOpenWaits,
  listWaitingJobs,
  type OpenWaitRow,
  type RunDetail,
  type RunRow,
  type WaitingJobRow,
} from "@/db/queries/workflow/inspect";
import { notFound } from "@/lib/platform/errors";

export type RunReport = RunRow &
  RunDetail & {
    steps: FinishedStepRow[];
    waiting: WaitingJobRow[];
    waits: OpenWaitRow[];
    attempts: AttemptRow[];
  };

/** One run as a timeline: what ended, in order, what is to come, and which events it waits for. */
export async function getRun(sql: Sql, runId: string): Promise<RunReport> {
  const run = await findRunDetail(sql, runId);
  if (!run) throw notFound();
  const [steps, waiting, waits, attempts] = await Promise.all([
    listFinishedSteps(sql, runId),
    listWaitingJobs(sql, runId),
    listOpenWaits(sql, runId),
    listAttempts(sql, runId),
  ]);
  return { ...run, steps, waiting, waits, attempts };
}
