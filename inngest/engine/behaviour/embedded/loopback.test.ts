import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { type LoopbackServer, startLoopbackServer } from "../../testing/loopback-server";
import { type RemoteKeys, useRemoteServer } from "../../testing/remote-server";

describe("a server that is only reached over HTTP", () => {
  const database = useTestDatabase();
  const keys: RemoteKeys = { baseUrl: "", eventKey: "", signingKey: "", isLoopback: true };
  const workflows = useRemoteServer(keys);
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startLoopbackServer(database.sql);
    Object.assign(keys, server);
  });
  afterAll(() => server.stop());

  it("runs steps, tries them again, waits, invokes, and tells of the end", async () => {
    let tries = 0;
    await workflows.start((client) => {
      const child = client.createFunction({ id: "child", triggers: [{ event: "h/child" }] }, ({ event }) =>
        Number(event.data.n),
      );
      const main = client.createFunction(
        { id: "main", triggers: [{ event: "h/started" }], retries: 1 },
        async ({ step }) => {
          const first = await step.run("flaky", () => {
            tries += 1;
            if (tries === 1) throw new Error("again");
            return tries;
          });
          await step.sleep("pause", "1s");
          const none = await step.waitForEvent("none", { event: "h/never", timeout: "1s" });
          return { first, none, invoked: await step.invoke("call", { function: child, data: { n: 7 } }) };
        },
      );
      return [child, main];
    });
    await workflows.send({ name: "h/started" });
    const [run] = await workflows.ended("main");
    expect(run).toMatchObject({ status: "completed", output: { first: 2, none: null, invoked: 7 } });
    expect(await workflows.runs("child")).toHaveLength(1);
  });

  it("answers a call that fails with its error", async () => {
    const refused = await fetch(new URL("/fn/register", keys.baseUrl), { method: "POST", body: "no JSON" });
    expect(refused.status).toBe(500);
    expect(await refused.json()).toEqual({ error: expect.stringContaining("not valid JSON") });
  });

  it("tells a failure from a cancellation", async () => {
    await workflows.start((client) => [
      client.createFunction(
        {
          id: "fails",
          triggers: [{ event: "h/started" }],
          retries: 0,
          onFailure: ({ error }) => error.message,
        },
        () => Promise.reject(new Error("broken")),
      ),
      client.createFunction(
        { id: "sleeps", triggers: [{ event: "h/started" }], cancelOn: [{ event: "h/stopped" }] },
        ({ step }) => step.sleep("long", "1h"),
      ),
    ]);
    await workflows.send({ name: "h/started" });
    const [failed] = await workflows.ended("fails");
    expect(failed).toMatchObject({ status: "failed", error: { message: "broken" } });
    expect((await workflows.ended("fails-failure"))[0]?.output).toBe("broken");
    await workflows.send({ name: "h/stopped" });
    expect((await workflows.ended("sleeps"))[0]?.status).toBe("cancelled");
  });
});
