import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertOutboxEvents, type OutboxEvent } from "@/db/queries/workflow/outbox";
import { useFaultCluster } from "../../testing/fault-cluster";
import { faultLaneLimit, faultLanes, faultSteps } from "../../testing/fault-functions";
import { FaultWorkers } from "../../testing/fault-workers";

const isFull = process.env.PUSHPILOT_FAULTS === "full";
const size = isFull ? { runs: 2_000, kills: 50, restarts: 3 } : { runs: 200, kills: 8, restarts: 1 };
const requestsPerWorker = 8;

describe("three workers, killed at random, and a database that restarts", () => {
  const cluster = useFaultCluster();
  let workers: FaultWorkers;

  beforeAll(async () => {
    workers = new FaultWorkers(cluster.url);
    await cluster.sql`
      create table attempts (
        id uuid primary key, run_id uuid, step text, lane text, worker text, began_at timestamptz, ended_at timestamptz)`;
    await cluster.sql`create table effects (run_id uuid, step text, primary key (run_id, step))`;
    await Promise.all([workers.start(), workers.start(), workers.start()]);
  });
  afterAll(() => workers.killAll());

  const killed: { worker: string; at: Date }[] = [];

  async function killOne() {
    const { names } = workers;
    const worker = names[Math.floor(Math.random() * names.length)] ?? "";
    await workers.kill(worker);
    killed.push({ worker, at: new Date() });
    await workers.start();
  }

  const send = (...events: OutboxEvent[]) => insertOutboxEvents(cluster.sql, events);

  /** Ticks on all lanes, so that every wait ends sooner or later. */
  function startTicking(): () => Promise<void> {
    let isOver = false;
    const ticking = (async () => {
      for (let n = 0; !isOver; n += 1) {
        const lanes = Array.from({ length: faultLanes }, (_, lane) => `l${lane}`);
        await send(
          ...lanes.map((lane) => ({ id: `tick-${n}-${lane}`, name: "a/tick", data: { lane } })),
        ).catch(() => undefined);
        await sleep(500);
      }
    })();
    return () => {
      isOver = true;
      return ticking;
    };
  }

  async function breakThings() {
    const restartEvery = Math.ceil(size.kills / (size.restarts + 1));
    for (let kills = 1, restarts = 0; kills <= size.kills; kills += 1) {
      await sleep(Math.random() * (isFull ? 1_500 : 600));
      await killOne();
      if (kills % restartEvery === 0 && restarts < size.restarts) {
        restarts += 1;
        await cluster.restart();
      }
    }
  }

  const countEnded = async (functionId: string) => {
    const [row] = await cluster.sql<{ count: number }[]>`
      select count(*)::int as count from workflow.runs where function_id = ${functionId} and status <> 'active'`;
    return row?.count;
  };

  it("every run ends once, no effect is committed twice, and no limit is exceeded", {
    timeout: isFull ? 1_800_000 : 120_000,
  }, async () => {
    const stopTicking = startTicking();
    await send(
      ...Array.from({ length: size.runs }, (_, n) => ({
        id: `start-${n}`,
        name: "a/faulty",
        data: { lane: `l${n % faultLanes}` },
      })),
    );
    await breakThings();
    const patience = { timeout: isFull ? 1_200_000 : 90_000, interval: 250 };
    await expect.poll(() => countEnded("app-faulty"), patience).toBe(size.runs);
    await expect.poll(() => countEnded("app-told"), patience).toBe(size.runs);
    await stopTicking();
    await expectNothingLostOrDoubled();
    await expectLimitsKept();
  });

  async function expectNothingLostOrDoubled() {
    const [ends] = await cluster.sql`
      select count(*)::int as total, count(*) filter (where status = 'completed')::int as completed,
        count(*) filter (where output::jsonb = ${cluster.sql.json(faultSteps)})::int as whole
      from workflow.runs where function_id = 'app-faulty'`;
    expect(ends).toEqual({ total: size.runs, completed: size.runs, whole: size.runs });
    const [effects] = await cluster.sql<{ effects: number; attempts: number; told: number }[]>`
      select (select count(*)::int from effects) as effects, (select count(*)::int from attempts) as attempts,
        (select count(distinct output::text)::int from workflow.runs where function_id = 'app-told') as told`;
    expect(effects).toMatchObject({ effects: size.runs * faultSteps.length, told: size.runs });
    const again = (effects?.attempts ?? 0) - size.runs * faultSteps.length;
    expect(again).toBeLessThanOrEqual((size.kills + 3 * size.restarts) * requestsPerWorker);
    expect(await cluster.sql`select 1 from workflow.jobs`).toHaveLength(0);
    expect(await cluster.sql`select 1 from workflow.waits`).toHaveLength(0);
  }

  async function expectLimitsKept() {
    // Work of a killed process ended with it at the latest, even where its last word came through after its death.
    await cluster.sql`
      update attempts set ended_at = killed.at
      from json_to_recordset(${JSON.stringify(killed)}::text::json) as killed (worker text, at timestamptz)
      where killed.worker = attempts.worker and attempts.ended_at is null`;
    const crowds = await cluster.sql<{ size: number; what: string[] }[]>`
      select count(*)::int as size, array_agg(other.worker || ' ' || other.step || ' of ' || other.run_id || ' '
        || other.began_at::time || ' to ' || coalesce(other.ended_at::time::text, '?') || ', attempts '
        || (select count(*) from attempts as any_one
            where any_one.run_id = other.run_id and any_one.step = other.step) order by other.began_at) as what
      from attempts as one join attempts as other on other.lane = one.lane
        and other.began_at <= one.began_at and coalesce(other.ended_at, 'infinity') > one.began_at
      group by one.id order by size desc limit 5`;
    expect(crowds.filter(({ size: count }) => count > faultLaneLimit)).toEqual([]);
    expect(crowds[0]?.size).toBe(faultLaneLimit);
  }
});
