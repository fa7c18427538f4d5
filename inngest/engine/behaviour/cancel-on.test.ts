import { describe, expect, it } from "vitest";
import { useWorkflows } from "../testing/workflows";

describe("cancelOn", () => {
  const workflows = useWorkflows();
  type Client = Parameters<Parameters<typeof workflows.start>[0]>[0];
  type Options = Parameters<Client["createFunction"]>[0];

  const sleeper = (cancelOn: Options["cancelOn"]) => (client: Client) => [
    client.createFunction(
      { id: "sleeps", triggers: [{ event: "c/started" }], cancelOn },
      async ({ step, event }) => {
        await step.sleep("long", event.data.seconds ? `${event.data.seconds}s` : "1h");
        return "woken";
      },
    ),
  ];

  const statuses = async () => (await workflows.runs("sleeps")).map((run) => run.status);

  it("a sleeping run is cancelled by a later event", async () => {
    await workflows.start(sleeper([{ event: "c/stopped" }]));
    await workflows.send({ name: "c/started" });
    await expect.poll(statuses).toEqual(["active"]);
    await workflows.send({ name: "c/stopped" });
    expect((await workflows.ended("sleeps"))[0]?.status).toBe("cancelled");
  });

  it("only runs whose condition holds are cancelled", async () => {
    await workflows.start(sleeper([{ event: "c/stopped", if: "event.data.cart == async.data.cart" }]));
    await workflows.send(
      { name: "c/started", data: { cart: "kept" } },
      { name: "c/started", data: { cart: "stopped" } },
    );
    await expect.poll(statuses).toEqual(["active", "active"]);
    await workflows.send({ name: "c/stopped", data: { cart: "stopped" } });
    await workflows.ended("sleeps");
    expect((await statuses()).sort()).toEqual(["active", "cancelled"]);
  });

  it("any of several events cancels, each under its own condition", async () => {
    await workflows.start(
      sleeper([
        { event: "c/stopped", if: "async.data.n > event.data.n" },
        { event: "c/closed", match: "data.shop" },
      ]),
    );
    await workflows.send({ name: "c/started", data: { n: 3, shop: "s" } });
    await expect.poll(statuses).toEqual(["active"]);
    await workflows.send(
      { name: "c/stopped", data: { n: 2 } },
      { name: "c/closed", data: { shop: "other" } },
    );
    await workflows.send({ name: "c/closed", data: { shop: "s" } });
    expect((await workflows.ended("sleeps"))[0]?.status).toBe("cancelled");
  });

  it("an event of before the trigger does not cancel", async () => {
    await workflows.start(sleeper([{ event: "c/stopped" }]));
    await workflows.send({ name: "c/stopped" });
    await workflows.send({ name: "c/started", data: { seconds: 1 } });
    expect((await workflows.ended("sleeps"))[0]).toMatchObject({ status: "completed", output: "woken" });
  });

  it("the trigger itself does not cancel the run it starts, the next one does", async () => {
    await workflows.start(sleeper([{ event: "c/started", match: "data.cart" }]));
    await workflows.send({ name: "c/started", data: { cart: "c" } });
    await expect.poll(statuses).toEqual(["active"]);
    await workflows.send({ name: "c/started", data: { cart: "c", seconds: 1 } });
    await workflows.ended("sleeps", 2);
    expect(await statuses()).toEqual(["cancelled", "completed"]);
  });

  it("after its timeout an event cancels no more", async () => {
    await workflows.start((client) => [
      ...sleeper([{ event: "c/stopped", timeout: "1s" }])(client),
      client.createFunction({ id: "later", triggers: [{ event: "c/started" }] }, async ({ step }) => {
        await step.sleep("pause", "2s");
        await step.sendEvent("stop", { name: "c/stopped" });
      }),
    ]);
    await workflows.send({ name: "c/started", data: { seconds: 4 } });
    expect((await workflows.ended("sleeps"))[0]?.status).toBe("completed");
  });

  it("a step in progress ends, and no further step starts", async () => {
    const calls: string[] = [];
    const mayGo = Promise.withResolvers<void>();
    await workflows.start((client) => [
      client.createFunction(
        { id: "works", triggers: [{ event: "c/started" }], cancelOn: [{ event: "c/stopped" }] },
        async ({ step }) => {
          await step.run("first", async () => {
            calls.push("begun");
            await mayGo.promise;
            calls.push("ended");
          });
          await step.run("second", () => calls.push("second"));
        },
      ),
      // Long enough for a step that should not start.
      client.createFunction({ id: "looks", triggers: [{ event: "c/looked" }] }, ({ step }) =>
        step.sleep("a while", "3s"),
      ),
    ]);
    await workflows.send({ name: "c/started" });
    await expect.poll(() => calls).toEqual(["begun"]);
    await workflows.send({ name: "c/stopped" });
    await expect.poll(async () => (await workflows.runs("works"))[0]?.status).toBe("cancelled");
    mayGo.resolve();
    await workflows.send({ name: "c/looked" });
    await workflows.ended("looks");
    expect(calls).toEqual(["begun", "ended"]);
    expect((await workflows.runs("works"))[0]?.status).toBe("cancelled");
  });

  it("a run that waits for an event is cancelled, and hears it no more", async () => {
    await workflows.start((client) => [
      client.createFunction(
        { id: "waits", triggers: [{ event: "c/started" }], cancelOn: [{ event: "c/stopped" }] },
        ({ step }) => step.waitForEvent("answer", { event: "c/answered", timeout: "1h" }),
      ),
      client.createFunction({ id: "hears", triggers: [{ event: "c/answered" }] }, ({ step }) =>
        step.sleep("a while", "1s"),
      ),
    ]);
    await workflows.send({ name: "c/started" });
    await expect.poll(async () => (await workflows.runs("waits")).length).toBe(1);
    await workflows.send({ name: "c/stopped" });
    expect((await workflows.ended("waits"))[0]).toMatchObject({ status: "cancelled" });
    await workflows.send({ name: "c/answered" });
    await workflows.ended("hears");
    expect((await workflows.runs("waits")).map((run) => run.status)).toEqual(["cancelled"]);
  });

  it("inngest/function.cancelled tells who listens", async () => {
    await workflows.start((client) => [
      ...sleeper([{ event: "c/stopped" }])(client),
      client.createFunction(
        {
          id: "told",
          triggers: [
            {
              event: "inngest/function.cancelled",
              if: `event.data.function_id == '${workflows.fullId("sleeps")}'`,
            },
          ],
        },
        ({ event }) => event.data.function_id,
      ),
    ]);
    await workflows.send({ name: "c/started" });
    await expect.poll(statuses).toEqual(["active"]);
    await workflows.send({ name: "c/stopped" });
    expect((await workflows.ended("told"))[0]?.output).toBe(workflows.fullId("sleeps"));
  });
});
