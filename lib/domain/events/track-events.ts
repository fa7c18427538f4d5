import { announceEvents } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type InvalidParam, invalidRequest, unprocessable } from "@/lib/platform/errors";
import { type InvalidIssue, toInvalidParams } from "@/lib/platform/http/input/invalid-params";
import { type EventInput, prepareEvent } from "./prepare-event";
import { type EventToStore, storeEvents } from "./store-events";
import { storeSingleEvent } from "./store-single-event";

/** What the contract found wrong with one of many. */
type Refused = { refused: InvalidIssue[] };

type Tracked = { accepted: number; repeated: number; errors: ({ index: number } & InvalidParam)[] };

const noContact = {
  pointer: "contact_id",
  code: "unknown_contact",
  detail: "Nobody has this id. Send `create_contact`, or make the contact first.",
};

/** Each is judged by itself; the good ones are kept together. */
export async function trackEvents(
  ctx: WorkspaceContext,
  input: { events: (EventInput | Refused)[] },
): Promise<Tracked> {
  ctx.require("events.track");
  const errors: Tracked["errors"] = [];
  const good: EventToStore[] = [];
  const indexes: number[] = [];
  const now = ctx.now();
  input.events.forEach((event, index) => {
    const wrong = "refused" in event ? event.refused.flatMap(toInvalidParams) : undefined;
    const prepared = wrong ?? prepareEvent(ctx, event as EventInput, now);
    if (Array.isArray(prepared)) errors.push(...prepared.map((error) => ({ index, ...error })));
    else {
      good.push(prepared);
      indexes.push(index);
    }
  });
  if (good.length === 0) return { accepted: 0, repeated: 0, errors };
  const { accepted, unknown } = await storeEvents(ctx.scope, good);
  errors.push(...unknown.map((position) => ({ index: indexes[position] ?? 0, ...noContact })));
  const [first] = good;
  if (accepted > 0 && first) announceEvents(ctx, first.id);
  return { accepted, repeated: good.length - unknown.length - accepted, errors: errors.sort(byIndex) };
}

const byIndex = (left: { index: number }, right: { index: number }) => left.index - right.index;

/** One event, refused as a whole when it is wrong. */
export async function trackEvent(ctx: WorkspaceContext, input: EventInput): Promise<Tracked> {
  ctx.require("events.track");
  const prepared = prepareEvent(ctx, input, ctx.now());
  if (Array.isArray(prepared)) throw invalidRequest(prepared[0]?.detail ?? "", prepared);
  const stored = await storeSingleEvent(ctx.scope, prepared);
  if (stored === "unknown_contact")
    throw unprocessable(noContact.detail, { reason: noContact.code, errors: [noContact] });
  if (stored === "repeated") return { accepted: 0, repeated: 1, errors: [] };
  announceEvents(ctx, prepared.id);
  return { accepted: 1, repeated: 0, errors: [] };
}
