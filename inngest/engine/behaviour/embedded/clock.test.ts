import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

describe("time", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);

  const waitOf = async () => {
    const [job] = await database.sql<{ wait: number }[]>`
      select extract(epoch from run_at - now())::float8 as wait from workflow.jobs where lease_token is null`;
    return job?.wait ?? 0;
  };

  it("a sleeping run holds no slot and goes on after its time, by the database's clock", async () => {
    const order: string[] = [];
    await engine.start(
      (client) => [
        client.createFunction(
          { id: "sleeper", triggers: [{ event: "a/sleeper" }], concurrency: 1 },
          async ({ step, event }) => {
            if (event.data.sleeps) await step.sleep("pause", "1s");
            await step.run("after", () => order.push(event.data.sleeps ? "slept" : "awake"));
          },
        ),
      ],
      { concurrency: 1 },
    );
    await engine.send(
      { name: "a/sleeper", data: { sleeps: true } },
      { name: "a/sleeper", data: { sleeps: false } },
    );
    await engine.ended("sleeper", 2);
    expect(order).toEqual(["awake", "slept"]);
    const [row] = await database.sql<{ millis: number }[]>`
      select (extract(epoch from max(ended_at - started_at)) * 1000)::float8 as millis from workflow.runs`;
    expect(row?.millis).toBeGreaterThanOrEqual(1_000);
  });

  it("sleepUntil a past date goes on at once, a future one waits for it", async () => {
    await engine.start((client) => [
      client.createFunction({ id: "until", triggers: [{ event: "a/until" }] }, async ({ step, event }) => {
        await step.sleepUntil("date", String(event.data.date));
        return "woken";
      }),
    ]);
    await engine.send({ name: "a/until", data: { date: "2020-01-01T00:00:00Z" } });
    await engine.ended("until");
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await engine.send({ name: "a/until", data: { date: tomorrow } });
    await expect
      .poll(waitOf, { timeout: 10_000 })
      .toSatisfy((wait: number) => wait > 86_000 && wait <= 86_400);
  });

  it("an event with a future ts starts its run then", async () => {
    await engine.start((client) => [
      client.createFunction({ id: "future", triggers: [{ event: "a/future" }] }, ({ event }) => event.ts),
    ]);
    const ts = new Date(Date.now() + 800);
    await engine.send({ name: "a/future", ts }, { name: "a/future", ts: new Date(Date.now() + 3_600_000) });
    const [run] = await engine.ended("future");
    expect(run?.output).toBe(ts.getTime());
    const [row] =
      await database.sql`select started_at >= ${ts} as waited from workflow.runs where ended_at is not null`;
    expect(row?.waited).toBe(true);
    expect(await waitOf()).toBeGreaterThan(3_000);
  });

  it("a cron keeps one row per function and expression and a tick starts one run in all processes", async () => {
    const define = (client: Parameters<Parameters<typeof engine.start>[0]>[0]) => [
      client.createFunction(
        { id: "nightly", triggers: [{ cron: "TZ=Europe/Istanbul 0 3 * * *" }, { cron: "30 12 * * 1" }] },
        ({ event }) => event.data,
      ),
    ];
    await engine.start(define);
    await engine.start(define);
    expect(await database.sql`select 1 from workflow.crons`).toHaveLength(2);
    await database.sql`
      update workflow.crons set next_at = date_trunc('day', now()) - interval '10 days' where expression like 'TZ=%'`;
    const [run] = await engine.ended("nightly");
    expect(run?.output).toEqual({ cron: "TZ=Europe/Istanbul 0 3 * * *" });
    const rows = await database.sql`select 1 from workflow.crons where next_at > now()`;
    expect(rows).toHaveLength(2);
    expect(await engine.runs("nightly")).toHaveLength(1);
  });

  it("of the ticks missed while nothing ran, only the newest starts a run", async () => {
    const first = await engine.start((client) => [
      client.createFunction({ id: "hourly", triggers: [{ cron: "0 * * * *" }] }, ({ event }) => event.ts),
    ]);
    await first.stop();
    await database.sql`update workflow.crons set next_at = date_trunc('hour', now()) - interval '9 hours'`;
    await engine.start((client) => [
      client.createFunction({ id: "hourly", triggers: [{ cron: "0 * * * *" }] }, ({ event }) => event.ts),
    ]);
    const [run] = await engine.ended("hourly");
    const [row] = await database.sql<{ hour: Date }[]>`select date_trunc('hour', now()) as hour`;
    expect(run?.output).toBe(row?.hour.getTime());
    expect(await engine.runs("hourly")).toHaveLength(1);
  });
});
