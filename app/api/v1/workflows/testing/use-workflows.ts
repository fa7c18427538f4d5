import { NonRetriableError } from "inngest";
import { expect } from "vitest";
import type { TestDatabase } from "@/db/testing/database";
import type { Scenario } from "@/db/testing/scenario";
import { useEngine } from "@/inngest/engine/testing/use-engine";
import { call } from "@/lib/platform/testing/call";
import { GET as getRun } from "../runs/[workflow_run_id]/route";
import { GET as listRuns } from "../runs/route";

type Who = string | Record<string, string>;
type Listed = { id: string; status: string; function_id: string; event_id: string };

/** An engine with a function that does what its event says, and the API that shows it. */
export function useWorkflows(database: TestDatabase) {
  const engine = useEngine(database);
  const thrown = new Set<unknown>();

  const start = (timings = {}) =>
    engine.start(
      (client) => [
        client.createFunction(
          { id: "work", triggers: [{ event: "w/came" }], retries: 1 },
          async ({ event: { id, data }, step }) => {
            await step.run("load", () => ({
              n: data.n,
              apiKey: "k-123456",
              note: "write to ada@example.com",
              headers: { authorization: "Bearer abcdefgh12345" },
            }));
            if (data.fails) throw new NonRetriableError("no such order, token=abcdef123");
            if (data.flaky)
              await step.run("flaky", () => {
                if (thrown.has(id)) return "worked";
                thrown.add(id);
                throw new Error("try later");
              });
            if (data.waits)
              await step.waitForEvent("answer", { event: "w/answered", timeout: "1h", match: "data.n" });
            return { done: true };
          },
        ),
        client.createFunction({ id: "own", triggers: [{ event: "w/own" }, { cron: "0 0 1 1 *" }] }, () => 1),
        client.createFunction({ id: "clock", triggers: [{ cron: "0 0 1 1 *" }] }, () => 1),
      ],
      { timings },
    );

  const list = async (who: Who, query: Record<string, string> = {}) => {
    const { status, body } = await call(listRuns, who, { query });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.data as Listed[];
  };

  return {
    start,
    engine,
    list,
    get: (who: Who, id: string) => call(getRun, who, { params: { workflow_run_id: id } }),
    /** Sends an event for a workspace and gives the run, once it has come to this state. */
    run: async ({ workspaceId, apiKey }: Scenario, data: object = {}, status = "completed") => {
      const before = (await list(apiKey)).map(({ id }) => id);
      await engine.send({ name: "w/came", data: { ...data, workspaceId } });
      const found = async () => (await list(apiKey)).find(({ id }) => !before.includes(id));
      await expect.poll(async () => (await found())?.status, { timeout: 20_000 }).toBe(status);
      return (await found()) as Listed;
    },
  };
}
