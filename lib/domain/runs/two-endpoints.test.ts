import { beforeAll, describe, expect, it } from "vitest";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import type { Message } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { type Connect, deliverChunk } from "./deliver-chunk";

describe("a person with two numbers", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const [first, second] = ["+905321113311", "+905321113322"];
  const accepted: Outcome = { kind: "accepted", code: "", detail: "", providerMessageId: "m-1" };
  const refused: Outcome = { kind: "auth_or_config", code: "401", detail: "The key is wrong." };

  it("hears from the one that has answered once, though sending stopped before the other", async () => {
    const runId = await openTestRun(mine, "sms", [first]);
    await mine.scope.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
      select workspace_id, uuidv7(), contact_id, 'sms', ${second}, ${second} from notifications
      where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    const asked: string[] = [];
    let isBlocked = true;
    const sendOne = async (message: Message) => {
      const to = String("to" in message ? message.to : "");
      asked.push(to);
      return to === second && isBlocked ? refused : accepted;
    };
    const connect: Connect = async () => ({
      ratePerSecond: 100,
      transport: {
        capacity: { inFlightMax: 8 },
        isResendHarmless: false,
        sendOne,
        send: (messages) => Promise.all(messages.map(sendOne)),
        close: async () => undefined,
      },
    });
    expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect)).toMatchObject({ state: "again" });
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ sent: 0, pending: 1 });
    isBlocked = false;
    expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect)).toEqual({ state: "done" });
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ sent: 1, pending: 0 });
    expect(asked.toSorted()).toEqual([first, second, second]);
  });
});
