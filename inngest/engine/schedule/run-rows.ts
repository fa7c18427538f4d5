import type { NewRun } from "@/db/queries/workflow/ingest";
import type { NewWait } from "@/db/queries/workflow/waits";
import { newId } from "@/lib/platform/ids";
import { keyOf } from "../expressions/key-value";
import { optionKey, type Registry } from "../registry/registry";
import { toWait } from "../waits/wait-row";
import type { Start } from "./start";
import { workspaceOf } from "./workspace-of";

const prioritySecondsMax = 600;

/** A run, and what may cancel it. */
export function buildRun(registry: Registry, start: Start): { run: NewRun; waits: NewWait[] } {
  const { definition, event, seq, parent, replayOf } = start;
  const { id: functionId, singleton, throttle, timeouts } = definition;
  const runId = newId();
  const run = {
    runId,
    jobId: newId(),
    functionId,
    eventId: event.id,
    event: JSON.stringify(event),
    tsMillis: replayOf === undefined ? event.ts : 0,
    prioritySeconds: priorityOf(start),
    keys: registry.keysOf(definition, event),
    throttleKey: throttle ? optionKey("throttle", functionId, throttle.key, event) : null,
    singletonKey: singleton ? optionKey("singleton", functionId, singleton.key, event) : null,
    startMillisMax: timeouts?.startMillis ?? null,
    parentJob: parent?.job ?? null,
    parentStep: parent?.step ?? null,
    replayOf: replayOf ?? null,
    workspaceId: workspaceOf(event) ?? null,
  };
  const waits = (definition.cancelOn ?? []).flatMap((cancellation) => {
    const { event: eventName, if: condition, timeout } = cancellation;
    const wait = toWait({ runId, jobId: null, eventName, condition, timeout, afterSeq: seq }, event);
    return wait ? [wait] : [];
  });
  return { run, waits };
}

function priorityOf({ definition, event }: Start): number {
  const value = definition.priority ? Number(keyOf(definition.priority, event)) : 0;
  return Number.isFinite(value) ? Math.min(Math.max(value, -prioritySecondsMax), prioritySecondsMax) : 0;
}
