import type { FinishedStepRow } from "@/db/queries/workflow/inspect";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { toPayload, toRunError } from "./payload";
import type { Redaction } from "./redact";
import { Begins, type RunRecords, type TimelineEntry, type Try, toTry } from "./timeline-entry";
import { addOpenEntries } from "./timeline-open";
import type { EntryKind } from "./workflow";

const kindOf: Record<FinishedStepRow["kind"], EntryKind> = {
  data: "step",
  error: "step",
  sleep: "sleep",
  wait: "wait",
  invoke: "invoke",
};

/** What a run did, does and waits for, in the order in which it began. */
export function buildTimeline(records: RunRecords, redaction: Redaction): TimelineEntry[] {
  const begins = new Begins(records);
  const finished = records.steps.map((step) => toEntry(step, records, begins, redaction));
  const open = addOpenEntries(records, begins, redaction);
  return [...finished, ...open].sort(
    (a, b) => (a.startedAt?.getTime() ?? Infinity) - (b.startedAt?.getTime() ?? Infinity),
  );
}

function toEntry(
  step: FinishedStepRow,
  { attempts }: RunRecords,
  begins: Begins,
  redaction: Redaction,
): TimelineEntry {
  const kind = kindOf[step.kind];
  const value = tryParseJson(step.value);
  const { data, error } = outcomeOf(kind, value);
  const begin = kind === "step" ? begins.of(step) : (step.startedAt ?? step.endedAt);
  const failure = error === undefined ? null : toRunError(error, redaction);
  const earlier = attempts
    .filter(({ stepId }) => stepId === step.id)
    .map((row) => toTry(row, begins, redaction));
  const last: Try = { startedAt: begin, endedAt: step.endedAt, error: failure, hasProcessDied: false };
  return {
    id: step.id,
    kind,
    name: step.name,
    state: failure ? "failed" : kind === "wait" && value === null ? "timed_out" : "completed",
    startedAt: earlier[0]?.startedAt ?? begin,
    endedAt: step.endedAt,
    tries: earlier.length > 0 ? [...earlier, last] : [],
    output: data === undefined || data === null ? null : toPayload(data, redaction),
    error: failure,
    wait: null,
  };
}

/** As the engine stores it: wrapped where it may be an error, bare where it is an event. */
function outcomeOf(kind: EntryKind, value: unknown): { data?: unknown; error?: unknown } {
  if (kind === "sleep") return {};
  if (kind === "wait") return { data: value };
  return typeof value === "object" && value !== null ? value : { data: value };
}
