import type { PersonClue } from "@/db/queries/events/resolve-people";
import { originsOf, type WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { InvalidParam } from "@/lib/platform/errors";
import { aheadMillisMax, type EventSource, earliestEvent, propertiesBytesMax } from "./event";
import { eventIdOf } from "./event-id";
import { findForeignUrls } from "./find-foreign-urls";
import type { EventToStore } from "./store-events";

export type EventInput = {
  id?: string | undefined;
  name: string;
  contactId?: string | undefined;
  externalId?: string | undefined;
  anonymousId?: string | undefined;
  createContact?: boolean | undefined;
  occurredAt?: Date | undefined;
  properties?: Record<string, unknown> | undefined;
  campaignId?: string | undefined;
  runId?: string | undefined;
};

/** What is stored of an event, or what is wrong with it. */
export function prepareEvent(
  ctx: WorkspaceContext,
  input: EventInput,
  now: Date,
): EventToStore | InvalidParam[] {
  const who = personOf(input);
  if (!who) return [{ pointer: "contact_id", code: "required", detail: "Say whom it is about." }];
  const timing = findTimingProblem(input, now);
  if (timing) return [timing];
  const origins = originsOf(ctx.actor);
  const foreign = origins ? findForeignUrls(input.name, input.properties ?? {}, origins) : [];
  if (foreign.length > 0) return foreign;
  const properties = JSON.stringify(input.properties ?? {});
  // A character is at least a byte and at most three.
  if (properties.length * 3 > propertiesBytesMax && Buffer.byteLength(properties) > propertiesBytesMax)
    return [{ pointer: "properties", code: "too_large", detail: `At most ${propertiesBytesMax} bytes.` }];
  const occurredAt = input.occurredAt ?? now;
  return {
    id: eventIdOf(occurredAt, input.id),
    name: input.name,
    who,
    createContact: input.createContact ?? false,
    occurredAt,
    source: sourceOf(ctx),
    properties,
    campaignId: input.campaignId ?? null,
    runId: input.runId ?? null,
  };
}

/** What is known best comes first. */
function personOf({ contactId, externalId, anonymousId }: EventInput): PersonClue | undefined {
  if (contactId !== undefined) return { kind: "contact", key: contactId };
  if (externalId !== undefined) return { kind: "external", key: externalId };
  return anonymousId === undefined ? undefined : { kind: "anonymous", key: anonymousId };
}

function findTimingProblem({ id, occurredAt }: EventInput, now: Date): InvalidParam | undefined {
  const pointer = "occurred_at";
  if (!occurredAt) {
    const detail = "An id tells a repeat only together with the time: give both, or neither.";
    return id === undefined ? undefined : { pointer, code: "required", detail };
  }
  if (occurredAt.getTime() > now.getTime() + aheadMillisMax)
    return { pointer, code: "in_the_future", detail: "This is more than a day ahead." };
  if (occurredAt.getTime() < earliestEvent)
    return { pointer, code: "too_early", detail: "This is before 1970." };
  return undefined;
}

/** A page's key says less than a server's. */
export const sourceOf = ({ actor }: WorkspaceContext): Exclude<EventSource, "tracking"> =>
  originsOf(actor) ? "browser" : "api";
