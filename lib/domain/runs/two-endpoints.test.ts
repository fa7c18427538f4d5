import { beforeAll, describe, expect, it } from "vitest";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { accepted, answering, gone, refused } from "@/db/testing/answering-provider";
import { insertTestBatch, readStock } from "@/db/testing/coupon-batch";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { deliverChunk } from "./deliver-chunk";

describe("a person with two numbers", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const open = async (
    first: string,
    second: string,
    more: Parameters<typeof openTestRun>[3] = {},
  ): Promise<string> => {
    const runId = await openTestRun(mine, "sms", [first], more);
    await mine.scope.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
      select workspace_id, uuidv7(), contact_id, 'sms', ${second}, ${second} from notifications
      where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    return runId;
  };

  it("hears from the one that has answered once, though sending stopped before the other", async () => {
    const [first, second] = ["+905321113311", "+905321113322"] as const;
    const runId = await open(first, second);
    const asked: string[] = [];
    let isBlocked = true;
    const connect = answering(async (message) => {
      const to = String("to" in message ? message.to : "");
      asked.push(to);
      return to === second && isBlocked ? refused : accepted;
    });
    expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect)).toMatchObject({ state: "again" });
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ sent: 0, pending: 1 });
    isBlocked = false;
    expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect)).toEqual({ state: "done" });
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ sent: 1, pending: 0 });
    expect(asked.toSorted()).toEqual([first, second, second]);
  });

  it("keeps its code where sending stopped before one of them had an answer: an attempt may have arrived", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: ["TWO-1"] });
    const [first, second] = ["+905321114411", "+905321114422"] as const;
    const body = "Your code: {{ coupon.code }}.";
    const runId = await open(first, second, { body, couponBatchId: batchId });
    let isBlocked = true;
    const connect = answering(async (message) =>
      "to" in message && message.to === second && isBlocked ? refused : gone,
    );
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect);
    isBlocked = false;
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect);
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ failed: 1, pending: 0 });
    expect(await readStock(mine.scope, batchId)).toMatchObject({ held: 1, returned: 0 });
  });
});
