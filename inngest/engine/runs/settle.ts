import { finishParallelStep, retryJob, sleepJob, splitRun } from "@/db/queries/workflow/continue";
import { deleteJobs, failRun } from "@/db/queries/workflow/finish";
import type { JsonText } from "@/db/queries/workflow/statement";
import { listSteps, resetTries } from "@/db/queries/workflow/steps";
import { newId } from "@/lib/platform/ids";
import { type Answer, type FinishedStep, failedStep, type PlannedStep } from "../protocol/answer";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { persist } from "./persist";
import { buildEndEvents } from "./system-event";
import { retryDelayMillis } from "./wait-time";

/** `continue`: the lease is kept and the function is called again at once. */
export type Next = "continue" | "ended";

/** Makes an answer durable. */
export async function settle(context: EngineContext, execution: Execution, answer: Answer): Promise<Next> {
  switch (answer.kind) {
    case "completed":
      return complete(context, execution, answer);
    case "progressed":
      return progress(context, execution, answer.steps, answer.planned);
    case "threw":
      return tryAgain(context, execution, answer);
    case "failed":
      return fail(context, execution, answer.error);
    case "unsupported":
      return fail(context, execution, unsupportedError(execution, answer.feature));
  }
}

async function complete(
  context: EngineContext,
  execution: Execution,
  { output, steps }: Extract<Answer, { kind: "completed" }>,
): Promise<Next> {
  const { job } = execution;
  const [event] = context.registry().listensTo("inngest/function.finished")
    ? buildEndEvents(job, { status: "completed", output }, () => true)
    : [];
  const completion = {
    lease: execution.lease,
    runId: job.runId,
    output,
    steps: execution.rowsOf(steps),
    event,
  };
  const saved = await write(context, () => context.commits.completions.add(completion));
  if (saved && job.parallel) await deleteJobs(context.sql, job.runId);
  return "ended";
}

async function progress(
  context: EngineContext,
  execution: Execution,
  steps: readonly FinishedStep[],
  planned: readonly PlannedStep[],
): Promise<Next> {
  const [step] = steps;
  if (execution.job.parallel) {
    return step ? keepStep(context, execution, step) : tryAgain(context, execution, nothingToDo);
  }
  const [only] = planned;
  if (!only) return step ? keepSteps(context, execution, steps) : tryAgain(context, execution, nothingToDo);
  if (planned.length === 1 && !step && only.kind === "sleep") {
    await write(context, () => sleepJob(context.sql, execution.lease, only, only.wait));
    if ("millis" in only.wait) context.dueWithin(only.wait.millis);
    else context.dueWithin(only.wait.until.getTime() - Date.now());
    return "ended";
  }
  const jobs = planned.map(({ id, name, kind, wait }) => ({
    id: newId(),
    kind,
    stepId: id,
    stepName: name,
    wait,
  }));
  const split = { lease: execution.lease, runId: execution.job.runId, steps: execution.rowsOf(steps), jobs };
  await write(context, () => splitRun(context.sql, split));
  context.dueWithin(0);
  return "ended";
}

/** Saves the step this job was about; of several parallel ones only the last goes on. */
export async function keepStep(
  context: EngineContext,
  execution: Execution,
  step: FinishedStep,
): Promise<Next> {
  const { lease, job } = execution;
  if (!job.parallel) return keepSteps(context, execution, [step]);
  const finish = { lease, runId: job.runId, step: { ...step, attempt: job.attempt } };
  const result = await write(context, () => finishParallelStep(context.sql, finish));
  if (result !== "last") return "ended";
  const steps = await write(context, () => listSteps(context.sql, [job.runId]));
  execution.becomeResume(steps.get(job.runId));
  return "continue";
}

async function keepSteps(
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
  execution.becomeResume();
  return "continue";
}

/** After progress the next step has its full number of tries. */
export async function restoreTries(context: EngineContext, execution: Execution): Promise<void> {
  if (execution.job.attempt === 0 && execution.job.lost === 0) return;
  await write(context, () => resetTries(context.sql, execution.lease));
  execution.job = { ...execution.job, attempt: 0, lost: 0 };
}

const nothingToDo = {
  kind: "threw",
  error: JSON.stringify({ name: "Error", message: "The function reported no step, no result and no error." }),
} as const;

async function tryAgain(
  context: EngineContext,
  execution: Execution,
  { error, retryAfter, step }: Extract<Answer, { kind: "threw" }>,
): Promise<Next> {
  const { job } = execution;
  const attemptsMax = context.registry().find(job.functionId)?.attemptsMax ?? 1;
  if (job.attempt + 1 >= attemptsMax) {
    return step ? keepStep(context, execution, failedStep(step, error)) : fail(context, execution, error);
  }
  const delayMillis = retryAfter?.millis ?? retryDelayMillis(job.attempt, context.timings);
  await write(context, () => retryJob(context.sql, execution.lease, delayMillis, error));
  context.dueWithin(delayMillis);
  return "ended";
}

async function fail(context: EngineContext, execution: Execution, error: JsonText): Promise<Next> {
  const { runId, functionId } = execution.job;
  const registry = context.registry();
  const events = buildEndEvents(execution.job, { status: "failed", error }, (name) =>
    registry.listensTo(name),
  );
  const failed = await write(context, () =>
    failRun(context.sql, { lease: execution.lease, runId, error, events }),
  );
  if (failed) context.log.warn("workflow.failed", { runId, functionId, error: JSON.parse(error) as unknown });
  return "ended";
}

function unsupportedError(execution: Execution, feature: string): JsonText {
  const message = `${execution.job.functionId} uses ${feature}, which the embedded engine does not support.`;
  return JSON.stringify({ name: "UnsupportedFeatureError", message });
}

function write<T>(context: EngineContext, statement: () => Promise<T>): Promise<T> {
  return persist(statement, context.timings.leaseMillis);
}
