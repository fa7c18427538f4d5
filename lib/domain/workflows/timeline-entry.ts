import type { AttemptRow, FinishedStepRow, OpenWaitRow, WaitingJobRow } from "@/db/queries/workflow/inspect";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { type Payload, type RunError, toRunError } from "./payload";
import type { Redaction } from "./redact";
import type { EntryKind, EntryState } from "./workflow";

export type Try = {
  startedAt: Date | null;
  endedAt: Date | null;
  /** Absent on the one that worked, and on one whose process died. */
  error: RunError | null;
  hasProcessDied: boolean;
};

export type TimelineEntry = {
  /** The step's in the engine; of code between steps, `code`. */
  id: string;
  kind: EntryKind;
  /** The step's, as the function calls it. */
  name: string | null;
  state: EntryState;
  startedAt: Date | null;
  endedAt: Date | null;
  /** In order; none where the first try was the only one. */
  tries: Try[];
  output: Payload | null;
  error: RunError | null;
  /** Of timers and retries. */
  wait: { until: Date | null; eventName: string | null; match: string | null } | null;
};

export type RunRecords = {
  run: { createdAt: Date; startedAt: Date | null; endedAt: Date | null; status: string; error: unknown };
  steps: readonly FinishedStepRow[];
  jobs: readonly WaitingJobRow[];
  waits: readonly OpenWaitRow[];
  attempts: readonly AttemptRow[];
  now: Date;
};

/** When each step of a request began: where the one before it ended. */
export class Begins {
  private readonly ends: { request: string | null; endedAt: Date }[];

  constructor({ steps, attempts, run }: RunRecords) {
    this.fallback = run.startedAt ?? run.createdAt;
    const work = steps.filter(({ kind }) => kind === "data" || kind === "error");
    this.ends = [...work, ...attempts];
  }

  private readonly fallback: Date;

  of(row: { request: string | null; startedAt: Date | null; endedAt: Date | null }): Date {
    const { request, endedAt } = row;
    const before = this.ends.filter(
      (one) => one !== row && one.request === request && (endedAt === null || one.endedAt < endedAt),
    );
    return new Date(
      Math.max((row.startedAt ?? this.fallback).getTime(), ...before.map((one) => one.endedAt.getTime())),
    );
  }
}

export function toTry(row: AttemptRow, begins: Begins, redaction: Redaction): Try {
  return {
    startedAt: begins.of(row),
    endedAt: row.endedAt,
    error: row.error === null ? null : toRunError(tryParseJson(row.error), redaction),
    hasProcessDied: row.error === null,
  };
}
