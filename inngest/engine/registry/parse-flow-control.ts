import { z } from "zod";
import { parseEventExpression, parseExpression } from "../expressions/expression";
import { parseDuration, parseSleep } from "../runs/wait-time";
import type { Cancellation, Debounce, FlowControl, KeyOption, Rate } from "./function-definition";

const dayMillis = 86_400_000;
const debounceMillisMax = 7 * dayMillis;
const cancellationsMax = 5;

const rate = { limit: z.number(), period: z.string(), key: z.string().optional() };

/** The options as the SDK reports them. */
export const flowControlConfig = z.object({
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  debounce: z
    .object({ period: z.string(), timeout: z.string().optional(), key: z.string().optional() })
    .optional(),
  throttle: z.object({ ...rate, burst: z.number().optional() }).optional(),
  rateLimit: z.object(rate).optional(),
  idempotency: z.string().optional(),
  singleton: z.object({ mode: z.enum(["skip", "cancel"]), key: z.string().optional() }).optional(),
  priority: z.object({ run: z.string().optional() }).optional(),
  timeouts: z.object({ start: z.string().optional(), finish: z.string().optional() }).optional(),
});
type Config = z.infer<typeof flowControlConfig>;

export type Refuse = (what: string) => void;

/** Names by `refuse` what it cannot honour. */
export function parseFlowControl(config: Config, refuse: Refuse): FlowControl {
  const { cancel, debounce, throttle, rateLimit, idempotency, singleton, priority, timeouts } = config;
  const run = priority?.run;
  return {
    ...(cancel ? { cancelOn: parseCancellations(cancel, refuse) } : {}),
    ...(debounce ? { debounce: parseDebounce(debounce, refuse) } : {}),
    ...(throttle
      ? { throttle: parseRate("throttle", { ...throttle, burst: throttle.burst ?? 1 }, refuse) }
      : {}),
    ...(rateLimit
      ? { rateLimit: parseRate("rateLimit", { ...rateLimit, burst: rateLimit.limit }, refuse) }
      : {}),
    ...(idempotency ? { idempotency: onceADay(idempotency, refuse) } : {}),
    ...(singleton
      ? { singleton: { mode: singleton.mode, ...parseKey("singleton.key", singleton.key, refuse) } }
      : {}),
    ...(run === undefined ? {} : { priority: parseOption("priority.run", run, refuse).expression }),
    ...(timeouts ? { timeouts: parseTimeouts(timeouts, refuse) } : {}),
  };
}

/** The whole burst at once, then one at each interval. */
function parseRate(
  option: string,
  { limit, period, burst, key }: { limit: number; period: string; burst: number; key?: string | undefined },
  refuse: Refuse,
): Rate {
  if (!(limit >= 1)) refuse(`${option}.limit ${limit}`);
  const intervalMillis = readDuration(`${option}.period`, period, refuse) / Math.max(limit, 1);
  const toleranceMillis = intervalMillis * (Math.max(burst, 1) - 1);
  return { intervalMillis, toleranceMillis, ...parseKey(`${option}.key`, key, refuse) };
}

function onceADay(source: string, refuse: Refuse): Rate {
  return {
    intervalMillis: dayMillis,
    toleranceMillis: 0,
    ...parseKey("idempotency", source, refuse),
  };
}

function parseDebounce({ period, timeout, key }: NonNullable<Config["debounce"]>, refuse: Refuse): Debounce {
  const periodMillis = readDuration("debounce.period", period, refuse);
  if (periodMillis > debounceMillisMax) refuse(`debounce.period "${period}", longer than 7 days`);
  return {
    periodMillis,
    ...(timeout === undefined ? {} : { timeoutMillis: readDuration("debounce.timeout", timeout, refuse) }),
    ...parseKey("debounce.key", key, refuse),
  };
}

function parseTimeouts({ start, finish }: NonNullable<Config["timeouts"]>, refuse: Refuse) {
  return {
    ...(start === undefined ? {} : { startMillis: readDuration("timeouts.start", start, refuse) }),
    ...(finish === undefined ? {} : { finishMillis: readDuration("timeouts.finish", finish, refuse) }),
  };
}

function parseCancellations(list: NonNullable<Config["cancel"]>, refuse: Refuse): Cancellation[] {
  if (list.length > cancellationsMax) refuse(`cancelOn with more than ${cancellationsMax} entries`);
  return list.map(({ event, if: condition, timeout }) => {
    if (condition !== undefined && !parseExpression(condition)) refuse(`cancelOn.if "${condition}"`);
    return {
      event,
      ...(condition === undefined ? {} : { if: condition }),
      ...(timeout === undefined ? {} : { timeout: parseSleep(timeout) }),
    };
  });
}

function readDuration(option: string, text: string, refuse: Refuse): number {
  const millis = parseDuration(text);
  if (millis !== undefined && millis >= 1_000) return millis;
  refuse(`${option} "${text}"`);
  return 1_000;
}

export function parseKey(option: string, source: string | undefined, refuse: Refuse): { key?: KeyOption } {
  return source === undefined ? {} : { key: parseOption(option, source, refuse) };
}

/** Something harmless stands in for what is refused: its function is not registered. */
function parseOption(option: string, source: string, refuse: Refuse): KeyOption {
  const expression = parseEventExpression(source);
  if (!expression) refuse(`${option} "${source}"`);
  return { source, expression: expression ?? nothing };
}

const nothing = parseLiteral();

function parseLiteral() {
  const expression = parseExpression("null");
  if (!expression) throw new Error("null is an expression.");
  return expression;
}
