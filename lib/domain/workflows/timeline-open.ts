import type { OpenWaitRow, WaitingJobRow } from "@/db/queries/workflow/inspect";
import { type RunError, toRunError } from "./payload";
import type { Redaction } from "./redact";
import { type Begins, type RunRecords, type TimelineEntry, type Try, toTry } from "./timeline-entry";
import type { EntryKind, EntryState } from "./workflow";

const timers: Partial<Record<WaitingJobRow["kind"], EntryKind>> = {
  sleep: "sleep",
  wait: "wait",
  invoke: "invoke",
};

const codeId = "code";

const blank = {
  name: null,
  startedAt: null,
  endedAt: null,
  tries: [],
  output: null,
  error: null,
  wait: null,
};

/** What has not ended: steps and waits with a job of their own, and the function's code, which has one or has failed. */
export function addOpenEntries(records: RunRecords, begins: Begins, redaction: Redaction): TimelineEntry[] {
  const ended = new Set(records.steps.map(({ id }) => id));
  const isOpen = (job: WaitingJobRow) =>
    job.stepId !== null && !ended.has(job.stepId) && job.kind !== "resume";
  const steps = records.jobs.filter(isOpen).map((job) => stepEntry(job, records, begins, redaction));
  const call = records.jobs.find((job) => !isOpen(job));
  return [...steps, ...codeEntries(call, records, begins, redaction)];
}

function stepEntry(
  job: WaitingJobRow,
  records: RunRecords,
  begins: Begins,
  redaction: Redaction,
): TimelineEntry {
  const kind = timers[job.kind] ?? "step";
  const tries = records.attempts
    .filter(({ stepId }) => stepId === job.stepId)
    .map((row) => toTry(row, begins, redaction));
  const begin = kind === "step" ? (job.isLeased ? job.leasedAt : null) : job.waitingSince;
  return {
    ...blank,
    id: job.stepId ?? codeId,
    kind,
    name: job.stepName,
    state: stateOf(job, records.now),
    startedAt: tries[0]?.startedAt ?? begin,
    tries,
    wait: kind === "step" ? retryOf(job, records.now) : waitOf(job, records.waits),
  };
}

/**
 * The code between the steps: what it does now, or the tries in which it threw. Of a step that is tried again in it
 * the name is known; of one that runs for the first time only once it has ended.
 */
function codeEntries(
  call: WaitingJobRow | undefined,
  records: RunRecords,
  begins: Begins,
  redaction: Redaction,
): TimelineEntry[] {
  const { run, now } = records;
  const known = new Set([...records.steps.map(({ id }) => id), ...records.jobs.map(({ stepId }) => stepId)]);
  const retried = records.attempts.findLast(({ stepId }) => stepId !== null && !known.has(stepId));
  const tries = records.attempts
    .filter(({ stepId }) => stepId === (retried?.stepId ?? null))
    .map((row) => toTry(row, begins, redaction));
  const error = run.error === null ? null : toRunError(run.error, redaction);
  if (!call && tries.length === 0 && (!error || isOfLastStep(error, records))) return [];
  const endedAt = call ? null : error ? run.endedAt : (tries.at(-1)?.endedAt ?? null);
  const last: Try = { startedAt: null, endedAt, error, hasProcessDied: false };
  return [
    {
      ...blank,
      id: retried?.stepId ?? codeId,
      kind: retried ? "step" : "code",
      name: retried?.stepName ?? null,
      state: call ? stateOf(call, now) : run.status === "completed" ? "completed" : "failed",
      startedAt: tries[0]?.startedAt ?? beginOfCode(call, records, begins),
      endedAt,
      tries: error && tries.length > 0 ? [...tries, last] : tries,
      error,
      wait: call ? retryOf(call, now) : null,
    },
  ];
}

/** The function let it pass: the step has told it. */
function isOfLastStep(error: RunError, { steps }: RunRecords): boolean {
  const last = steps.at(-1);
  return last?.kind === "error" && last.value.includes(JSON.stringify(error.message).slice(1, -1));
}

function beginOfCode(
  call: WaitingJobRow | undefined,
  { run, steps }: RunRecords,
  begins: Begins,
): Date | null {
  if (call?.isLeased) return begins.of({ request: call.request, startedAt: call.leasedAt, endedAt: null });
  if (call) return null;
  const ends = steps.map(({ endedAt }) => endedAt.getTime());
  return new Date(Math.max((run.startedAt ?? run.createdAt).getTime(), ...ends));
}

function stateOf(job: WaitingJobRow, now: Date): EntryState {
  if (job.isLeased) return "running";
  if (job.blockedBy !== null) return "queued";
  if ((job.attempt > 0 || job.lost > 0) && job.runAt > now) return "retrying";
  return job.runAt > now ? "waiting" : "queued";
}

const retryOf = (job: WaitingJobRow, now: Date): TimelineEntry["wait"] =>
  !job.isLeased && job.runAt > now ? { until: job.runAt, eventName: null, match: null } : null;

function waitOf(job: WaitingJobRow, waits: readonly OpenWaitRow[]): TimelineEntry["wait"] {
  const wait = job.kind === "wait" ? waits.find(({ stepName }) => stepName === job.stepName) : undefined;
  return { until: job.runAt, eventName: wait?.eventName ?? null, match: wait ? matchOf(wait) : null };
}

export function matchOf({ matchPath, matchValue, expression }: OpenWaitRow): string | null {
  const parts = [
    matchPath === null ? [] : [`${matchPath} = ${matchValue}`],
    expression === null ? [] : [expression],
  ].flat();
  return parts.length > 0 ? parts.join(" && ") : null;
}
