import { NonRetriableError, referenceFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { useWorkflows } from "../testing/workflows";

describe("step.invoke", () => {
  const workflows = useWorkflows();
  type Client = Parameters<Parameters<typeof workflows.start>[0]>[0];
  type Options = Omit<Parameters<Client["createFunction"]>[0], "id" | "triggers">;

  const child = (client: Client, options: Options = {}) =>
    client.createFunction(
      { id: "child", triggers: [{ event: "i/child" }], ...options },
      async ({ event, step }) => {
        if (event.data.seconds) await step.sleep("pause", `${event.data.seconds}s`);
        if (event.data.fails) throw new NonRetriableError("child broke");
        return { doubled: Number(event.data.n) * 2, name: event.name };
      },
    );

  it("calls a function and gives its result", async () => {
    await workflows.start((client) => {
      const called = child(client);
      const parent = client.createFunction({ id: "parent", triggers: [{ event: "i/parent" }] }, ({ step }) =>
        step.invoke("call", { function: called, data: { n: 21 } }),
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    const [run] = await workflows.ended("parent");
    expect(run?.output).toEqual({ doubled: 42, name: "inngest/function.invoked" });
    expect(await workflows.runs("child")).toHaveLength(1);
  });

  it("calls a function by reference", async () => {
    await workflows.start((client) => [
      child(client),
      client.createFunction({ id: "parent", triggers: [{ event: "i/parent" }] }, ({ step }) =>
        step.invoke("call", { function: referenceFunction({ functionId: "child" }), data: { n: 4 } }),
      ),
    ]);
    await workflows.send({ name: "i/parent" });
    expect((await workflows.ended("parent"))[0]?.output).toMatchObject({ doubled: 8 });
  });

  it("the error of a function that failed can be caught", async () => {
    await workflows.start((client) => {
      const called = child(client);
      const parent = client.createFunction({ id: "parent", triggers: [{ event: "i/parent" }] }, ({ step }) =>
        step
          .invoke("call", { function: called, data: { fails: true } })
          .catch((error: Error) => `caught ${error.message}`),
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    expect((await workflows.ended("parent"))[0]?.output).toContain("caught");
    expect((await workflows.ended("child"))[0]?.status).toBe("failed");
  });

  it("an error that nobody catches fails the run that invoked", async () => {
    await workflows.start((client) => {
      const called = child(client);
      const parent = client.createFunction(
        { id: "parent", triggers: [{ event: "i/parent" }], retries: 0 },
        ({ step }) => step.invoke("call", { function: called, data: { fails: true } }),
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    expect((await workflows.ended("parent"))[0]?.status).toBe("failed");
  });

  it("gives up after its timeout while the function goes on", async () => {
    await workflows.start((client) => {
      const called = child(client);
      const parent = client.createFunction({ id: "parent", triggers: [{ event: "i/parent" }] }, ({ step }) =>
        step
          .invoke("call", { function: called, data: { seconds: 3, n: 1 }, timeout: "1s" })
          .catch((error: Error) => error.message),
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    const [run] = await workflows.ended("parent");
    expect(run?.output).toContain("Timed out waiting for invoked function");
    expect((await workflows.ended("child"))[0]?.status).toBe("completed");
  });

  it("calls side by side come together", async () => {
    await workflows.start((client) => {
      const called = child(client);
      const parent = client.createFunction(
        { id: "parent", triggers: [{ event: "i/parent" }] },
        async ({ step }) => {
          const calls = [1, 2, 3].map((n) => step.invoke(`call ${n}`, { function: called, data: { n } }));
          return (await Promise.all(calls)).map((result) => result.doubled);
        },
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    expect((await workflows.ended("parent"))[0]?.output).toEqual([2, 4, 6]);
  });

  it("a function that waits for another holds no slot", async () => {
    await workflows.start((client) => {
      const concurrency = { limit: 1, key: "'one for both'", scope: "env" } as const;
      const called = child(client, { concurrency });
      const parent = client.createFunction(
        { id: "parent", triggers: [{ event: "i/parent" }], concurrency },
        ({ step }) => step.invoke("call", { function: called, data: { n: 1 } }),
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    expect((await workflows.ended("parent"))[0]?.status).toBe("completed");
  });

  it("the invoked function's onFailure hears of its failure", async () => {
    await workflows.start((client) => {
      const called = child(client, { onFailure: ({ error }) => error.message });
      const parent = client.createFunction({ id: "parent", triggers: [{ event: "i/parent" }] }, ({ step }) =>
        step.invoke("call", { function: called, data: { fails: true } }).catch(() => "caught"),
      );
      return [called, parent];
    });
    await workflows.send({ name: "i/parent" });
    expect((await workflows.ended("child-failure"))[0]?.output).toBe("child broke");
  });
});
