import { describe, expect, test } from "vitest";
import type { TimelineEntry } from "../api";
import { layOut, ticksOf } from "./timeline-scale";

const at = (millis: number) => new Date(1_800_000_000_000 + millis);
const entry = (own: Partial<TimelineEntry>): TimelineEntry => ({
  id: "1",
  kind: "step",
  name: "load",
  state: "completed",
  startedAt: at(100),
  endedAt: at(200),
  tries: [],
  output: null,
  error: null,
  wait: null,
  ...own,
});
const run = (...timeline: TimelineEntry[]) => ({
  createdAt: at(0),
  startedAt: at(100),
  endedAt: null,
  timeline,
});

describe("a run to scale", () => {
  test("begins with the time before its first request", () => {
    const { rows, totalMillis } = layOut(run(entry({})), at(1_000).getTime());
    expect(totalMillis).toBe(1_000);
    expect(rows.map(({ segments }) => segments)).toEqual([
      [{ kind: "queue", from: 0, to: 100 }],
      [{ kind: "work", from: 100, to: 200 }],
    ]);
  });

  test("tells tries from the waits between them, up to now while there is another to come", () => {
    const error = { name: "Error", message: "no", stack: null };
    const failed = (from: number, to: number) => ({
      startedAt: at(from),
      endedAt: at(to),
      error,
      hasProcessDied: false,
    });
    const tries = [failed(100, 150), failed(300, 350)];
    const { rows } = layOut(run(entry({ state: "retrying", endedAt: null, tries })), at(500).getTime());
    expect(rows[1]?.segments.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["failed", 100, 150],
      ["wait", 150, 300],
      ["failed", 300, 350],
      ["wait", 350, 500],
    ]);
  });

  test("draws a wait that goes on up to now, and nothing for what has not begun", () => {
    const waiting = entry({ kind: "wait", state: "waiting", startedAt: at(200), endedAt: null });
    const queued = entry({ state: "queued", startedAt: null, endedAt: null });
    const { rows } = layOut(run(waiting, queued), at(900).getTime());
    expect(rows[1]?.segments).toEqual([{ kind: "wait", from: 200, to: 900 }]);
    expect(rows[2]).toMatchObject({ segments: [], from: null, tookMillis: null });
  });

  test.each([1, 37, 999, 61_000, 4_000_000, 40 * 86_400_000, 2 * 365 * 86_400_000])(
    "of %i ms has two to five marks inside it",
    (total) => {
      const ticks = ticksOf(total);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)).toBeLessThanOrEqual(total);
    },
  );
});
