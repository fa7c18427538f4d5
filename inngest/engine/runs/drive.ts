import { releaseLeases } from "@/db/queries/workflow/lease";
import { type Answer, parseAnswer, sleptStep } from "../protocol/answer";
import { buildRequest } from "../protocol/request";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { keepStep, settle } from "./settle";

/** Works on a leased job until its run ends, waits, or is no longer ours. */
export async function driveJob(context: EngineContext, execution: Execution): Promise<void> {
  try {
    if (execution.job.kind === "sleep" && !(await wakeUp(context, execution))) return;
    while (execution.state === "held") {
      const answer = await callFunction(context, execution);
      if (execution.state !== "held") break;
      const ended = (await settle(context, execution, answer)) === "ended";
      if (ended) return;
      if (context.isStopping()) execution.state = "yielded";
    }
    if (execution.state === "yielded") await releaseLeases(context.sql, [execution.lease]);
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

async function wakeUp(context: EngineContext, execution: Execution): Promise<boolean> {
  const { stepId, stepName } = execution.job;
  if (stepId === null || execution.steps.has(stepId)) return true;
  const slept = sleptStep({ id: stepId, name: stepName ?? stepId });
  return (await keepStep(context, execution, slept)) === "continue";
}

async function callFunction(context: EngineContext, execution: Execution): Promise<Answer> {
  const attemptsMax = context.registry().find(execution.job.functionId)?.attemptsMax ?? 1;
  const request = buildRequest(execution.job, execution.leaseId, execution.steps, attemptsMax);
  const answer = parseAnswer(await context.comm.execute(request));
  const { unsupported } = execution;
  return unsupported === undefined ? answer : { kind: "unsupported", feature: unsupported };
}
