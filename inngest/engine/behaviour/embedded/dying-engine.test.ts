import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { type DyingEngine, startDyingEngine } from "../../testing/dying-engine";
import { othersEnd, type Scenario, scenarios } from "../../testing/dying-scenarios";
import { useEngine } from "../../testing/use-engine";

/** Every statement, or some of them that differ from run to run. */
const isFull = process.env.PUSHPILOT_FAULTS === "full";
const strideMax = isFull ? 1 : 6;

describe("a process that dies at any of its statements loses and repeats nothing", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);

  beforeAll(async () => {
    await database.sql`
      create table effects (run_id uuid, step text, times int default 1, primary key (run_id, step))`;
  });

  /** Runs the scenario once, its process dying at the statement; `false` when it lived to the end. */
  async function dieAt(scenario: Scenario, statement: number): Promise<boolean> {
    const define = scenario.define(database.sql);
    const dying: DyingEngine = await startDyingEngine(database.url, statement, define);
    dying.arm();
    await engine.send({ id: `start-${statement}`, name: "d/started", data: { n: 1 } });
    // What lives is left alone until its other runs are over too: stopping it amid one is a death of its own.
    await dying.diesOr(async () => (await isOver(scenario)) && (await areOthersOver(scenario)));
    const { isDead } = dying;
    await dying.abandon();
    await engine.start(define);
    await database.sql`
      update workflow.jobs set lease_until = now() - interval '1 second' where lease_token is not null`;
    return isDead;
  }

  async function isOver({ awaits }: Scenario): Promise<boolean> {
    if (awaits) await engine.send(awaits);
    return (await engine.runs("main")).some((run) => run.status !== "active");
  }

  async function areOthersOver({ alsoEnds = [] }: Scenario): Promise<boolean> {
    const runs = await Promise.all(alsoEnds.map((functionId) => engine.runs(functionId)));
    return runs.every((ofFunction) => ofFunction.some((run) => run.status !== "active"));
  }

  it.each(Object.entries(scenarios))("%s", { timeout: isFull ? 900_000 : 240_000 }, async (_, scenario) => {
    let statement = 0;
    for (let isDead = true; isDead; ) {
      statement += 1 + Math.floor(Math.random() * strideMax);
      isDead = await dieAt(scenario, statement);
      await expect.poll(() => isOver(scenario)).toBe(true);
      const [run] = await engine.ended("main");
      expect({ statement, ...run }).toMatchObject({ statement, ...scenario.expected });
      await othersEnd(engine, scenario);
      await expectEffects(scenario, isDead);
      await expect.poll(() => database.sql`select 1 from workflow.jobs`).toHaveLength(0);
      expect(await database.sql`select 1 from workflow.waits`).toHaveLength(0);
      await engine.reset();
    }
  });

  async function expectEffects({ steps, inFlightMax }: Scenario, isDead: boolean) {
    const effects = await database.sql<{ step: string; times: number }[]>`select step, times from effects`;
    expect(effects.map(({ step }) => step).sort()).toEqual([...steps].sort());
    const repeated = effects.reduce((sum, { times }) => sum + times - 1, 0);
    expect(repeated).toBeLessThanOrEqual(isDead ? inFlightMax : 0);
    await database.sql`truncate effects`;
  }
});
