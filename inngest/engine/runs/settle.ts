import { retryJob } from "@/db/queries/workflow/continue";
import { deleteJobs, failRun } from "@/db/queries/workflow/finish";
import type { JsonText } from "@/db/queries/workflow/statement";
import { type Answer, type FinishedStep, failedStep } from "../protocol/answer";
import type { PlannedStep } from "../protocol/planned-step";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { keepStep, keepSteps, type Next } from "./keep-step";
import { persist } from "./persist";
import { suspend } from "./suspend";
import { buildEndEvents } from "./system-event";
import { retryDelayMillis } from "./wait-time";

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
  if (saved && (job.parallel || job.kind === "discover")) await deleteJobs(context.sql, job.runId);
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
  if (planned.length === 0 && execution.job.kind !== "discover") {
    return step ? keepSteps(context, execution, steps) : tryAgain(context, execution, nothingToDo);
  }
  switch (await suspend(context, execution, steps, planned)) {
    case "suspended":
      return "ended";
    case "stuck":
      return tryAgain(context, execution, nothingToDo);
    case "invalid":
      return fail(context, execution, invalidExpression);
  }
}

const invalidExpression = JSON.stringify({
  name: "InvalidExpressionError",
  message: "A condition of step.waitForEvent is no valid expression.",
});

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
  await write(context, () => retryJob(context.sql, execution.lease, delayMillis, { error, step }));
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
