import { cron, eventType } from "inngest";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { useWorkflows } from "../testing/workflows";

describe("triggers", () => {
  const workflows = useWorkflows();

  it.each([
    ["event.data.n > 3", [{ n: 4 }], [{ n: 3 }, { n: "4" }, {}]],
    [
      "event.data.plan == 'gold' && event.data.total >= 10.5",
      [{ plan: "gold", total: 11 }],
      [{ plan: "gold", total: 10 }, { total: 11 }],
    ],
    ["event.data.tags.exists(tag, tag == 'vip')", [{ tags: ["new", "vip"] }], [{ tags: [] }, {}]],
    ["has(event.data.coupon)", [{ coupon: null }], [{}]],
    ["!event.data.silent", [{ silent: false }], [{ silent: true }, {}]],
    ["!(event.data.n > 3)", [{ n: 3 }, {}], [{ n: 4 }]],
    ["event.data.n < 3", [{ n: 2 }, {}], [{ n: 3 }]],
    [
      "event.data.email.endsWith('@example.com') || event.data.invited",
      [{ email: "a@example.com" }, { invited: true }],
      [{ email: "a@example.org" }],
    ],
  ])("if %s", async (condition, starting, others) => {
    await workflows.start((client) => [
      client.createFunction(
        { id: "some", triggers: [{ event: "t/came", if: condition }] },
        ({ event }) => event.data,
      ),
      client.createFunction({ id: "all", triggers: [{ event: "t/came" }] }, () => 1),
    ]);
    const data: Record<string, unknown>[] = [...others, ...starting];
    await workflows.send(...data.map((one) => ({ name: "t/came", data: one })));
    await workflows.ended("all", data.length);
    const runs = await workflows.ended("some", starting.length);
    const outputs = runs.map((run) => run.output);
    const expected: unknown[] = starting;
    expect(outputs).toHaveLength(expected.length);
    expect(outputs).toEqual(expect.arrayContaining(expected));
  });

  it("of several triggers any one starts one run", async () => {
    await workflows.start((client) => [
      client.createFunction(
        {
          id: "any",
          triggers: [{ event: "t/one" }, { event: "t/*", if: "event.data.n == 1" }, cron("0 0 1 1 *")],
        },
        ({ event }) => event.name,
      ),
      client.createFunction({ id: "all", triggers: [{ event: "t/*" }] }, () => 1),
    ]);
    await workflows.send(
      { name: "t/one", data: { n: 1 } },
      { name: "t/two", data: { n: 1 } },
      { name: "t/two", data: { n: 2 } },
    );
    await workflows.ended("all", 3);
    const runs = await workflows.ended("any", 2);
    expect(runs.map((run) => run.output).sort()).toEqual(["t/one", "t/two"]);
  });

  it("an event that does not fit its schema fails the run at once", async () => {
    const came = eventType("t/typed", { schema: z.object({ n: z.number() }) });
    await workflows.start((client) => [
      client.createFunction({ id: "typed", triggers: [came], retries: 3 }, ({ event }) => event.data.n),
    ]);
    await workflows.send({ name: "t/typed", data: { n: "no" } });
    expect((await workflows.ended("typed"))[0]?.status).toBe("failed");
  });
});
