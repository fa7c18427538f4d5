import type { KeyExpression } from "./key-expression";

export type EventTrigger = {
  /** A name, or a prefix and `*`. */
  event: string;
  /** Set on `onFailure` functions: only the failures of this one. */
  ofFunctionId?: string;
};

export type ConcurrencyLimit = {
  scope: "fn" | "env" | "account";
  max: number;
  /** Absent: one key for all. */
  key?: { source: string; expression: KeyExpression };
};

/** What the engine needs of a registered function. */
export type FunctionDefinition = {
  /** `<app>-<function>`. */
  id: string;
  attemptsMax: number;
  events: readonly EventTrigger[];
  crons: readonly string[];
  concurrency: readonly ConcurrencyLimit[];
};
