import { describe, expect, it } from "vitest";
import { acceptOutboxEvents } from "@/db/queries/workflow/events";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

describe("events", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);
  type Client = Parameters<Parameters<typeof engine.start>[0]>[0];

  const define = (client: Client) => [
    client.createFunction({ id: "counts", triggers: [{ event: "a/counts" }] }, ({ event }) => event.id),
  ];

  it("an event of a transaction that rolls back never happened", async () => {
    await engine.start(define);
    const rolledBack = database.sql.begin(async (tx) => {
      await insertOutboxEvents(tx, [{ id: "lost", name: "a/counts", data: {} }]);
      throw new Error("changed my mind");
    });
    await expect(rolledBack).rejects.toThrow("changed my mind");
    await database.sql.begin((tx) => insertOutboxEvents(tx, [{ id: "kept", name: "a/counts", data: {} }]));
    const runs = await engine.ended("counts");
    expect(runs.map((run) => run.output)).toEqual(["kept"]);
  });

  it("an event id counts once, in one call, over calls and after its run ended", async () => {
    await engine.start(define);
    await engine.send({ id: "same", name: "a/counts" }, { id: "same", name: "a/counts" });
    await engine.ended("counts");
    await engine.send({ id: "same", name: "a/counts" }, { id: "other", name: "a/counts" });
    const runs = await engine.ended("counts", 2);
    expect(runs.map((run) => run.output)).toEqual(["same", "other"]);
  });

  it("events wait in the outbox until an engine runs", async () => {
    await engine.send({ id: "early", name: "a/counts" });
    await engine.start(define);
    expect((await engine.ended("counts"))[0]?.output).toBe("early");
    expect(await database.sql`select 1 from workflow.outbox`).toHaveLength(0);
  });

  it("an event starts nothing that the newest deployment has no longer", async () => {
    const first = await engine.start(define);
    await first.stop();
    await engine.send({ id: "while-away", name: "a/counts" });
    const other = await engine.start((client) => [
      client.createFunction({ id: "elsewhere", triggers: [{ event: "a/elsewhere" }] }, () => 1),
    ]);
    await expect
      .poll(async () => (await database.sql`select 1 from workflow.outbox`).length, { timeout: 10_000 })
      .toBe(0);
    await other.stop();
    expect(await engine.runs("counts")).toEqual([]);
  });

  it("runs of a function that was taken out of the code wait until it is back", async () => {
    const first = await engine.start(define);
    await engine.send({ id: "waiting", name: "a/counts", ts: new Date(Date.now() + 400) });
    await expect.poll(async () => (await engine.runs("counts")).length, { timeout: 10_000 }).toBe(1);
    await first.stop();
    const without = await engine.start((client) => [
      client.createFunction({ id: "rest", triggers: [{ event: "a/rest" }] }, () => 1),
    ]);
    await database.sql`update workflow.jobs set run_at = now() - interval '1 minute'`;
    await engine.send({ name: "a/rest" });
    await engine.ended("rest");
    expect((await engine.runs("counts"))[0]?.status).toBe("active");
    await without.stop();
    await engine.start(define);
    expect((await engine.ended("counts"))[0]?.status).toBe("completed");
  });

  it("an urgent event does not wait for the thousands that were there before it", async () => {
    await engine.send(...Array.from({ length: 2_000 }, (_, n) => ({ id: `flood-${n}`, name: "a/counts" })));
    await insertOutboxEvents(database.sql, [{ id: "single", name: "a/urgent", data: {}, isUrgent: true }]);
    const { events } = await database.sql.begin((tx) => acceptOutboxEvents(tx, 500));
    expect(events).toHaveLength(501);
    expect(events.map(({ id }) => id)).toContain("single");
  });

  it("a thousand events of one transaction all start, once", async () => {
    await engine.start(define, { concurrency: 32 });
    await engine.start(define, { concurrency: 32 });
    await engine.send(...Array.from({ length: 1_000 }, (_, n) => ({ id: `bulk-${n}`, name: "a/counts" })));
    const runs = await engine.ended("counts", 1_000);
    expect(new Set(runs.map((run) => run.output)).size).toBe(1_000);
  });
});
