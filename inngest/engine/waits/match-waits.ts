import type { TransactionSql } from "@/db/client";
import {
  findMatchingWaits,
  listMatchPaths,
  type MatchedWait,
  type MatchPath,
  type Probe,
} from "@/db/queries/workflow/waits";
import { matchTextAt } from "../expressions/condition";
import { holds, parseExpression } from "../expressions/expression";
import type { EventPayload } from "../protocol/event-payload";

export type ArrivedEvent = { seq: number; payload: EventPayload };

/** A wait, and the first of the events that ends it. */
export type Match = { wait: MatchedWait; seq: number };

/** Open waits that these events end, the events in the order of their arrival. */
export async function matchWaits(tx: TransactionSql, events: readonly ArrivedEvent[]): Promise<Match[]> {
  const names = [...new Set(events.map(({ payload }) => payload.name))];
  const paths = await listMatchPaths(tx, names);
  if (paths.length === 0) return [];
  const matches = new Map<string, Match>();
  for await (const waits of findMatchingWaits(tx, names, buildProbes(events, paths))) {
    for (const wait of waits) {
      const seq = findFirst(wait, events);
      const known = matches.get(wait.id);
      if (seq !== undefined && (!known || seq < known.seq)) matches.set(wait.id, { wait, seq });
    }
  }
  return [...matches.values()];
}

function buildProbes(events: readonly ArrivedEvent[], paths: readonly MatchPath[]): Probe[] {
  return events.flatMap(({ seq, payload }) =>
    paths.flatMap(({ eventName, path }) => {
      const value = eventName === payload.name && path !== null ? matchTextAt(payload, path) : undefined;
      return path === null || value === undefined ? [] : [{ eventName, seq, path, value }];
    }),
  );
}

function findFirst(wait: MatchedWait, events: readonly ArrivedEvent[]): number | undefined {
  const expression = wait.expression === null ? undefined : parseExpression(wait.expression);
  if (wait.expression !== null && !expression) return undefined;
  const event: unknown = wait.event === null ? null : JSON.parse(wait.event);
  return events.find(
    ({ seq, payload }) =>
      (wait.seq === null ? payload.name === wait.eventName && seq > wait.afterSeq : seq === wait.seq) &&
      (!expression || holds(expression, { event, async: payload })),
  )?.seq;
}
