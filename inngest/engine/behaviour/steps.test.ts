import { describe, expect, it } from "vitest";
import { useWorkflows } from "../testing/workflows";

describe("steps", () => {
  const workflows = useWorkflows();

  it("an event starts every function it triggers, by name and by prefix", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "exact", triggers: [{ event: "cart/updated" }] }, () => "exact"),
      client.createFunction({ id: "prefix", triggers: [{ event: "cart/*" }] }, () => "prefix"),
      client.createFunction({ id: "other", triggers: [{ event: "cart/deleted" }] }, () => "other"),
    ]);
    await workflows.send({ name: "cart/updated" });
    const [exact] = await workflows.ended("exact");
    const [prefix] = await workflows.ended("prefix");
    expect([exact?.output, prefix?.output]).toEqual(["exact", "prefix"]);
    expect(await workflows.runs("other")).toEqual([]);
  });

  it("a function sees the event as it was sent", async () => {
    const data = { text: "İı\u0000", list: [1.5, null, { z: 1, a: 2 }] };
    await workflows.start((client) => [
      client.createFunction({ id: "echo", triggers: [{ event: "a/echo" }] }, ({ event }) => ({
        id: event.id,
        name: event.name,
        data: event.data,
      })),
    ]);
    await workflows.send({ id: "the-id", name: "a/echo", data });
    const [run] = await workflows.ended("echo");
    expect(run?.output).toEqual({ id: expect.stringContaining("the-id"), name: "a/echo", data });
  });

  it("each step runs once and its result is what later steps see", async () => {
    const calls: string[] = [];
    await workflows.start((client) => [
      client.createFunction({ id: "two", triggers: [{ event: "a/two" }] }, async ({ step }) => {
        const first = await step.run("first", () => {
          calls.push("first");
          return { at: new Date(0), none: undefined };
        });
        return step.run("second", () => {
          calls.push("second");
          return first;
        });
      }),
    ]);
    await workflows.send({ name: "a/two" });
    const [run] = await workflows.ended("two");
    expect(run?.output).toEqual({ at: "1970-01-01T00:00:00.000Z" });
    expect(calls).toEqual(["first", "second"]);
  });

  it("a function that opted out of checkpointing runs the same", async () => {
    const calls: string[] = [];
    await workflows.start((client) => [
      client.createFunction(
        { id: "plain", triggers: [{ event: "a/plain" }], checkpointing: false },
        async ({ step }) => {
          const a = await step.run("a", () => calls.push("a"));
          const b = await step.run("b", () => calls.push("b"));
          return a + b;
        },
      ),
    ]);
    await workflows.send({ name: "a/plain" });
    const [run] = await workflows.ended("plain");
    expect([run?.output, calls]).toEqual([3, ["a", "b"]]);
  });

  it("the same step id used twice is two steps, in order", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "twice", triggers: [{ event: "a/twice" }] }, async ({ step }) => {
        const values: number[] = [];
        for (const value of [1, 2, 3]) values.push(await step.run("same", () => value));
        return values;
      }),
    ]);
    await workflows.send({ name: "a/twice" });
    expect((await workflows.ended("twice"))[0]?.output).toEqual([1, 2, 3]);
  });

  it("parallel steps run side by side and the function goes on when all have ended", async () => {
    const running = new Set<string>();
    let most = 0;
    await workflows.start((client) => [
      client.createFunction({ id: "fan", triggers: [{ event: "a/fan" }] }, async ({ step }) => {
        const work = (name: string) =>
          step.run(name, async () => {
            running.add(name);
            most = Math.max(most, running.size);
            await expect.poll(() => most, { timeout: 10_000 }).toBe(3);
            running.delete(name);
            return name;
          });
        const names = await Promise.all([work("x"), work("y"), work("z")]);
        return step.run("join", () => names.join(""));
      }),
    ]);
    await workflows.send({ name: "a/fan" });
    expect((await workflows.ended("fan"))[0]?.output).toBe("xyz");
  });

  it("parallel branches of a step and a sleep, one of them failing, come together", async () => {
    await workflows.start((client) => [
      client.createFunction(
        { id: "mixed", triggers: [{ event: "a/mixed" }], retries: 0 },
        async ({ step }) => {
          const [value, caught] = await Promise.all([
            step.run("value", () => 1),
            step.run("broken", () => Promise.reject(new Error("no"))).catch((error: Error) => error.message),
            step.sleep("pause", 200),
          ]);
          return { value, caught };
        },
      ),
    ]);
    await workflows.send({ name: "a/mixed" });
    expect((await workflows.ended("mixed"))[0]?.output).toEqual({ value: 1, caught: "no" });
  });

  it("step.sendEvent starts other functions and gives the ids", async () => {
    const childId = crypto.randomUUID();
    await workflows.start((client) => [
      client.createFunction({ id: "parent", triggers: [{ event: "a/parent" }] }, ({ step }) =>
        step.sendEvent("tell", [
          { id: childId, name: "a/child", data: { n: 1 } },
          { name: "a/child", data: { n: 2 } },
        ]),
      ),
      client.createFunction({ id: "child", triggers: [{ event: "a/child" }] }, ({ event }) => ({
        n: event.data.n,
        id: event.id,
      })),
    ]);
    await workflows.send({ name: "a/parent" });
    const children = await workflows.ended("child", 2);
    expect(children.map((run) => run.output)).toHaveLength(2);
    expect(children.map((run) => run.output)).toEqual(
      expect.arrayContaining([
        { n: 1, id: childId },
        { n: 2, id: expect.any(String) },
      ]),
    );
    const [parent] = await workflows.ended("parent");
    expect(parent?.output).toEqual({ ids: [expect.any(String), expect.stringMatching(/^.{26}$/)] });
  });
});
