import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { listWorkflows as listWorkflowsOf } from "@/lib/domain/workflows/list-workflows";
import { call } from "@/lib/platform/testing/call";
import { GET as listWorkflows } from "./route";
import { useWorkflows } from "./testing/use-workflows";

type Figures = Record<string, unknown> & { hours: { started: number; failed: number; starts_at: string }[] };

describe("the functions of a workspace", () => {
  const database = useTestDatabase();
  const workflows = useWorkflows(database);
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  async function figures(): Promise<Figures> {
    const { status, body } = await call(listWorkflows, mine.apiKey);
    expect(status).toBe(200);
    return (body.data as Figures[]).find(({ id }) => id === "app-work") as Figures;
  }

  it("say what starts them, and how often their runs start, end, fail and wait, by hour", async () => {
    await workflows.start();
    await workflows.run(mine);
    await workflows.run(mine);
    await workflows.run(mine, { fails: true }, "failed");
    await workflows.run(mine, { waits: true }, "waiting");
    await workflows.run(theirs, { fails: true }, "failed");
    const work = await figures();
    expect(work).toMatchObject({
      triggers: [{ event: "w/came", cron: null }],
      attempts_max: 2,
      is_archived: false,
      started: 4,
      completed: 2,
      failed: 1,
      cancelled: 0,
      running: 0,
      queued: 0,
      waiting: 1,
      last_failed_at: expect.any(String),
    });
    expect(work.failure_rate).toBeCloseTo(1 / 3);
    expect(work.median_millis).toBeGreaterThan(0);
    expect(work.p95_millis).toBeGreaterThanOrEqual(Number(work.median_millis));
    expect(work.hours).toHaveLength(24);
    expect(work.hours.reduce((sum, { started }) => sum + started, 0)).toBe(4);
    expect(work.hours.reduce((sum, { failed }) => sum + failed, 0)).toBe(1);
  });

  it("are of the newest runs where there are very many, and say since when", async () => {
    await workflows.start();
    const fresh = await createScenario(database.sql);
    for (let n = 0; n < 4; n += 1)
      await workflows.run(fresh, { fails: n === 0 }, n === 0 ? "failed" : "completed");
    const { since, data } = await listWorkflowsOf(fresh.ctx, { countedMax: 2 });
    const work = data.find(({ id }) => id === "app-work");
    expect(work).toMatchObject({ started: 3, completed: 3, failed: 0 });
    expect(work?.hours.at(0)?.startsAt.getTime()).toBeLessThanOrEqual(since.getTime());
    expect(work?.hours.reduce((sum, { started }) => sum + started, 0)).toBe(3);
    expect((await listWorkflowsOf(fresh.ctx)).data.find(({ id }) => id === "app-work")?.hours).toHaveLength(
      24,
    );
  });

  it("count the runs of the last day only, and have no rate without any", async () => {
    await workflows.start();
    await workflows.run(mine, { fails: true }, "failed");
    const old = "0000-0000-7000-8000-000000000000";
    await database.sql`
      update workflow.runs set id = ${`01900000-${old.slice(5)}`}::uuid, created_at = now() - interval '2 days'`;
    expect(await figures()).toMatchObject({ started: 0, failed: 0, failure_rate: null, median_millis: null });
  });
});
