import { expect } from "vitest";
import { Gauge } from "./gauge";
import type { Workflows } from "./workflows";

/** Many runs of one key, one at a time, and then one of another: whose turn was when. */
export async function queueKeys(
  workflows: Workflows,
  { length, millis }: { length: number; millis: number },
) {
  const order: string[] = [];
  const gauge = new Gauge();
  const concurrency = { key: "event.data.tenant", limit: 1 };
  await workflows.start(
    (client) => [
      client.createFunction(
        { id: "fair", triggers: [{ event: "a/fair" }], concurrency },
        async ({ event }) => {
          await gauge.enter([], event.data.tenant === "big" ? millis : 0);
          order.push(String(event.data.tenant));
        },
      ),
    ],
    { concurrency: 4 },
  );
  const big = Array.from({ length }, () => ({ name: "a/fair", data: { tenant: "big" } }));
  await workflows.send(...big, { name: "a/fair", data: { tenant: "small" } });
  await workflows.ended("fair", length + 1);
  return order;
}

/** Runs that wait for their turn behind one that is held until all have come: the positions in which they went. */
export async function queueByPriority(
  workflows: Workflows,
  priority: string,
  waiting: readonly Record<string, unknown>[],
) {
  const order: number[] = [];
  const mayGo = Promise.withResolvers<void>();
  await workflows.start((client) => [
    client.createFunction(
      { id: "urgent", triggers: [{ event: "f/urgent" }], concurrency: 1, priority: { run: priority } },
      async ({ event, step }) => {
        await step.run("note", async () => {
          order.push(Number(event.data.position));
          if (event.data.position === -1) await mayGo.promise;
        });
      },
    ),
    client.createFunction({ id: "all", triggers: [{ event: "f/urgent" }] }, () => 1),
  ]);
  const urgent = (position: number, data = {}) => ({ name: "f/urgent", data: { ...data, position } });
  await workflows.send(urgent(-1));
  await expect.poll(() => order).toEqual([-1]);
  await workflows.send(...waiting.map((data, position) => urgent(position, data)));
  await workflows.ended("all", waiting.length + 1);
  mayGo.resolve();
  await workflows.ended("urgent", waiting.length + 1);
  return order.slice(1);
}

/** Ten runs in each of which six steps race, and further ones follow: all that was called. */
export async function raceMany(workflows: Workflows, following: readonly string[]) {
  const calls: string[] = [];
  const names = ["a", "b", "c", "d", "e", "f"];
  await workflows.start((client) => [
    client.createFunction({ id: "races", triggers: [{ event: "r/started" }] }, async ({ step, group }) => {
      await group.parallel({ mode: "race" }, () =>
        Promise.race(names.map((name) => step.run(name, () => calls.push(name)))),
      );
      for (const name of following) await step.run(name, () => calls.push(name));
    }),
  ]);
  await workflows.send(...Array.from({ length: 10 }, () => ({ name: "r/started" })));
  const runs = await workflows.ended("races", 10);
  expect(new Set(runs.map((run) => run.status))).toEqual(new Set(["completed"]));
  return { racing: calls.filter((call) => names.includes(call)), calls };
}
