import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import type { Population } from "@/bench/harness/population";
import { type SandboxProcess, startSandboxProcess } from "@/bench/harness/sandbox-process";
import { isSent, kill, leaseSeconds, scheduleNow, startWorker, until } from "@/bench/harness/worker-process";

const sizes = {
  smoke: { recipients: 6_000, kills: 3, ratePerSecond: 1_500 },
  full: { recipients: 40_000, kills: 20, ratePerSecond: 2_000 },
} as const;

const slowdownMax = 1.1;

/** What killing the worker at random costs in time; that nobody is missed or doubled is asserted on the way. */
export const crashTax: FigureGroup = { names: ["B13"], measure };

type Setting = { people: Population; sandbox: SandboxProcess; dataFolder: string };

async function measure(bench: Bench): Promise<Line[]> {
  const { recipients, kills, ratePerSecond } = sizes[bench.options.profile];
  const people = await bench.freshPopulation(recipients);
  await people.scope.sql`
    update providers set rate_per_second = ${ratePerSecond}, version = version + 1
    where workspace_id = ${people.workspaceId} and channel = 'app_push'`;
  const sandbox = await startSandboxProcess();
  try {
    const setting = { people, sandbox, dataFolder: bench.lab.folder };
    const quiet = await sendOnce(setting, 0);
    const value = await sendOnce(setting, kills);
    const { shown, shownTwice } = await sandbox.stats(people.workspaceId);
    if (shownTwice > 0 || shown !== 2 * recipients) throw new Error(`Shown ${shown}, twice ${shownTwice}.`);
    const limit = quiet * slowdownMax + kills * leaseSeconds;
    const note = `${quiet.toFixed(1)} s without kills; ${kills} kills, lease ${leaseSeconds} s, limit 1.10 x + kills x lease`;
    return [
      toFigure({
        name: "B13 crash tax",
        unit: "s",
        value,
        limit,
        ratio: value / limit,
        target: 1,
        goal: "at most",
        rows: recipients,
        note,
      }),
    ];
  } finally {
    sandbox.close();
  }
}

async function sendOnce({ people, sandbox, dataFolder }: Setting, kills: number): Promise<number> {
  const { workspaceId, recipients } = people;
  const campaignId = await scheduleNow(people);
  const asked = async () => (await sandbox.stats(workspaceId)).asked;
  const startedAt = performance.now();
  let worker = startWorker(people, { dataFolder, sandbox });
  for (let done = 0; done < kills; done += 1) {
    const enough = (await asked()) + 1 + Math.floor((Math.random() * recipients) / kills / 2);
    await until(async () => (await asked()) >= enough);
    await kill(worker);
    worker = startWorker(people, { dataFolder, sandbox });
  }
  await until(() => isSent(people, campaignId));
  const seconds = (performance.now() - startedAt) / 1_000;
  await kill(worker);
  return seconds;
}
