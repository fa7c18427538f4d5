import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { useWorkflows } from "../testing/workflows";

/** Counts who is inside at once, by name. */
class Gauge {
  readonly most = new Map<string, number>();
  private readonly inside = new Map<string, number>();

  async enter(names: readonly string[], millis = 8): Promise<void> {
    for (const name of names) {
      const count = (this.inside.get(name) ?? 0) + 1;
      this.inside.set(name, count);
      this.most.set(name, Math.max(count, this.most.get(name) ?? 0));
    }
    await sleep(millis);
    for (const name of names) this.inside.set(name, (this.inside.get(name) ?? 0) - 1);
  }
}

describe("concurrency", () => {
  const workflows = useWorkflows();
  type Client = Parameters<Parameters<typeof workflows.start>[0]>[0];

  it("a function's limit and a key's limit hold together, over two engines", async () => {
    const gauge = new Gauge();
    const define = (client: Client) => [
      client.createFunction(
        {
          id: "keyed",
          triggers: [{ event: "a/keyed" }],
          concurrency: [{ limit: 5 }, { key: "event.data.tenant", limit: 2 }],
        },
        async ({ event, step }) => {
          await step.run("work", () => gauge.enter(["all", String(event.data.tenant)]));
        },
      ),
    ];
    await workflows.start(define, { concurrency: 10 });
    await workflows.start(define, { concurrency: 10 });
    const events = Array.from({ length: 120 }, (_, n) => ({
      name: "a/keyed",
      data: { tenant: `t${n % 4}` },
    }));
    await workflows.send(...events);
    await workflows.ended("keyed", 120);
    expect(gauge.most.get("all")).toBeLessThanOrEqual(5);
    for (const tenant of ["t0", "t1", "t2", "t3"]) expect(gauge.most.get(tenant)).toBeLessThanOrEqual(2);
    expect(gauge.most.get("all")).toBeGreaterThan(2);
  });

  it("a long queue of one key does not stand in the way of another key", async () => {
    const order: string[] = [];
    await workflows.start(
      (client) => [
        client.createFunction(
          {
            id: "fair",
            triggers: [{ event: "a/fair" }],
            concurrency: { key: "event.data.tenant", limit: 1 },
          },
          async ({ event }) => {
            await sleep(event.data.tenant === "big" ? 10 : 0);
            order.push(String(event.data.tenant));
          },
        ),
      ],
      { concurrency: 4 },
    );
    const big = Array.from({ length: 200 }, () => ({ name: "a/fair", data: { tenant: "big" } }));
    await workflows.send(...big, { name: "a/fair", data: { tenant: "small" } });
    await expect.poll(() => order.includes("small"), { timeout: 10_000, interval: 5 }).toBe(true);
    expect(order.indexOf("small")).toBeLessThan(150);
    await workflows.ended("fair", 201);
  });

  it("a key of scope env is shared by functions", async () => {
    const gauge = new Gauge();
    const concurrency = { key: "'provider-' + event.data.provider", limit: 2, scope: "env" } as const;
    await workflows.start((client) =>
      ["one", "two"].map((id) =>
        client.createFunction({ id, triggers: [{ event: "a/shared" }], concurrency }, () =>
          gauge.enter(["shared"]),
        ),
      ),
    );
    await workflows.send(...Array.from({ length: 20 }, () => ({ name: "a/shared", data: { provider: 7 } })));
    await workflows.ended("one", 20);
    await workflows.ended("two", 20);
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
