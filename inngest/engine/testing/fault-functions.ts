import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import type { Sql } from "@/db/client";
import { newId } from "@/lib/platform/ids";

export const faultLanes = 4;
export const faultLaneLimit = 3;
export const faultSteps = ["one", "two", "three", "four", "five"];

/**
 * Five steps with a sleep and a wait between them. A step notes that it is at work, and leaves its effect under its
 * own key, as functions are to do that run at least once.
 */
export function faultFunctions(client: Inngest, sql: Sql, worker: string): InngestFunction.Like[] {
  const effect = async (runId: string, step: string, lane: string) => {
    const id = newId();
    const beganAt = new Date();
    try {
      await sql`
        insert into attempts (id, run_id, step, lane, worker, began_at)
        values (${id}, ${runId}, ${step}, ${lane}, ${worker}, ${beganAt})`;
      await sleep(15);
      await sql`insert into effects (run_id, step) values (${runId}, ${step}) on conflict do nothing`;
    } finally {
      void noteEnd(id, new Date());
    }
    return step;
  };
  const noteEnd = async (id: string, endedAt: Date): Promise<void> => {
    try {
      await sql`update attempts set ended_at = ${endedAt} where id = ${id}`;
    } catch {
      await sleep(200);
      await noteEnd(id, endedAt);
    }
  };
  return [
    client.createFunction(
      {
        id: "faulty",
        triggers: [{ event: "a/faulty" }],
        // The database goes away at times, and steps that need it fail with it.
        retries: 20,
        concurrency: [{ limit: 10 }, { key: "event.data.lane", limit: faultLaneLimit }],
      },
      async ({ step, runId, event }) => {
        const lane = String(event.data.lane);
        const run = (name: string) => step.run(name, () => effect(runId, name, lane));
        const names = [await run("one")];
        await step.sleep("pause", "1s");
        names.push(...(await Promise.all([run("two"), run("three")])));
        await step.waitForEvent("tick", { event: "a/tick", timeout: "30s", match: "data.lane" });
        names.push(await run("four"));
        names.push(await run("five"));
        await step.sendEvent("tell", { id: `told:${runId}`, name: "a/told", data: { runId } });
        return names;
      },
    ),
    client.createFunction({ id: "told", triggers: [{ event: "a/told" }] }, ({ event }) =>
      String(event.data.runId),
    ),
  ];
}
