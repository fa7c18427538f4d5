import type { Sql } from "@/db/client";
import { type FunctionStats, listFunctionStats } from "@/db/queries/workflow/function-stats";
import {
  type FinishedStepRow,
  findRunDetail,
  listFinishedSteps,
  listOpenWaits,
  listWaitingJobs,
  type OpenWaitRow,
  type RunDetail,
  type RunRow,
  type WaitingJobRow,
} from "@/db/queries/workflow/inspect";
import { notFound } from "@/lib/platform/errors";
import { firstIdAt } from "@/lib/platform/ids";

export type FunctionReport = FunctionStats & { startedPerHour: number };

/** Every function that was ever registered, with what became of the runs it started in the last `hours`. */
export async function listFunctionReports(sql: Sql, hours = 24): Promise<FunctionReport[]> {
  const since = new Date(Date.now() - hours * 3_600_000);
  const functions = await listFunctionStats(sql, firstIdAt(since));
  return functions.map((one) => ({ ...one, startedPerHour: one.started / hours }));
}

export type RunReport = RunRow &
  RunDetail & { steps: FinishedStepRow[]; waiting: WaitingJobRow[]; waits: OpenWaitRow[] };

/** One run as a timeline: what ended, in order, what is to come, and which events it waits for. */
export async function getRun(sql: Sql, runId: string): Promise<RunReport> {
  const run = await findRunDetail(sql, runId);
  if (!run) throw notFound();
  const [steps, waiting, waits] = await Promise.all([
    listFinishedSteps(sql, runId),
    listWaitingJobs(sql, runId),
    listOpenWaits(sql, runId),
  ]);
  return { ...run, steps, waiting, waits };
}
