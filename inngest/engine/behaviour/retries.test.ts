import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it } from "vitest";
import { useWorkflows } from "../testing/workflows";

describe("retries", () => {
  const workflows = useWorkflows();

  it("a step that throws is tried again, and the steps before it are not", async () => {
    const calls: string[] = [];
    await workflows.start((client) => [
      client.createFunction(
        { id: "flaky", triggers: [{ event: "a/flaky" }], retries: 3 },
        async ({ step }) => {
          await step.run("stable", () => calls.push("stable"));
          return step.run("flaky", () => {
            if (calls.push("flaky") < 4) throw new Error("not yet");
            return calls.length;
          });
        },
      ),
    ]);
    await workflows.send({ name: "a/flaky" });
    expect((await workflows.ended("flaky"))[0]).toMatchObject({ status: "completed", output: 4 });
    expect(calls).toEqual(["stable", "flaky", "flaky", "flaky"]);
  });

  it("every step has the full number of tries", async () => {
    const tries = new Map<string, number>();
    await workflows.start((client) => [
      client.createFunction({ id: "each", triggers: [{ event: "a/each" }], retries: 2 }, async ({ step }) => {
        for (const name of ["a", "b", "c"]) {
          await step.run(name, () => {
            tries.set(name, (tries.get(name) ?? 0) + 1);
            if (tries.get(name) !== 3) throw new Error("again");
          });
        }
      }),
    ]);
    await workflows.send({ name: "a/each" });
    expect((await workflows.ended("each"))[0]?.status).toBe("completed");
    expect([...tries.values()]).toEqual([3, 3, 3]);
  });

  it("a step that used up its tries can be caught", async () => {
    let calls = 0;
    await workflows.start((client) => [
      client.createFunction(
        { id: "caught", triggers: [{ event: "a/caught" }], retries: 1 },
        async ({ step }) => {
          const fail = () => {
            calls += 1;
            throw new TypeError("broken");
          };
          const message = await step.run("bad", fail).catch((error: Error) => error.message);
          return step.run("after", () => message);
        },
      ),
    ]);
    await workflows.send({ name: "a/caught" });
    expect((await workflows.ended("caught"))[0]).toMatchObject({ status: "completed", output: "broken" });
    expect(calls).toBe(2);
  });

  it("tries are counted across a sleep", async () => {
    let calls = 0;
    await workflows.start((client) => [
      client.createFunction(
        { id: "slept", triggers: [{ event: "a/slept" }], retries: 2 },
        async ({ step }) => {
          await step.sleep("pause", 100);
          calls += 1;
          throw new Error("outside of any step");
        },
      ),
    ]);
    await workflows.send({ name: "a/slept" });
    expect((await workflows.ended("slept"))[0]?.status).toBe("failed");
    expect(calls).toBe(3);
  });

  it("NonRetriableError ends the run at once", async () => {
    let calls = 0;
    await workflows.start((client) => [
      client.createFunction({ id: "final", triggers: [{ event: "a/final" }], retries: 5 }, () => {
        calls += 1;
        throw new NonRetriableError("final");
      }),
    ]);
    await workflows.send({ name: "a/final" });
    const [run] = await workflows.ended("final");
    expect(run).toMatchObject({ status: "failed", error: { name: "NonRetriableError", message: "final" } });
    expect(calls).toBe(1);
  });

  it("RetryAfterError chooses the time of the next try", async () => {
    const tries: number[] = [];
    await workflows.start((client) => [
      client.createFunction({ id: "later", triggers: [{ event: "a/later" }], retries: 1 }, () => {
        if (tries.push(Date.now()) === 1) throw new RetryAfterError("later", "2s");
      }),
    ]);
    await workflows.send({ name: "a/later" });
    expect((await workflows.ended("later"))[0]?.status).toBe("completed");
    const [first = 0, second = 0] = tries;
    expect(second - first).toBeGreaterThanOrEqual(1_900);
  });

  it("onFailure runs once, with the error and the event that started the run", async () => {
    const failures: unknown[] = [];
    await workflows.start((client) => [
      client.createFunction(
        {
          id: "fails",
          triggers: [{ event: "a/fails" }],
          retries: 1,
          onFailure: ({ error, event }) => {
            failures.push([error.message, event.data.event.data, event.data.function_id]);
          },
        },
        () => Promise.reject(new Error("broken")),
      ),
      client.createFunction(
        { id: "fine", triggers: [{ event: "a/fails" }], onFailure: () => failures.push("fine") },
        () => 1,
      ),
    ]);
    await workflows.send({ name: "a/fails", data: { n: 7 } });
    await workflows.ended("fails-failure");
    await workflows.ended("fine");
    expect(failures).toEqual([["broken", { n: 7 }, workflows.fullId("fails")]]);
    expect(await workflows.runs("fine-failure")).toEqual([]);
  });

  it("inngest/function.finished reaches those who listen, and starts no endless chain", async () => {
    await workflows.start((client) => [
      client.createFunction({ id: "source", triggers: [{ event: "a/source" }] }, () => "done"),
      client.createFunction(
        {
          id: "listener",
          triggers: [
            {
              event: "inngest/function.finished",
              if: `event.data.function_id == '${workflows.fullId("source")}'`,
            },
          ],
        },
        ({ event }) => ({
          of: String(event.data.function_id),
          result: String(event.data.result),
        }),
      ),
    ]);
    await workflows.send({ name: "a/source" });
    expect((await workflows.ended("listener"))[0]?.output).toEqual({
      of: workflows.fullId("source"),
      result: "done",
    });
    expect(await workflows.runs("listener")).toHaveLength(1);
  });
});
