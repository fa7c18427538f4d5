import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import type { Sql } from "@/db/client";

/** Leaves a row for every time a step's code ran. */
export function crashFunctions(client: Inngest, sql: Sql): InngestFunction.Like[] {
  const effect = async (runId: string, step: string) => {
    await sleep(15);
    await sql`insert into effects (run_id, step) values (${runId}, ${step})`;
    return step;
  };
  return [
    client.createFunction(
      {
        id: "crash",
        triggers: [{ event: "a/crash" }],
        retries: 1,
        concurrency: { key: "event.data.lane", limit: 3 },
      },
      async ({ step, runId }) => {
        const names = [await step.run("one", () => effect(runId, "one"))];
        names.push(
          ...(await Promise.all(["two", "three"].map((name) => step.run(name, () => effect(runId, name))))),
        );
        await step.sleep("pause", "1s");
        names.push(await step.run("four", () => effect(runId, "four")));
        await step.sendEvent("tell", { id: `told:${runId}`, name: "a/told", data: { runId } });
        return names;
      },
    ),
    client.createFunction({ id: "told", triggers: [{ event: "a/told" }] }, ({ event }) =>
      String(event.data.runId),
    ),
  ];
}
