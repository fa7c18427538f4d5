import type { TransactionSql } from "@/db/client";
import { finishParallelStep } from "@/db/queries/workflow/continue";
import { finishRaceStep } from "@/db/queries/workflow/race";
import { readProgress, resetTries } from "@/db/queries/workflow/steps";
import type { FinishedStep } from "../protocol/answer";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { persist } from "./persist";

/** `continue`: the lease is kept and the function is called again at once. */
export type Next = "continue" | "ended";

/** Saves the step this job was about. Of several parallel ones only the last goes on; in a race each does. */
export async function keepStep(
  context: EngineContext,
  execution: Execution,
  step: FinishedStep,
): Promise<Next> {
  const { lease, job } = execution;
  if (!job.parallel) return keepSteps(context, execution, [step]);
  const finish = { lease, runId: job.runId, step: { ...step, attempt: job.attempt } };
  const result = await write(context, () =>
    job.race
      ? context.sql.begin((tx: TransactionSql) => finishRaceStep(tx, finish))
      : finishParallelStep(context.sql, finish),
  );
  if (result !== "last" && result !== "others open") return "ended";
  const progress = await write(context, () => readProgress(context.sql, job.runId));
  execution.steps = progress.steps;
  execution.eventSeq = progress.eventSeq;
  execution.becomeCall(result === "last" ? "resume" : "discover");
  return "continue";
}

export async function keepSteps(
  context: EngineContext,
  execution: Execution,
  steps: readonly FinishedStep[],
): Promise<Next> {
  const batch = { lease: execution.lease, runId: execution.job.runId, steps: execution.rowsOf(steps) };
  const saved = await write(context, () => context.commits.steps.add(batch));
  if (saved !== "live") {
    execution.state = "lost";
    return "ended";
  }
  execution.remember(steps);
  await restoreTries(context, execution);
  execution.becomeCall("resume");
  return "continue";
}

/** After progress the next step has its full number of tries. */
export async function restoreTries(context: EngineContext, execution: Execution): Promise<void> {
  if (execution.job.attempt === 0 && execution.job.lost === 0) return;
  await write(context, () => resetTries(context.sql, execution.lease));
  execution.job = { ...execution.job, attempt: 0, lost: 0 };
}

function write<T>(context: EngineContext, statement: () => Promise<T>): Promise<T> {
  return persist(statement, context.timings.leaseMillis);
}
