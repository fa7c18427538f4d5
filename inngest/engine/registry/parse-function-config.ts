import { z } from "zod";
import { parseCron } from "../schedule/cron-expression";
import type { ConcurrencyLimit, FunctionDefinition } from "./function-definition";
import { parseKeyExpression } from "./key-expression";

/** What a server assumes of a function that does not say. */
const retriesDefault = 4;
const supportedFields = new Set(["id", "name", "triggers", "steps", "concurrency"]);
const optionOfField: Record<string, string> = { cancel: "cancelOn" };
const failureFilter = /^event\.data\.function_id == '([^']+)'$/;

const limit = z.strictObject({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});
const config = z.looseObject({
  id: z.string(),
  triggers: z.array(z.record(z.string(), z.unknown())),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) }),
  concurrency: z
    .union([
      z.number().transform((max) => [{ limit: max, scope: "fn" as const, key: undefined }]),
      limit.transform((one) => [one]),
      z.array(limit).max(2),
    ])
    .default([]),
});
type Config = z.infer<typeof config>;

export type ParsedFunction = { definition: FunctionDefinition; refusals: readonly string[] };

/** Reads one function of the SDK's registration answer; `refusals` names what the engine would not honour. */
export function parseFunctionConfig(source: unknown): ParsedFunction {
  const parsed = config.parse(source);
  const refusals = Object.keys(parsed)
    .filter((field) => !supportedFields.has(field))
    .map((field) => optionOfField[field] ?? field);
  const events: FunctionDefinition["events"][number][] = [];
  const crons: string[] = [];
  for (const trigger of parsed.triggers) {
    readTrigger(trigger, events, crons, refusals);
  }
  const definition = {
    id: parsed.id,
    attemptsMax: (parsed.steps.step.retries?.attempts ?? retriesDefault) + 1,
    events,
    crons,
    concurrency: parsed.concurrency.filter((one) => one.limit > 0).map((one) => readLimit(one, refusals)),
  };
  return { definition, refusals };
}

function readTrigger(
  trigger: Config["triggers"][number],
  events: FunctionDefinition["events"][number][],
  crons: string[],
  refusals: string[],
) {
  const { event, cron, expression, ...rest } = trigger;
  refusals.push(...Object.keys(rest).map((field) => `triggers.${field}`));
  if (typeof cron === "string") {
    if (parseCron(cron)) crons.push(cron);
    else refusals.push(`triggers.cron "${cron}"`);
    return;
  }
  if (typeof event !== "string") return;
  const ofFunctionId = typeof expression === "string" ? failureFilter.exec(expression)?.[1] : undefined;
  if (expression !== undefined && ofFunctionId === undefined) refusals.push("triggers.if");
  if (event.startsWith("inngest/") && !/^inngest\/function\.(failed|finished|cancelled)$/.test(event)) {
    refusals.push(`triggers.event "${event}"`);
  }
  events.push({ event, ...(ofFunctionId === undefined ? {} : { ofFunctionId }) });
}

function readLimit(one: Config["concurrency"][number], refusals: string[]): ConcurrencyLimit {
  if (one.key === undefined) return { scope: one.scope, max: one.limit };
  const expression = parseKeyExpression(one.key);
  if (!expression) refusals.push(`concurrency.key "${one.key}"`);
  return { scope: one.scope, max: one.limit, key: { source: one.key, expression: expression ?? [] } };
}
