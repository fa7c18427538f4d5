import type { NewWait } from "@/db/queries/workflow/waits";
import { matchTextAt } from "../expressions/condition";
import { holds, parseExpression } from "../expressions/expression";
import type { EventPayload } from "../protocol/event-payload";

/** Whether an event ends a wait: in memory what the index and its query find among all. */
export function endsWait(wait: NewWait, runEvent: unknown, event: EventPayload): boolean {
  const { eventName, matchPath, matchValue, expression: source } = wait;
  if (event.name !== eventName) return false;
  if (matchPath !== null && matchTextAt(event, matchPath) !== matchValue) return false;
  if (source === null) return true;
  const expression = parseExpression(source);
  return expression !== undefined && holds(expression, { event: runEvent, async: event });
}
