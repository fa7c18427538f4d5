import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

const killCount = 6;
const runCount = 60;
const requestsPerWorker = 6;

describe("crashes", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);
  const workers = new Set<ChildProcess>();

  afterAll(async () => {
    await Promise.all([...workers].map((worker) => kill(worker)));
  });

  async function startWorker(): Promise<ChildProcess> {
    const worker = spawn("node_modules/.bin/tsx", ["inngest/engine/testing/crash-worker.ts", database.url], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    workers.add(worker);
    await once(worker.stdout ?? worker, "data");
    return worker;
  }

  /** The whole group: tsx runs the worker in a child of its own. */
  async function kill(worker: ChildProcess): Promise<void> {
    workers.delete(worker);
    if (worker.exitCode !== null || worker.pid === undefined) return;
    const gone = once(worker, "exit");
    process.kill(-worker.pid, "SIGKILL");
    await gone;
  }

  it("whenever workers are killed, every run ends once and at most the steps in flight run again", async () => {
    await database.sql`create table effects (run_id uuid not null, step text not null)`;
    let victim = await startWorker();
    let other = await startWorker();
    const events = Array.from({ length: runCount }, (_, n) => ({
      name: "a/crash",
      data: { lane: `l${n % 4}` },
    }));
    await engine.send(...events);
    for (let kills = 0; kills < killCount; kills += 1) {
      await sleep(Math.random() * 700);
      await kill(victim);
      victim = other;
      other = await startWorker();
    }
    const runs = await engine.ended("crash", runCount);
    expect(new Set(runs.map((run) => run.status))).toEqual(new Set(["completed"]));
    for (const run of runs) expect(run.output).toEqual(["one", "two", "three", "four"]);
    const told = await engine.ended("told", runCount);
    expect(new Set(told.map((run) => run.output))).toEqual(new Set(runs.map((run) => run.id)));

    const [effects] = await database.sql<{ total: number; distinct: number }[]>`
      select count(*)::int as total, count(distinct (run_id, step))::int as distinct from effects`;
    expect(effects?.distinct).toBe(runCount * 4);
    expect((effects?.total ?? 0) - runCount * 4).toBeLessThanOrEqual(killCount * requestsPerWorker);
    expect(await database.sql`select 1 from workflow.jobs`).toHaveLength(0);
  }, 55_000);
});
