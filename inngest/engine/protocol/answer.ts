import { headerKeys } from "inngest";
import type { JsonText } from "@/db/queries/workflow/statement";
import type { StepKind } from "@/db/queries/workflow/steps";
import { parseRetryAfter } from "../runs/wait-time";
import type { SdkResponse } from "./comm-handler";
import { nameOf, type Op, ops } from "./op";
import { type PlannedStep, toPlannedStep } from "./planned-step";

export type FinishedStep = { id: string; name: string; kind: StepKind; value: JsonText };

/** What a response asks the engine to do. */
export type Answer =
  | { kind: "completed"; output: JsonText; steps: readonly FinishedStep[] }
  | { kind: "progressed"; steps: readonly FinishedStep[]; planned: readonly PlannedStep[] }
  | { kind: "threw"; error: JsonText; retryAfter?: { millis: number }; step?: { id: string; name: string } }
  | { kind: "failed"; error: JsonText }
  | { kind: "unsupported"; feature: string };

const featureOfOp: Record<string, string> = {
  WaitForSignal: "step.waitForSignal",
  Gateway: "step.fetch",
  AIGateway: "step.ai",
  DeferAdd: "defer",
  DeferAbort: "defer",
};

export function parseAnswer(response: SdkResponse, now: Date = new Date()): Answer {
  if (response.status === 200) return { kind: "completed", output: response.body, steps: [] };
  if (response.status === 206) return parseOps(ops.parse(JSON.parse(response.body)), response, now);
  if (header(response, headerKeys.NoRetry) === "true")
    return { kind: "failed", error: errorText(response.body) };
  const retryAfter = parseRetryAfter(header(response, headerKeys.RetryAfter), now);
  return { kind: "threw", error: errorText(response.body), ...(retryAfter ? { retryAfter } : {}) };
}

function parseOps(list: readonly Op[], response: SdkResponse, now: Date): Answer {
  const refused = list.map(findUnsupported).find((feature) => feature !== undefined);
  if (refused !== undefined) return { kind: "unsupported", feature: refused };
  const thrown = list.find((one) => one.op === "StepError");
  if (thrown) {
    const retryAfter = parseRetryAfter(header(response, headerKeys.RetryAfter), now);
    const step = { id: thrown.id, name: nameOf(thrown) };
    return {
      kind: "threw",
      error: JSON.stringify(thrown.error ?? {}),
      step,
      ...(retryAfter ? { retryAfter } : {}),
    };
  }
  const steps = finishedSteps(list);
  const complete = list.find((one) => one.op === "RunComplete");
  if (complete) return { kind: "completed", output: JSON.stringify(complete.data ?? null), steps };
  return { kind: "progressed", steps, planned: list.flatMap(toPlannedStep) };
}

/** The steps of a response or a checkpoint that need not run again. */
export function finishedSteps(list: readonly Op[]): FinishedStep[] {
  return list.flatMap((one) => {
    if (one.op === "StepRun") {
      return [finished(one, "data", { type: "data", data: one.data ?? null })];
    }
    return one.op === "StepFailed" ? [finished(one, "error", { type: "error", error: one.error ?? {} })] : [];
  });
}

/** The value of a step whose tries are used up: the function may catch it. */
export function failedStep(step: { id: string; name: string }, error: JsonText): FinishedStep {
  return { ...step, kind: "error", value: `{"type":"error","error":${error}}` };
}

function finished(one: Op, kind: "data" | "error", value: object): FinishedStep {
  return { id: one.id, name: nameOf(one), kind, value: JSON.stringify(value) };
}

/** Names what an operation would need that the engine does not have. */
export function findUnsupported(one: Op): string | undefined {
  const known = [
    "StepRun",
    "StepError",
    "StepFailed",
    "StepPlanned",
    "Sleep",
    "WaitForEvent",
    "InvokeFunction",
    "RunComplete",
    "DiscoveryRequest",
  ];
  return known.includes(one.op) ? undefined : (featureOfOp[one.op] ?? one.op);
}

function header(response: SdkResponse, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(response.headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** Errors are stored as JSON objects with at least a name and a message, whoever made them. */
function errorText(body: string): JsonText {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && "message" in parsed) return body;
    const message = typeof parsed === "object" && parsed !== null && "error" in parsed ? parsed.error : body;
    return JSON.stringify({ name: "Error", message: String(message) });
  } catch {
    return JSON.stringify({ name: "Error", message: body.slice(0, 1_000) });
  }
}
