import { internalEvents } from "inngest";
import type { NewJob } from "@/db/queries/workflow/continue";
import type { OutboxEvent } from "@/db/queries/workflow/outbox";
import type { NewWait } from "@/db/queries/workflow/waits";
import type { PlannedStep } from "../protocol/planned-step";
import { toWait } from "../waits/wait-row";

/** What a planned step needs in the database. */
export type Plan = { job: NewJob; wait?: NewWait; invocation?: OutboxEvent };

export type PlanPlace = {
  jobId: string;
  runId: string;
  /** The run's own event. */
  event: unknown;
  /** Later events can end the wait. */
  eventSeq: number;
};

const timedOut = {
  name: "InngestInvokeTimeoutError",
  message: "Timed out waiting for invoked function to complete",
};

/** `undefined`: a condition that is no valid expression. */
export function planStep(step: PlannedStep, { jobId, runId, event, eventSeq }: PlanPlace): Plan | undefined {
  const base = { id: jobId, stepId: step.id, stepName: step.name };
  switch (step.kind) {
    case "step":
      return { job: { ...base, kind: "step", wait: { millis: 0 }, value: null } };
    case "sleep":
      return { job: { ...base, kind: "sleep", wait: step.time, value: "null" } };
    case "wait": {
      const { eventName, condition } = step;
      const source = { runId, jobId, eventName, condition, timeout: undefined, afterSeq: eventSeq };
      const wait = toWait(source, event);
      return wait && { job: { ...base, kind: "wait", wait: step.time, value: "null" }, wait };
    }
    case "invoke": {
      const value = JSON.stringify({ type: "error", error: timedOut });
      const job = { ...base, kind: "invoke" as const, wait: step.time, value };
      return { job, invocation: invocationOf(step, jobId) };
    }
  }
}

/** Its id is the step's, so that the step invokes once. */
function invocationOf(step: PlannedStep & { kind: "invoke" }, jobId: string): OutboxEvent {
  const parent = { job: jobId, step: step.id };
  return {
    id: `invoke:${jobId}:${step.id}`,
    name: internalEvents.FunctionInvoked,
    data: { ...step.data, _inngest: { fn_id: step.functionId, parent } },
    ...(step.v === undefined ? {} : { v: step.v }),
  };
}
