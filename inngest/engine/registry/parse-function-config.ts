import { z } from "zod";
import type { ConcurrencyLimit, FunctionDefinition } from "./function-definition";
import { flowControlConfig, parseFlowControl, parseKey, type Refuse } from "./parse-flow-control";
import { parseTriggers, triggersConfig } from "./parse-triggers";

/** What a server assumes of a function that does not say. */
const retriesDefault = 4;

const limit = z.strictObject({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});
const supported = z.object({
  ...flowControlConfig.shape,
  id: z.string(),
  name: z.string().optional(),
  triggers: triggersConfig,
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) }),
  concurrency: z
    .union([
      z.number().transform((max) => [{ limit: max, scope: "fn" as const, key: undefined }]),
      limit.transform((one) => [one]),
      z.array(limit).max(2),
    ])
    .default([]),
});
const config = supported.catchall(z.unknown());
const supportedFields = new Set(Object.keys(supported.shape));

export type ParsedFunction = { definition: FunctionDefinition; refusals: readonly string[] };

/** Reads one function of the SDK's registration answer; `refusals` names what the engine would not honour. */
export function parseFunctionConfig(source: unknown): ParsedFunction {
  const parsed = config.parse(source);
  const refusals = Object.keys(parsed).filter((field) => !supportedFields.has(field));
  const refuse: Refuse = (what) => refusals.push(what);
  const definition = {
    id: parsed.id,
    attemptsMax: (parsed.steps.step.retries?.attempts ?? retriesDefault) + 1,
    ...parseTriggers(parsed.triggers, refuse),
    ...parseFlowControl(parsed, refuse),
    concurrency: parsed.concurrency.filter((one) => one.limit > 0).map((one) => readLimit(one, refuse)),
  };
  return { definition, refusals };
}

function readLimit(one: z.infer<typeof limit>, refuse: Refuse): ConcurrencyLimit {
  return { scope: one.scope, max: one.limit, ...parseKey("concurrency.key", one.key, refuse) };
}
