import type { JobKind } from "@/db/queries/workflow/admission";
import type { TimerKind } from "@/db/queries/workflow/continue";
import { releaseLeases } from "@/db/queries/workflow/lease";
import { type Answer, parseAnswer } from "../protocol/answer";
import { buildRequest } from "../protocol/request";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { keepStep } from "./keep-step";
import { settle } from "./settle";

/** Works on a leased job until its run ends, waits, or is no longer ours. */
export async function driveJob(context: EngineContext, execution: Execution): Promise<void> {
  try {
    if (isTimer(execution.job.kind) && !(await endTimer(context, execution))) return;
    while (execution.state === "held") {
      const answer = await callFunction(context, execution);
      if (execution.state !== "held") break;
      const ended = (await settle(context, execution, answer)) === "ended";
      if (ended) return;
      if (context.isStopping() || execution.isOverdue) execution.state = "yielded";
    }
    if (execution.state === "yielded") await releaseLeases(context.sql, [execution.lease]);
    if (execution.isOverdue) context.overdue();
  } catch (error) {
    // The lease runs out and the run goes on from its last saved step.
    context.log.error("workflow.run", {
      runId: execution.job.runId,
      functionId: execution.job.functionId,
      error,
    });
  } finally {
    context.released(execution.job.concurrencyKeys);
  }
}

const timers: readonly JobKind[] = ["sleep", "wait", "invoke"] satisfies TimerKind[];

function isTimer(kind: JobKind): kind is TimerKind {
  return timers.includes(kind);
}

/** `false`: there is nothing more to do here. */
async function endTimer(context: EngineContext, execution: Execution): Promise<boolean> {
  const { stepId, stepName, kind, value } = execution.job;
  if (stepId === null || !isTimer(kind) || execution.steps.has(stepId)) return true;
  const step = { id: stepId, name: stepName ?? stepId, kind, value: value ?? "null" };
  return (await keepStep(context, execution, step)) === "continue";
}

async function callFunction(context: EngineContext, execution: Execution): Promise<Answer> {
  const attemptsMax = context.registry().find(execution.job.functionId)?.attemptsMax ?? 1;
  const request = buildRequest(execution.job, execution.leaseId, execution.steps, attemptsMax);
  const answer = parseAnswer(await context.comm.execute(request));
  const { unsupported } = execution;
  return unsupported === undefined ? answer : { kind: "unsupported", feature: unsupported };
}
