import type { TransactionSql } from "@/db/client";
import { holdEvents } from "@/db/queries/workflow/debounces";
import { optionKey, type Registry } from "../registry/registry";
import { dropExcess } from "./drop-excess";
import type { Start } from "./start";
import { refuseStarts, startRuns } from "./start-runs";

/**
 * Decides what becomes of events that start functions: dropped, held back until no other comes, or a run. An
 * invocation is not held back, since the step that waits for it would never hear of it.
 */
export async function scheduleStarts(
  tx: TransactionSql,
  registry: Registry,
  starts: readonly Start[],
): Promise<number> {
  const { kept, dropped } = await dropExcess(tx, "rateLimit", starts);
  await refuseStarts(tx, dropped, "its rate limit is reached");
  const held = new Map<string, ReturnType<typeof toHeldEvent>>();
  for (const start of kept.filter(isHeld)) {
    const event = toHeldEvent(start);
    held.set(`${event.functionId} ${event.key}`, event);
  }
  await holdEvents(tx, [...held.values()]);
  return startRuns(
    tx,
    registry,
    kept.filter((start) => !isHeld(start)),
  );
}

function isHeld({ definition, parent }: Start): boolean {
  return definition.debounce !== undefined && parent === undefined;
}

function toHeldEvent({ definition: { id, debounce }, event, seq }: Start) {
  return {
    functionId: id,
    key: optionKey("debounce", id, debounce?.key, event),
    eventId: event.id,
    eventSeq: seq,
    event: JSON.stringify(event),
    periodMillis: debounce?.periodMillis ?? 0,
    timeoutMillis: debounce?.timeoutMillis ?? null,
  };
}
