import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { Gauge } from "../../testing/gauge";
import { queueByPriority, queueKeys } from "../../testing/scenarios";
import { useEngine } from "../../testing/use-engine";

describe("flow control, beyond what every server promises", () => {
  const workflows = useEngine(useTestDatabase());
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

  it("a queue of hundreds of one key does not stand in the way of another key", async () => {
    const order = await queueKeys(workflows, { length: 200, millis: 10 });
    expect(order.indexOf("small")).toBeLessThan(150);
  });

  it("priority may be a number of the event", async () => {
    const waiting = [{ seconds: 10 }, { seconds: 60 }, { seconds: 30 }];
    expect(await queueByPriority(workflows, "event.data.seconds", waiting)).toEqual([1, 2, 0]);
  });
});
