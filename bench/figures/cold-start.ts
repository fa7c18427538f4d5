import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Figure, type Line, toFigure } from "@/bench/harness/figure";
import { buildMissing, hasBuild, startServer } from "@/bench/harness/product-server";
import { startSandboxProcess } from "@/bench/harness/sandbox-process";
import { median } from "@/bench/harness/statistics";
import { isSent, kill, scheduleNow, startWorker, until } from "@/bench/harness/worker-process";

const serverSecondsMax = 2;
const workerSecondsMax = 1;

/** How long a start takes until it is of use; the median of a few. */
export const coldStart: FigureGroup = { names: ["B17"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const times = bench.options.profile === "full" ? 9 : 3;
  const server = hasBuild()
    ? toLine("B17 server, first 200", await startServers(bench, times), serverSecondsMax)
    : { name: "B17 server, first 200", skipped: buildMissing };
  return [server, toLine("B17 worker, first send", await startWorkers(bench, times), workerSecondsMax)];
}

function toLine(name: string, seconds: number[], limit: number): Figure {
  const value = median(seconds);
  return toFigure({ name, unit: "s", value, limit, ratio: value / limit, target: 1, goal: "at most" });
}

async function startServers({ lab }: Bench, times: number): Promise<number[]> {
  const database = await lab.createDatabase();
  const seconds: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const server = await startServer(lab, database);
    seconds.push(server.secondsToFirstAnswer);
    await server.close();
  }
  return seconds;
}

async function startWorkers(bench: Bench, times: number): Promise<number[]> {
  const people = await bench.freshPopulation(10);
  const sandbox = await startSandboxProcess();
  const accepted = async () => (await sandbox.stats(people.workspaceId)).accepted;
  const seconds: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const campaignId = await scheduleNow(people);
    const before = await accepted();
    const startedAt = performance.now();
    const worker = startWorker(people, { dataFolder: bench.lab.folder, sandbox });
    await until(async () => (await accepted()) > before);
    seconds.push((performance.now() - startedAt) / 1_000);
    await until(() => isSent(people, campaignId), 60);
    await kill(worker);
  }
  sandbox.close();
  return seconds;
}
