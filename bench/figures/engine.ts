import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import type { LabDatabase } from "@/bench/harness/lab";
import { compare } from "@/bench/harness/pairs";
import { median } from "@/bench/harness/statistics";

const runsOfProfile = { smoke: 2_000, full: 10_000 } as const;
const perSecondMin = 500;
const ratioMin = 0.1;

/** Two-step runs of one worker, against a bare loop that writes the same rows. */
export const engine: FigureGroup = { names: ["ENGINE"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const runs = runsOfProfile[bench.options.profile];
  const database = await bench.lab.createDatabase();
  const worker = bench.child(database.url);
  const loop = bench.child(database.url);
  const once = async (work: () => Promise<number>) => {
    const seconds = await work();
    await assertAllEnded(database, runs);
    return { units: runs, seconds };
  };
  const cpuMillis: number[] = [];
  const runAll = async () => {
    const before = worker.cpuSeconds();
    const seconds = await worker.run("runTwoSteps", { runs });
    cpuMillis.push(((worker.cpuSeconds() - before) * 1_000) / runs);
    return seconds;
  };
  const comparison = await compare(
    () => once(runAll),
    () => once(() => loop.run("claimLoop", { runs })),
    bench.options.pairs,
  );
  await Promise.all([worker.stop(), loop.stop()]);
  const base = { goal: "at least", rows: runs } as const;
  return [
    toFigure({ ...base, ...comparison, name: "ENGINE two-step runs", unit: "runs/s", target: ratioMin }),
    toFigure({
      ...base,
      name: "ENGINE, one worker on this machine",
      unit: "runs/s",
      value: comparison.value,
      limit: perSecondMin,
      ratio: comparison.value / perSecondMin,
      target: 1,
      note: `${median(cpuMillis).toFixed(2)} ms of the worker's processor a run`,
    }),
  ];
}

async function assertAllEnded({ sql }: LabDatabase, runs: number): Promise<void> {
  const [row] = await sql<{ ended: number; steps: number; jobs: number }[]>`
    select (select count(*)::int from workflow.runs where status = 'completed') as ended,
      (select count(*)::int from workflow.steps) as steps, (select count(*)::int from workflow.jobs) as jobs`;
  if (row?.ended !== runs || row.steps !== runs * 2 || row.jobs !== 0)
    throw new Error(`Wrong totals: ${JSON.stringify(row)}`);
  await sql`truncate workflow.events, workflow.runs, workflow.steps, workflow.jobs`;
}
