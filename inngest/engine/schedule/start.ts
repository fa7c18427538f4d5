import { internalEvents } from "inngest";
import { z } from "zod";
import type { EventPayload } from "../protocol/event-payload";
import type { FunctionDefinition } from "../registry/function-definition";

/** A step of another run that waits for the end of this one. */
export type Parent = { job: string; step: string };

/** An event on its way to become a run of a function. */
export type Start = {
  definition: FunctionDefinition;
  event: EventPayload;
  seq: number;
  parent?: Parent;
  replayOf?: string;
};

const invocation = z.looseObject({
  _inngest: z.object({ fn_id: z.string(), parent: z.object({ job: z.string(), step: z.string() }) }),
});

export type Invocation = { functionId: string; parent: Parent; event: EventPayload };

/** The call in an event that `step.invoke` sent; the function sees the event without it. */
export function readInvocation(event: EventPayload): Invocation | undefined {
  if (event.name !== internalEvents.FunctionInvoked) return undefined;
  const parsed = invocation.safeParse(event.data);
  if (!parsed.success) return undefined;
  const { _inngest: call, ...data } = parsed.data;
  return { functionId: call.fn_id, parent: call.parent, event: { ...event, data } };
}
