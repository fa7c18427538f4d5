import { beforeAll, describe, expect, it } from "vitest";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { findRun, updateRunStatus } from "@/db/queries/runs/runs";
import { unsafeAcrossWorkspacesTouchStalledChunks } from "@/db/queries/system/stalled-sending";
import { SystemScope } from "@/db/scope";
import { answering, refused } from "@/db/testing/answering-provider";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { cancelCampaign } from "@/lib/domain/campaigns/cancel-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { deliverChunk } from "./deliver-chunk";

describe("a run that is cancelled while it is sent", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "people", "sms", [{ name: "one", address: "+905321110011" }]);
  });
  const open = async () => {
    const campaign = await scheduleTo(mine, "people", { channelType: "sms" });
    return { ...campaign, runId: await openCampaign(mine, campaign) };
  };

  it("ends, though the provider refuses what was under way", async () => {
    const { campaignId, runId } = await open();
    const connect = answering(async () => {
      await cancelCampaign(mine.ctx, { campaignId });
      return refused;
    });
    expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 }, connect)).toEqual({ state: "stopped" });
    expect((await findRun(mine.scope, runId))?.endedAt).not.toBeNull();
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ cancelled: 1, pending: 0 });
  });

  it("is found and ended where the process that cancelled it died before it was", async () => {
    const { runId } = await open();
    await updateRunStatus(mine.scope, runId, ["sending"], "cancelled");
    await mine.scope.sql`
      update run_chunks set touched_at = now() - interval '1 hour'
      where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    const after = { vanishedSeconds: 90, waitingSeconds: 900 };
    const system = SystemScope.mint(database.sql);
    const found = await system.transaction((tx) => unsafeAcrossWorkspacesTouchStalledChunks(tx, after));
    expect(found).toMatchObject([{ runId, chunkNo: 1 }]);
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 });
    expect((await findRun(mine.scope, runId))?.endedAt).not.toBeNull();
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ cancelled: 1, pending: 0 });
  });
});
