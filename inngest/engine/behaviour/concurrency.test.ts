import { describe, expect, it } from "vitest";
import { Gauge } from "../testing/gauge";
import { queueKeys } from "../testing/scenarios";
import { useWorkflows } from "../testing/workflows";

describe("concurrency", () => {
  const workflows = useWorkflows();

  it("a function's limit and a key's limit hold together", async () => {
    const gauge = new Gauge();
    await workflows.start((client) => [
      client.createFunction(
        {
          id: "keyed",
          triggers: [{ event: "a/keyed" }],
          concurrency: [{ limit: 5 }, { key: "event.data.tenant", limit: 2 }],
        },
        async ({ event, step }) => {
          await step.run("work", () => gauge.enter(["all", String(event.data.tenant)], 50));
        },
      ),
    ]);
    const events = Array.from({ length: 40 }, (_, n) => ({
      name: "a/keyed",
      data: { tenant: `t${n % 4}` },
    }));
    await workflows.send(...events);
    await workflows.ended("keyed", 40);
    expect(gauge.most.get("all")).toBeLessThanOrEqual(5);
    for (const tenant of ["t0", "t1", "t2", "t3"]) expect(gauge.most.get(tenant)).toBeLessThanOrEqual(2);
    expect(gauge.most.get("all")).toBeGreaterThan(2);
  });

  it("a long queue of one key does not stand in the way of another key", async () => {
    const order = await queueKeys(workflows, { length: 12, millis: 100 });
    expect(order.indexOf("small")).toBeLessThan(8);
  });

  it("a key of scope env is shared by functions", async () => {
    const gauge = new Gauge();
    const concurrency = { key: "'provider-' + event.data.provider", limit: 2, scope: "env" } as const;
    await workflows.start((client) =>
      ["one", "two"].map((id) =>
        client.createFunction({ id, triggers: [{ event: "a/shared" }], concurrency }, () =>
          gauge.enter(["shared"], 50),
        ),
      ),
    );
    await workflows.send(...Array.from({ length: 10 }, () => ({ name: "a/shared", data: { provider: 7 } })));
    await Promise.all([workflows.ended("one", 10), workflows.ended("two", 10)]);
    expect(gauge.most.get("shared")).toBe(2);
  });

  it("a key with text that Postgres cannot store stops nobody", async () => {
    const concurrency = { key: "event.data.key", limit: 1 };
    await workflows.start((client) => [
      client.createFunction(
        { id: "odd", triggers: [{ event: "a/odd" }], concurrency },
        ({ event }) => event.data.key,
      ),
    ]);
    const keys = ["nul\u0000", "half \ud800", "x".repeat(5_000)];
    await workflows.send(...keys.map((key) => ({ name: "a/odd", data: { key } })));
    const runs = await workflows.ended("odd", 3);
    expect(runs.map((run) => run.status)).toEqual(["completed", "completed", "completed"]);
  });
});
