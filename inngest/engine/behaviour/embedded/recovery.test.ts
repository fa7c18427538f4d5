import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { getRun } from "../../inspect";
import { cancelRun } from "../../intervene";
import { quickTimings } from "../../testing/engine-setup";
import { useEngine } from "../../testing/use-engine";

/** A promise the test resolves from outside. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe("leases", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);
  type Client = Parameters<Parameters<typeof engine.start>[0]>[0];

  const steal = () => database.sql`
    update workflow.jobs set lease_until = now() - interval '1 second' where lease_token is not null`;

  it("a worker that lost its lease can save nothing and starts no further step", async () => {
    const inside = gate();
    const mayGo = gate();
    const calls: string[] = [];
    let slow = true;
    const define = (client: Client) => [
      client.createFunction({ id: "lost", triggers: [{ event: "a/lost" }] }, async ({ step }) => {
        const who = slow ? "slow" : "quick";
        const value = await step.run("work", async () => {
          calls.push(`${who} work`);
          if (!slow) return "quick";
          slow = false;
          inside.open();
          await mayGo.opened;
          return "slow";
        });
        return step.run("after", () => {
          calls.push(`${who} after`);
          return value;
        });
      }),
    ];
    await engine.start(define, { concurrency: 1, timings: { leaseMillis: 60_000 } });
    await engine.send({ name: "a/lost" });
    await inside.opened;
    await steal();
    await engine.start(define);
    const [run] = await engine.ended("lost");
    mayGo.open();
    expect(run?.output).toBe("quick");
    expect(calls).toEqual(["slow work", "quick work", "quick after"]);
    expect(await database.sql`select value ->> 'data' as data from workflow.steps order by seq`).toEqual([
      { data: "quick" },
      { data: "quick" },
    ]);
  });

  it("a long step keeps its lease by heartbeat", async () => {
    let calls = 0;
    const mayGo = gate();
    const define = (client: Client) => [
      client.createFunction({ id: "long", triggers: [{ event: "a/long" }] }, async ({ step }) => {
        await step.run("long", () => {
          calls += 1;
          return mayGo.opened;
        });
      }),
    ];
    await engine.start(define, { timings: { leaseMillis: 900 } });
    await engine.start(define, { timings: { leaseMillis: 900 } });
    await engine.send({ name: "a/long" });
    await expect
      .poll(
        async () => {
          const [job] = await database.sql<{ old: boolean }[]>`
          select now() - leased_at > interval '2500 milliseconds' as old from workflow.jobs`;
          return job?.old;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    mayGo.open();
    await engine.ended("long");
    expect(calls).toBe(1);
  });

  it("a handler that hangs gives its place to others, and its run is tried again elsewhere", async () => {
    let hangs = true;
    const define = (client: Client) => [
      client.createFunction({ id: "hung", triggers: [{ event: "a/hung" }] }, ({ step }) =>
        step.run("work", async () => {
          if (hangs) await new Promise(() => undefined);
          return "done";
        }),
      ),
      client.createFunction({ id: "other", triggers: [{ event: "a/other" }] }, () => "served"),
    ];
    await engine.start(define, {
      concurrency: 1,
      timings: { leaseMillis: 900, requestMillisMax: 600, drainMillis: 100 },
    });
    await engine.send({ name: "a/hung" });
    await expect
      .poll(
        async () => (await database.sql`select 1 from workflow.jobs where lease_token is not null`).length,
      )
      .toBe(1);
    hangs = false;
    await engine.send({ name: "a/other" });
    expect((await engine.ended("other"))[0]?.output).toBe("served");
    expect((await engine.ended("hung"))[0]?.output).toBe("done");
  });

  it("a run that takes its process down again and again is failed, and its onFailure told", async () => {
    const never = new Promise<void>(() => undefined);
    let deaths = 0;
    await engine.start(
      (client) => [
        client.createFunction(
          { id: "poison", triggers: [{ event: "a/poison" }], onFailure: ({ error }) => error.message },
          () => {
            deaths += 1;
            return never;
          },
        ),
      ],
      { timings: { lostMax: 2, leaseMillis: 60_000, drainMillis: 1 } },
    );
    await engine.send({ name: "a/poison" });
    await expect
      .poll(
        async () => {
          await steal();
          return (await engine.runs("poison"))[0]?.status;
        },
        { timeout: 15_000 },
      )
      .toBe("failed");
    expect(deaths).toBe(2);
    const [told] = await engine.ended("poison-failure");
    expect(told?.output).toContain("died 2 times");
  });

  it("stop lets the executing step end, saves it, and hands the run over", async () => {
    const inside = gate();
    const mayGo = gate();
    const calls: string[] = [];
    const define = (client: Client) => [
      client.createFunction({ id: "handed", triggers: [{ event: "a/handed" }] }, async ({ step }) => {
        await step.run("first", async () => {
          calls.push("first");
          inside.open();
          await mayGo.opened;
        });
        await step.run("second", () => calls.push("second"));
      }),
    ];
    const first = await engine.start(define);
    await engine.send({ name: "a/handed" });
    await inside.opened;
    const stopped = first.stop();
    mayGo.open();
    await stopped;
    expect(calls).toEqual(["first"]);
    expect(await database.sql`select 1 from workflow.jobs where lease_token is null`).toHaveLength(1);
    await engine.start(define);
    await engine.ended("handed");
    expect(calls).toEqual(["first", "second"]);
  });

  it("a cancelled run ends, keeps nothing of the step in progress, and says so in its report", async () => {
    const inside = gate();
    const mayGo = gate();
    await engine.start((client) => [
      client.createFunction({ id: "stopped", triggers: [{ event: "a/stopped" }] }, async ({ step }) => {
        await step.run("done", () => 1);
        await step.run("slow", async () => {
          inside.open();
          await mayGo.opened;
        });
      }),
    ]);
    await engine.send({ name: "a/stopped" });
    await inside.opened;
    const [run] = await engine.runs("stopped");
    const id = run?.id ?? "";
    expect((await getRun(database.sql, id)).status).toBe("running");
    expect(await database.sql.begin((tx) => cancelRun(tx, id))).toBe(true);
    expect(await database.sql.begin((tx) => cancelRun(tx, id))).toBe(false);
    mayGo.open();
    const report = await getRun(database.sql, id);
    expect([report.status, report.steps.map((step) => step.name), report.waiting]).toEqual([
      "cancelled",
      ["done"],
      [],
    ]);
  });

  it("without LISTEN, polling alone brings every run to its end", async () => {
    const deaf = Object.assign(
      ((...args: Parameters<typeof database.sql>) => database.sql(...args)) as typeof database.sql,
      database.sql,
      {
        listen: () => Promise.reject(new Error("no session here")),
      },
    );
    await engine.start(
      (client) => [
        client.createFunction({ id: "polled", triggers: [{ event: "a/polled" }] }, ({ step }) =>
          step.run("a", () => 1),
        ),
      ],
      { sql: deaf, timings: { ...quickTimings, pollMillis: 100 } },
    );
    await engine.send({ name: "a/polled" }, { name: "a/polled" });
    await engine.ended("polled", 2);
  });

  it("without wake-ups polling alone frees what a full key held back", async () => {
    await engine.start((client) => [
      client.createFunction({ id: "held", triggers: [{ event: "a/held" }], concurrency: 1 }, () => 1),
    ]);
    await database.sql`
      with run as (
        insert into workflow.runs (id, function_id, event_id, event)
        values (gen_random_uuid(), 'app-held', 'x', '{"name":"a/held","data":{}}') returning id
      ), job as (
        insert into workflow.jobs (id, run_id, function_id, kind, concurrency_keys, blocked_by)
        select gen_random_uuid(), id, 'app-held', 'start', array['fn|app-held|' || chr(31)], 'fn|app-held|' || chr(31)
        from run
      ) select 1`;
    await engine.ended("held");
  });

  it("one process executes no more than its own limit", async () => {
    let inside = 0;
    let most = 0;
    const allIn = gate();
    await engine.start(
      (client) => [
        client.createFunction({ id: "own", triggers: [{ event: "a/own" }] }, async () => {
          inside += 1;
          most = Math.max(most, inside);
          if (inside === 3) allIn.open();
          await allIn.opened;
          inside -= 1;
        }),
      ],
      { concurrency: 3 },
    );
    await engine.send(...Array.from({ length: 30 }, () => ({ name: "a/own" })));
    await engine.ended("own", 30);
    expect(most).toBe(3);
  });
});
