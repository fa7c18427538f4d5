import { NonRetriableError } from "inngest";
import type { Sql } from "@/db/client";
import type { Define, SentEvent, Workflows } from "./workflows";

export type Scenario = {
  define: (sql: Sql) => Define;
  expected: { status: string; output?: unknown };
  /** Effects there must be, each by a step of its own. */
  steps: readonly string[];
  /** Steps that may be at work when the process dies. */
  inFlightMax: number;
  /** Sent again and again, since what comes before the wait does not count. */
  awaits?: SentEvent;
  /** Runs besides the main one that must have ended. */
  alsoEnds?: readonly string[];
};

const trigger = { triggers: [{ event: "d/started" }], retries: 1 as const };

const effectsIn = (sql: Sql) => async (runId: string, step: string) => {
  await sql`
    insert into effects (run_id, step) values (${runId}, ${step})
    on conflict (run_id, step) do update set times = effects.times + 1`;
  return step;
};

export const scenarios: Record<string, Scenario> = {
  "between steps": {
    define: (sql) => (client) => [
      client.createFunction({ ...trigger, id: "main" }, async ({ step, runId }) => {
        const names: string[] = [];
        for (const name of ["a", "b", "c"])
          names.push(await step.run(name, () => effectsIn(sql)(runId, name)));
        return names.join("");
      }),
    ],
    expected: { status: "completed", output: "abc" },
    steps: ["a", "b", "c"],
    inFlightMax: 1,
  },
  "among parallel steps": {
    define: (sql) => (client) => [
      client.createFunction({ ...trigger, id: "main" }, async ({ step, runId }) => {
        const run = (name: string) => step.run(name, () => effectsIn(sql)(runId, name));
        const names = await Promise.all(["a", "b", "c"].map(run));
        return [...names, await run("d")].join("");
      }),
    ],
    expected: { status: "completed", output: "abcd" },
    steps: ["a", "b", "c", "d"],
    inFlightMax: 3,
  },
  "around a wait for an event": {
    define: (sql) => (client) => [
      client.createFunction({ ...trigger, id: "main" }, async ({ step, runId }) => {
        await step.run("a", () => effectsIn(sql)(runId, "a"));
        const event = await step.waitForEvent("answer", {
          event: "d/answered",
          timeout: "1h",
          if: "event.data.n == async.data.n",
        });
        await step.run("b", () => effectsIn(sql)(runId, "b"));
        return event?.data.n;
      }),
    ],
    expected: { status: "completed", output: 1 },
    steps: ["a", "b"],
    inFlightMax: 1,
    awaits: { name: "d/answered", data: { n: 1 } },
  },
  "around a wait that times out": {
    define: (sql) => (client) => [
      client.createFunction({ ...trigger, id: "main" }, async ({ step, runId }) => {
        const event = await step.waitForEvent("answer", { event: "d/answered", timeout: "1s" });
        await step.run("a", () => effectsIn(sql)(runId, "a"));
        return event;
      }),
    ],
    expected: { status: "completed", output: null },
    steps: ["a"],
    inFlightMax: 1,
  },
  "around an invocation": {
    define: (sql) => (client) => {
      const child = client.createFunction(
        { id: "child", triggers: [{ event: "d/child" }], retries: 1 },
        ({ step, runId }) => step.run("child", () => effectsIn(sql)(runId, "child")),
      );
      const main = client.createFunction({ ...trigger, id: "main" }, async ({ step, runId }) => {
        const given = await step.invoke("call", { function: child, data: {} });
        await step.run("a", () => effectsIn(sql)(runId, "a"));
        return given;
      });
      return [child, main];
    },
    expected: { status: "completed", output: "child" },
    steps: ["a", "child"],
    inFlightMax: 1,
    alsoEnds: ["child"],
  },
  "in a race": {
    define: (sql) => (client) => [
      client.createFunction({ ...trigger, id: "main" }, async ({ step, group, runId }) => {
        const run = (name: string) => step.run(name, () => effectsIn(sql)(runId, name));
        await group.parallel({ mode: "race" }, () => Promise.race([run("a"), run("b")]));
        return run("c");
      }),
    ],
    expected: { status: "completed", output: "c" },
    steps: ["a", "b", "c"],
    inFlightMax: 2,
  },
  "on the way to onFailure": {
    define: (sql) => (client) => [
      client.createFunction(
        {
          ...trigger,
          id: "main",
          onFailure: ({ step, runId }) => step.run("told", () => effectsIn(sql)(runId, "told")),
        },
        async ({ step, runId }) => {
          await step.run("a", () => effectsIn(sql)(runId, "a"));
          throw new NonRetriableError("broken");
        },
      ),
    ],
    expected: { status: "failed" },
    steps: ["a", "told"],
    inFlightMax: 1,
    alsoEnds: ["main-failure"],
  },
  "before and after a cancellation": {
    define: (sql) => (client) => [
      client.createFunction(
        { ...trigger, id: "main", cancelOn: [{ event: "d/stopped" }] },
        async ({ step, runId }) => {
          await step.run("a", () => effectsIn(sql)(runId, "a"));
          await step.sendEvent("stop", { id: `stopped-${runId}`, name: "d/stopped" });
          await step.sleep("long", "1h");
          await step.run("never", () => effectsIn(sql)(runId, "never"));
        },
      ),
    ],
    expected: { status: "cancelled" },
    steps: ["a"],
    inFlightMax: 1,
  },
  "before a held back start": {
    define: (sql) => (client) => [
      client.createFunction(
        { ...trigger, id: "main", debounce: { period: "1s" }, throttle: { limit: 1, period: "1s" } },
        ({ step, runId }) => step.run("a", () => effectsIn(sql)(runId, "a")),
      ),
    ],
    expected: { status: "completed", output: "a" },
    steps: ["a"],
    inFlightMax: 1,
  },
};

/** Waits for what ends besides the main run. */
export async function othersEnd(workflows: Workflows, { alsoEnds = [] }: Scenario): Promise<void> {
  for (const functionId of alsoEnds) await workflows.ended(functionId);
}
