import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { useEngine } from "../../testing/use-engine";

describe("steps, beyond what every server promises", () => {
  const workflows = useEngine(useTestDatabase());

  it("a feature that is not supported fails the run and is named", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "signals", triggers: [{ event: "a/signals" }] }, ({ step }) =>
        step.waitForSignal("signal", { signal: "s", timeout: "1m", onConflict: "fail" }),
      ),
    ]);
    await workflows.send({ name: "a/signals" });
    const [run] = await workflows.ended("signals");
    expect(run).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("step.waitForSignal") },
    });
  });

  it("runs of one process start in the order of their events", async () => {
    const order: number[] = [];
    await workflows.start(
      (client) => [
        client.createFunction({ id: "ordered", triggers: [{ event: "a/ordered" }] }, ({ event }) => {
          order.push(Number(event.data.n));
        }),
      ],
      { concurrency: 1 },
    );
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    await workflows.send(...numbers.map((n) => ({ name: "a/ordered", data: { n } })));
    await workflows.ended("ordered", 60);
    expect(order).toEqual(numbers);
  });

  it("a function sees the event's data in the order it was written in", async () => {
    const data = { text: "İı\u0000", list: [1.5, null, { z: 1, a: 2 }] };
    await workflows.start((client) => [
      client.createFunction({ id: "echo", triggers: [{ event: "a/echo" }] }, ({ event }) =>
        JSON.stringify(event.data),
      ),
    ]);
    await workflows.send({ name: "a/echo", data });
    expect((await workflows.ended("echo"))[0]?.output).toBe(JSON.stringify(data));
  });

  it("step.sendEvent gives the id that an event was given", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "parent", triggers: [{ event: "a/parent" }] }, ({ step }) =>
        step.sendEvent("tell", [{ id: "child-1", name: "a/child" }, { name: "a/child" }]),
      ),
    ]);
    await workflows.send({ name: "a/parent" });
    const [parent] = await workflows.ended("parent");
    expect(parent?.output).toEqual({ ids: ["child-1", expect.stringMatching(/^.{26}$/)] });
  });
});
