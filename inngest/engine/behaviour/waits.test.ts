import { describe, expect, it } from "vitest";
import { useWorkflows } from "../testing/workflows";

describe("step.waitForEvent", () => {
  const workflows = useWorkflows();

  /** Tells by its own event that it has come to its wait. */
  const waitsFor = (options: { if?: string; timeout?: string }) =>
    workflows.start((client) => [
      client.createFunction({ id: "waits", triggers: [{ event: "w/started" }] }, async ({ step }) => {
        const { timeout = "1m", ...condition } = options;
        const event = await step.waitForEvent("answer", { event: "w/answered", timeout, ...condition });
        return event;
      }),
    ]);

  /** Sends again and again until the wait is there to hear it: what comes before it does not count. */
  const answerUntilEnded = async (...events: { name: string; data: Record<string, unknown> }[]) => {
    await expect
      .poll(
        async () => {
          await workflows.send(...events);
          return (await workflows.runs("waits")).filter((run) => run.status !== "active").length;
        },
        { timeout: 60_000, interval: 200 },
      )
      .toBe(1);
    const [run] = await workflows.ended("waits");
    return run;
  };

  it("gives the event that came, with its id, name and time", async () => {
    await waitsFor({});
    await workflows.send({ name: "w/started" });
    const run = await answerUntilEnded({ name: "w/answered", data: { yes: true } });
    expect(run).toMatchObject({
      status: "completed",
      output: { name: "w/answered", data: { yes: true }, id: expect.any(String), ts: expect.any(Number) },
    });
  });

  it("gives null when its time is over", async () => {
    await waitsFor({ timeout: "1s" });
    await workflows.send({ name: "w/started" });
    expect((await workflows.ended("waits"))[0]).toMatchObject({ status: "completed", output: null });
  });

  it("matches one attribute of both events, and no other value of it", async () => {
    await waitsFor({ if: "event.data.cart == async.data.cart" });
    await workflows.send({ name: "w/started", data: { cart: "mine" } });
    const run = await answerUntilEnded(
      { name: "w/answered", data: { cart: "theirs" } },
      { name: "w/answered", data: { cart: "mine", n: 1 } },
    );
    expect(run?.output).toMatchObject({ data: { cart: "mine", n: 1 } });
  });

  it.each([
    ["a number", "async.data.total == 5", { total: 5 }, { total: "5" }],
    ["the other way round", "'gold' == async.data.plan", { plan: "gold" }, { plan: "silver" }],
    [
      "one equality of several conditions",
      "async.data.cart == event.data.cart && async.data.n > 3",
      { cart: "c", n: 4 },
      { cart: "c", n: 3 },
    ],
    ["no equality at all", "async.data.n > event.data.n", { n: 8 }, { n: 7 }],
    ["either of two", "async.data.a == 1 || async.data.b == 2", { b: 2 }, { a: 2 }],
    ["a list", "async.data.tag in ['x', 'y']", { tag: "y" }, { tag: "z" }],
    ["a missing attribute as null", "async.data.gone == null", {}, { gone: 1 }],
    [
      "text that joins numbers",
      "async.data.key == event.data.cart + '-' + event.data.n",
      { key: "c-7" },
      { key: "c-8" },
    ],
  ])("compares %s", async (_, condition, matching, other) => {
    await waitsFor({ if: condition });
    await workflows.send({ name: "w/started", data: { cart: "c", n: 7 } });
    const run = await answerUntilEnded(
      { name: "w/answered", data: other },
      { name: "w/answered", data: matching },
    );
    expect(run?.output).toMatchObject({ data: matching });
  });

  it("an event that makes no sense to the condition does not match", async () => {
    await waitsFor({ if: "async.data.n > 3" });
    await workflows.send({ name: "w/started" });
    const run = await answerUntilEnded(
      { name: "w/answered", data: { n: "many" } },
      { name: "w/answered", data: {} },
      { name: "w/answered", data: { n: 4 } },
    );
    expect(run?.output).toMatchObject({ data: { n: 4 } });
  });

  it("events of before the run do not count", async () => {
    await waitsFor({ timeout: "1s" });
    await workflows.send({ name: "w/answered" });
    await workflows.send({ name: "w/started" });
    expect((await workflows.ended("waits"))[0]?.output).toBeNull();
  });

  it("one event ends the waits of all runs that match", async () => {
    await waitsFor({ if: "event.data.shop == async.data.shop" });
    const started = Array.from({ length: 5 }, (_, n) => ({ name: "w/started", data: { shop: "s", n } }));
    await workflows.send(...started);
    const heard = async () =>
      (await workflows.runs("waits")).filter((run) => run.status === "completed").map((run) => run.output);
    await expect
      .poll(
        async () => {
          await workflows.send({ name: "w/answered", data: { shop: "s" } });
          return (await heard()).length;
        },
        { timeout: 60_000, interval: 200 },
      )
      .toBe(5);
    expect(new Set((await heard()).map((output) => JSON.stringify(output))).size).toBeLessThan(5);
  });

  it("two waits side by side end on their own, in any order", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "waits", triggers: [{ event: "w/started" }] }, async ({ step }) => {
        const [answer, never, value] = await Promise.all([
          step.waitForEvent("answer", { event: "w/answered", timeout: "1m" }),
          step.waitForEvent("never", { event: "w/never", timeout: "1s" }),
          step.run("beside", () => 1),
        ]);
        return { answer: answer?.data, never, value };
      }),
    ]);
    await workflows.send({ name: "w/started" });
    const run = await answerUntilEnded({ name: "w/answered", data: { n: 1 } });
    expect(run?.output).toEqual({ answer: { n: 1 }, never: null, value: 1 });
  });

  it("a run that waits twice for the same name needs two events", async () => {
    const seen: unknown[] = [];
    await workflows.start((client) => [
      client.createFunction({ id: "waits", triggers: [{ event: "w/started" }] }, async ({ step }) => {
        const first = await step.waitForEvent("first", { event: "w/answered", timeout: "1m" });
        await step.run("noted", () => seen.push(first?.id));
        const second = await step.waitForEvent("second", { event: "w/answered", timeout: "1m" });
        return [first?.id, second?.id];
      }),
    ]);
    await workflows.send({ name: "w/started" });
    const run = await answerUntilEnded({ name: "w/answered", data: {} });
    const [first, second] = Array.isArray(run?.output) ? run.output : [];
    expect(second).toEqual(expect.any(String));
    expect(first).not.toBe(second);
    expect(seen).toEqual([first]);
  });
});
