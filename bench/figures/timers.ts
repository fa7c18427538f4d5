import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";

const timers = 10_000;
const lateMillisMax = 5_000;
const idleSeconds = 20;
const idleShareMax = 0.01;

/** Timers that come due at one moment, until the last of their functions has gone on; and what waiting costs. */
export const timerFirings: FigureGroup = { names: ["TIMERS"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const database = await bench.lab.createDatabase();
  const worker = bench.child(database.url);
  const before = worker.cpuSeconds();
  const late = await worker.run("fireTimers", { timers, inSeconds: 40 });
  const cpuMillis = ((worker.cpuSeconds() - before) * 1_000) / timers;
  const last = late.at(-1) ?? Number.POSITIVE_INFINITY;
  if (late.length !== timers || (late[0] ?? -1) < 0) throw new Error("A timer is missing, or fired early.");
  await database.sql`truncate workflow.events, workflow.runs, workflow.steps, workflow.jobs`;
  const share = (await worker.run("idle", { seconds: idleSeconds })) / idleSeconds;
  await worker.stop();
  const median = late[timers / 2] ?? 0;
  return [
    toFigure({
      name: "TIMERS of one moment",
      unit: "ms late",
      value: last,
      limit: lateMillisMax,
      ratio: last / lateMillisMax,
      target: 1,
      goal: "at most",
      rows: timers,
      note: `median ${median.toFixed(0)} ms; ${cpuMillis.toFixed(2)} ms of the worker's processor a timer, from its event to its end`,
    }),
    toFigure({
      name: "TIMERS, an idle engine",
      unit: "of a core",
      value: share,
      limit: idleShareMax,
      ratio: share / idleShareMax,
      target: 1,
      goal: "at most",
    }),
  ];
}
