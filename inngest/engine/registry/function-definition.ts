import type { Expression } from "../expressions/expression";

export type EventTrigger = {
  /** A name, or a prefix and `*`. */
  event: string;
  if?: Expression;
};

/** One key for each value of the expression. */
export type KeyOption = { source: string; expression: Expression };

export type ConcurrencyLimit = {
  scope: "fn" | "env" | "account";
  max: number;
  /** Absent: one key for all. */
  key?: KeyOption;
};

export type Cancellation = {
  event: string;
  if?: string;
  /** How long after its start the run can be cancelled so. */
  timeout?: { millis: number } | { until: Date };
};

/** Starts of runs by the generic cell rate algorithm. */
export type Rate = {
  /** Between two starts at an even pace. */
  intervalMillis: number;
  /** How far ahead of that pace a burst may be. */
  toleranceMillis: number;
  key?: KeyOption;
};

export type Debounce = { periodMillis: number; timeoutMillis?: number; key?: KeyOption };

/** What decides whether and when an event's run starts. */
export type FlowControl = {
  cancelOn?: readonly Cancellation[];
  debounce?: Debounce;
  /** Excess waits. */
  throttle?: Rate;
  /** Excess is dropped. */
  rateLimit?: Rate;
  idempotency?: Rate;
  singleton?: { mode: "skip" | "cancel"; key?: KeyOption };
  priority?: Expression;
  timeouts?: { startMillis?: number; finishMillis?: number };
};

/** What the engine needs of a registered function. */
export type FunctionDefinition = FlowControl & {
  /** `<app>-<function>`. */
  id: string;
  attemptsMax: number;
  events: readonly EventTrigger[];
  crons: readonly string[];
  concurrency: readonly ConcurrencyLimit[];
};
