import { describe, expect, it } from "vitest";
import type { AttemptRow, FinishedStepRow, WaitingJobRow } from "@/db/queries/workflow/inspect";
import { buildTimeline } from "./timeline";
import type { RunRecords } from "./timeline-entry";

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1_000);
const request = (seconds: number) => ({ startedAt: at(seconds), request: at(seconds).toISOString() });
const error = JSON.stringify({ name: "Error", message: "no" });

const step = (
  name: string,
  from: number,
  to: number,
  own: Partial<FinishedStepRow> = {},
): FinishedStepRow => ({
  id: name,
  name,
  kind: "data",
  value: '{"type":"data","data":1}',
  attempt: 0,
  ...request(from),
  endedAt: at(to),
  ...own,
});
const attempt = (
  stepId: string | null,
  from: number,
  to: number,
  thrown: string | null = error,
): AttemptRow => ({
  stepId,
  stepName: stepId,
  attempt: 0,
  ...request(from),
  endedAt: at(to),
  error: thrown,
});
const job = (own: Partial<WaitingJobRow>): WaitingJobRow => ({
  kind: "resume",
  stepId: null,
  stepName: null,
  runAt: at(0),
  attempt: 0,
  lost: 0,
  error: null,
  blockedBy: null,
  isLeased: false,
  leasedAt: null,
  request: null,
  waitingSince: null,
  ...own,
});

function timelineOf(own: Partial<RunRecords>, status = "waiting") {
  const run = { createdAt: at(0), startedAt: at(1), endedAt: null, status, error: null };
  const records = { run, steps: [], jobs: [], waits: [], attempts: [], now: at(100), ...own };
  return buildTimeline(records, { hidesAddresses: false }).map(
    ({ kind, name, state, startedAt, endedAt, tries }) => ({
      is: `${kind} ${name} ${state}`,
      span: [startedAt, endedAt].map((moment) =>
        moment ? (moment.getTime() - at(0).getTime()) / 1_000 : null,
      ),
      tries: tries.length,
    }),
  );
}

describe("the timeline of a run", () => {
  it("lets each step of a request begin where the one before it ended, and parallel ones when they did", () => {
    const steps = [step("a", 1, 4), step("b", 1, 9), step("c", 10, 30), step("d", 11, 20)];
    expect(timelineOf({ steps }).map(({ span }) => span)).toEqual([
      [1, 4],
      [4, 9],
      [10, 30],
      [11, 20],
    ]);
  });

  it("gives a step the tries that came to nothing, also those whose process died", () => {
    const attempts = [attempt("a", 1, 2), attempt("a", 5, 8, null)];
    const [first] = timelineOf({ steps: [step("a", 10, 12)], attempts });
    expect(first).toEqual({ is: "step a completed", span: [1, 12], tries: 3 });
  });

  it("names a step that is to be tried again, and the code between steps where that threw", () => {
    const retrying = job({ attempt: 1, runAt: at(200) });
    expect(timelineOf({ jobs: [retrying], attempts: [attempt("a", 1, 2)] })).toMatchObject([
      { is: "step a retrying", tries: 1 },
    ]);
    expect(timelineOf({ jobs: [retrying], attempts: [attempt(null, 1, 2)] })).toMatchObject([
      { is: "code null retrying", tries: 1 },
    ]);
  });

  it("takes a timer whose step has ended for the call that follows it", () => {
    const steps = [step("nap", 1, 50, { kind: "sleep", value: "null" })];
    const jobs = [job({ kind: "sleep", stepId: "nap", stepName: "nap", isLeased: true, leasedAt: at(50) })];
    expect(timelineOf({ steps, jobs }).map(({ is, span }) => [is, span])).toEqual([
      ["sleep nap completed", [1, 50]],
      ["code null running", [50, null]],
    ]);
  });

  it("tells an error once: of the step that threw it, or of the code that did", () => {
    const run = {
      createdAt: at(0),
      startedAt: at(1),
      endedAt: at(9),
      status: "failed",
      error: JSON.parse(error),
    };
    const failed = step("a", 1, 8, { kind: "error", value: `{"type":"error","error":${error}}` });
    expect(timelineOf({ run, steps: [failed] }).map(({ is }) => is)).toEqual(["step a failed"]);
    expect(timelineOf({ run, steps: [step("a", 1, 8)] }).map(({ is, span }) => [is, span])).toEqual([
      ["step a completed", [1, 8]],
      ["code null failed", [8, 9]],
    ]);
  });

  it("tells a wait that nothing ended from one that an event did", () => {
    const steps = [
      step("came", 1, 2, { kind: "wait", value: '{"name":"x"}' }),
      step("missed", 3, 4, { kind: "wait", value: "null" }),
    ];
    expect(timelineOf({ steps }).map(({ is }) => is)).toEqual([
      "wait came completed",
      "wait missed timed_out",
    ]);
  });
});
