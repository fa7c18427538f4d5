import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

describe("no event is lost", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);
  type Client = Parameters<Parameters<typeof engine.start>[0]>[0];

  const accepted = async (id: string) =>
    (await database.sql`select 1 from workflow.events where id = ${id}`).length;

  it.each([
    ["looked up by the index", "event.data.cart == async.data.cart"],
    ["evaluated", "async.data.n > 3"],
  ])("between the request that asks to wait and the wait's registration, %s", async (_, condition) => {
    await engine.start((client) => [
      client.createFunction({ id: "asks", triggers: [{ event: "l/started" }] }, async ({ step }) => {
        await step.run("the event comes meanwhile", async () => {
          await engine.send(
            { id: "other", name: "l/answered", data: { cart: "theirs", n: 1 } },
            { id: "hasty", name: "l/answered", data: { cart: "mine", n: 4 } },
          );
          await expect.poll(() => accepted("hasty")).toBe(1);
        });
        const event = await step.waitForEvent("answer", {
          event: "l/answered",
          timeout: "1h",
          if: condition,
        });
        return event?.id;
      }),
    ]);
    await engine.send({ name: "l/started", data: { cart: "mine" } });
    expect((await engine.ended("asks"))[0]?.output).toBe("hasty");
    expect(await database.sql`select 1 from workflow.waits`).toHaveLength(0);
  });

  it("when hundreds of waits are registered while their events arrive, in two engines", async () => {
    const define = (client: Client) => [
      client.createFunction({ id: "asks", triggers: [{ event: "l/started" }] }, async ({ step, event }) => {
        // What each waits for is on its way before it waits.
        await step.sendEvent("ask", { name: "l/asked", data: { n: event.data.n } });
        const answer = await step.waitForEvent("answer", {
          event: "l/asked",
          timeout: "1m",
          if: "event.data.n == async.data.n",
        });
        return answer?.data.n ?? null;
      }),
    ];
    await engine.start(define, { concurrency: 16 });
    await engine.start(define, { concurrency: 16 });
    const count = 200;
    await engine.send(...Array.from({ length: count }, (_, n) => ({ name: "l/started", data: { n } })));
    const runs = await engine.ended("asks", count);
    expect(runs.filter((run) => run.output === null)).toEqual([]);
    expect(new Set(runs.map((run) => run.output)).size).toBe(count);
  });

  it("a cancelling event of the trigger's own transaction cancels", async () => {
    await engine.start((client) => [
      client.createFunction(
        {
          id: "sleeps",
          triggers: [{ event: "l/started" }],
          cancelOn: [{ event: "l/stopped", match: "data.n" }],
        },
        ({ step }) => step.sleep("long", "1h"),
      ),
    ]);
    await engine.send(
      { name: "l/stopped", data: { n: 1 } },
      { name: "l/started", data: { n: 1 } },
      { name: "l/started", data: { n: 2 } },
      { name: "l/stopped", data: { n: 2 } },
    );
    await engine.ended("sleeps");
    const runs = await engine.runs("sleeps");
    expect(runs.map((run) => run.status)).toEqual(["active", "cancelled"]);
  });

  it("where one event cancels and the next starts, a singleton is free for it", async () => {
    await engine.start((client) => [
      client.createFunction(
        {
          id: "single",
          triggers: [{ event: "l/started" }],
          singleton: { mode: "skip", key: "event.data.user" },
          cancelOn: [{ event: "l/stopped", match: "data.user" }],
        },
        ({ step }) => step.sleep("long", "1h"),
      ),
    ]);
    await engine.send(
      { name: "l/started", data: { user: "u" } },
      { name: "l/started", data: { user: "u" } },
      { name: "l/stopped", data: { user: "u" } },
      { name: "l/started", data: { user: "u" } },
    );
    await engine.ended("single");
    const runs = await engine.runs("single");
    expect(runs.map((run) => run.status)).toEqual(["cancelled", "active"]);
  });
});
