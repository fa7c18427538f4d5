import { beforeAll, describe, expect, it } from "vitest";
import { findRunProgress } from "@/db/queries/runs/run-progress";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { deliverChunk } from "../deliver-chunk";

describe("a person whose values spoil the message", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const asked = async () => (await sandbox.readStats(mine.workspaceId)).asked;

  it.each([
    ["sms", ["+905321112233", "+905321112244", "+905321112255"], 480],
    ["whatsapp", ["+905321113233", "+905321113244", "+905321113255"], 1_024],
    ["telegram", ["770001", "770002", "770003"], 4_096],
  ] as const)(
    "whose %s text is too long fails alone, unasked, and the ledger balances",
    async (channel, addresses, max) => {
      const before = await asked();
      // "Hello" is the headline of WhatsApp and Telegram; the longest name of the three fits to the letter.
      const headline = { sms: 0, whatsapp: "*Hello*\n\n".length, telegram: "Hello\n\n".length }[channel];
      const room = max - headline - "Hi ".length;
      const runId = await openTestRun(mine, channel, [...addresses], {
        body: "Hi {{ first_name }}",
        variables: ["Ada", "x".repeat(room), "x".repeat(room + 1)].map((name) => ({ first_name: name })),
      });
      expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 })).toEqual({ state: "done" });
      expect(await findRunTotals(mine.scope, runId)).toMatchObject({
        audience: 3,
        sent: 2,
        failed: 1,
        skipped: 0,
        pending: 0,
      });
      expect((await findRunProgress(mine.scope, runId))?.reasons).toEqual([
        { name: "failed:text_too_long", count: 1 },
      ]);
      expect((await asked()) - before).toBe(2);
      const rows = await mine.scope.sql`
      select attempts, detail from deliveries where workspace_id = ${mine.workspaceId} and run_id = ${runId}
        and code = 'text_too_long'`;
      expect(rows).toEqual([
        { attempts: 0, detail: `${max + 1} characters for this person; at most ${max} are allowed.` },
      ]);
    },
  );
});
