import type { TimelineEntry } from "../api";

/** Milliseconds from the run's beginning. */
export type Segment = { kind: "work" | "failed" | "wait" | "queue"; from: number; to: number };

export type Row = {
  key: string;
  /** Absent: the time before the run began. */
  entry: TimelineEntry | null;
  segments: Segment[];
  from: number | null;
  tookMillis: number | null;
};

type Run = {
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  timeline: readonly TimelineEntry[];
};

/** What is drawn: a row for each entry, the wait for a place before them, and how long all of it is. */
export function layOut(run: Run, now: number): { rows: Row[]; totalMillis: number } {
  const zero = run.createdAt.getTime();
  const end = run.endedAt?.getTime() ?? Math.max(now, zero);
  const at = (moment: number) => Math.min(Math.max(moment - zero, 0), Math.max(end - zero, 1));
  const begin = run.startedAt?.getTime() ?? firstStartOf(run.timeline) ?? end;
  const queue: Row = {
    key: "queue",
    entry: null,
    segments: [{ kind: "queue", from: 0, to: at(begin) }],
    from: 0,
    tookMillis: Math.max(begin - zero, 0),
  };
  const rows = run.timeline.map((entry): Row => {
    const segments = segmentsOf(entry, end).map(({ kind, from, to }) => ({
      kind,
      from: at(from),
      to: at(to),
    }));
    const [first, last] = [segments[0], segments.at(-1)];
    return {
      key: entry.id,
      entry,
      segments,
      from: first?.from ?? null,
      tookMillis: first && last ? last.to - first.from : null,
    };
  });
  return { rows: [queue, ...rows], totalMillis: Math.max(end - zero, 1) };
}

const firstStartOf = (timeline: readonly TimelineEntry[]): number | undefined =>
  timeline.find(({ startedAt }) => startedAt)?.startedAt?.getTime();

/** Work, and what was waited for between its tries. */
function segmentsOf(entry: TimelineEntry, now: number): Segment[] {
  if (entry.tries.length > 0) return segmentsOfTries(entry, now);
  const { startedAt, endedAt, kind, state } = entry;
  if (!startedAt) return [];
  const isTimer = kind === "sleep" || kind === "wait" || kind === "invoke";
  const span = { from: startedAt.getTime(), to: endedAt?.getTime() ?? now };
  return [{ ...span, kind: isTimer ? "wait" : state === "failed" ? "failed" : "work" }];
}

function segmentsOfTries(entry: TimelineEntry, now: number): Segment[] {
  const segments: Segment[] = [];
  for (const { startedAt, endedAt, error, hasProcessDied } of entry.tries) {
    const before = segments.at(-1)?.to;
    const to = endedAt?.getTime() ?? now;
    const from = startedAt?.getTime() ?? before ?? to;
    if (before !== undefined && from > before) segments.push({ kind: "wait", from: before, to: from });
    segments.push({ kind: error || hasProcessDied ? "failed" : "work", from, to });
  }
  const last = segments.at(-1)?.to;
  if (entry.endedAt === null && last !== undefined)
    segments.push({ kind: entry.state === "running" ? "work" : "wait", from: last, to: now });
  return segments;
}

const secondMillis = 1_000;
const hourMillis = 3_600 * secondMillis;
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800].map((seconds) => seconds * secondMillis),
  ...[1, 2, 3, 6, 12, 24, 48, 96, 168, 336].map((hours) => hours * hourMillis),
];

/** Round moments along the axis, its beginning included: at most five. */
export function ticksOf(totalMillis: number): number[] {
  const step = steps.find((one) => totalMillis / one <= 4) ?? totalMillis / 4;
  return Array.from({ length: Math.floor(totalMillis / step) + 1 }, (_, n) => n * step);
}
