import type { NewWait } from "@/db/queries/workflow/waits";
import { newId } from "@/lib/platform/ids";
import { toCondition } from "../expressions/condition";
import type { WaitTime } from "../runs/wait-time";

export type WaitSource = {
  runId: string;
  /** `null`: the event cancels the run. */
  jobId: string | null;
  eventName: string;
  condition: string | undefined;
  timeout: WaitTime | undefined;
  afterSeq: number;
};

/** `undefined`: the condition is no valid expression. */
export function toWait(
  { runId, jobId, eventName, condition: source, timeout, afterSeq }: WaitSource,
  runEvent: unknown,
): NewWait | undefined {
  const condition = toCondition(source, runEvent);
  if (!condition) return undefined;
  return {
    id: newId(),
    runId,
    jobId,
    eventName,
    matchPath: condition.match?.path ?? null,
    matchValue: condition.match?.value ?? null,
    expression: condition.expression ?? null,
    afterSeq,
    until: timeout && "until" in timeout ? timeout.until : null,
    millis: timeout && "millis" in timeout ? timeout.millis : null,
  };
}
