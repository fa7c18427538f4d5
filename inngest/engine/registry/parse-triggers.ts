import { z } from "zod";
import { parseEventExpression } from "../expressions/expression";
import { parseCron } from "../schedule/cron-expression";
import type { EventTrigger } from "./function-definition";
import type { Refuse } from "./parse-flow-control";

export const triggersConfig = z.array(z.record(z.string(), z.unknown()));
type Config = z.infer<typeof triggersConfig>;

export type Triggers = { events: EventTrigger[]; crons: string[] };

export function parseTriggers(list: Config, refuse: Refuse): Triggers {
  const triggers: Triggers = { events: [], crons: [] };
  for (const { event, cron, expression, ...rest } of list) {
    for (const field of Object.keys(rest)) refuse(`triggers.${field}`);
    if (typeof cron === "string") {
      if (parseCron(cron)) triggers.crons.push(cron);
      else refuse(`triggers.cron "${cron}"`);
    } else if (typeof event === "string") {
      triggers.events.push(parseEvent(event, expression, refuse));
    }
  }
  return triggers;
}

function parseEvent(event: string, source: unknown, refuse: Refuse): EventTrigger {
  if (event.startsWith("inngest/") && !/^inngest\/function\.(failed|finished|cancelled)$/.test(event)) {
    refuse(`triggers.event "${event}"`);
  }
  if (typeof source !== "string" || source === "") return { event };
  const condition = parseEventExpression(source);
  if (!condition) {
    refuse(`triggers.if "${source}"`);
    return { event };
  }
  return { event, if: condition };
}
