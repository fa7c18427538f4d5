import { referenceFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

describe("an invocation", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);

  it("of a function nobody has fails its step, and says so", async () => {
    await engine.start((client) => [
      client.createFunction({ id: "parent", triggers: [{ event: "v/parent" }] }, ({ step }) =>
        step
          .invoke("call", { function: referenceFunction({ functionId: "absent" }), data: {} })
          .catch((error: Error) => error.message),
      ),
    ]);
    await engine.send({ name: "v/parent" });
    const [run] = await engine.ended("parent");
    expect(run?.output).toBe("app-absent was not started: there is no such function.");
  });

  it.each([
    ["singleton", { singleton: { mode: "skip" as const } }],
    ["rate limit", { rateLimit: { limit: 1, period: "1h" as const } }],
    ["idempotency", { idempotency: "event.data.n" }],
  ])("that a %s drops fails its step instead of waiting for ever", async (reason, options) => {
    await engine.start((client) => {
      const child = client.createFunction(
        { id: "child", triggers: [{ event: "v/child" }], ...options },
        ({ step }) => step.sleep("pause", "1s"),
      );
      const parent = client.createFunction(
        { id: "parent", triggers: [{ event: "v/parent" }] },
        async ({ step }) => {
          const call = (id: string) =>
            step
              .invoke(id, { function: child, data: { n: 1 } })
              .then(() => "ran")
              .catch((error: Error) => error.message);
          return Promise.all([call("first"), call("second")]);
        },
      );
      return [child, parent];
    });
    await engine.send({ name: "v/parent" });
    const output = (await engine.ended("parent"))[0]?.output;
    expect(output).toContain("ran");
    expect(output).toContainEqual(expect.stringContaining(reason));
  });

  it("is not held back by a debounce", async () => {
    await engine.start((client) => {
      const child = client.createFunction(
        { id: "child", triggers: [{ event: "v/child" }], debounce: { period: "1h" } },
        () => "ran",
      );
      return [
        child,
        client.createFunction({ id: "parent", triggers: [{ event: "v/parent" }] }, ({ step }) =>
          step.invoke("call", { function: child, data: {} }),
        ),
      ];
    });
    await engine.send({ name: "v/parent" });
    expect((await engine.ended("parent"))[0]?.output).toBe("ran");
  });

  it("that ends after its timeout gives nothing to the next one", async () => {
    await engine.start((client) => {
      const child = client.createFunction(
        { id: "child", triggers: [{ event: "v/child" }] },
        async ({ step, event }) => {
          await step.sleep("pause", `${event.data.seconds}s`);
          return event.data.seconds;
        },
      );
      const parent = client.createFunction(
        { id: "parent", triggers: [{ event: "v/parent" }] },
        async ({ step }) => {
          await step
            .invoke("late", { function: child, data: { seconds: 2 }, timeout: "1s" })
            .catch(() => undefined);
          return step.invoke("next", { function: child, data: { seconds: 3 } });
        },
      );
      return [child, parent];
    });
    await engine.send({ name: "v/parent" });
    expect((await engine.ended("parent"))[0]?.output).toBe(3);
  });

  it("that is cancelled fails its step", async () => {
    await engine.start((client) => {
      const child = client.createFunction(
        { id: "child", triggers: [{ event: "v/child" }], cancelOn: [{ event: "v/stopped" }] },
        ({ step }) => step.sleep("long", "1h"),
      );
      return [
        child,
        client.createFunction({ id: "parent", triggers: [{ event: "v/parent" }] }, ({ step }) =>
          step.invoke("call", { function: child, data: {} }).catch((error: Error) => error.message),
        ),
      ];
    });
    await engine.send({ name: "v/parent" });
    await expect.poll(async () => (await engine.runs("child")).length).toBe(1);
    await engine.send({ name: "v/stopped" });
    expect((await engine.ended("parent"))[0]?.output).toBe("The invoked function was cancelled.");
  });
});
