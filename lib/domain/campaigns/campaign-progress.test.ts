import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { createPeople, deliverDue, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { updateWorkspace } from "@/lib/domain/workspaces/update-workspace";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { getCampaignProgress } from "./get-campaign-progress";

describe("the progress of a campaign", () => {
  const database = useTestDatabase();
  useSandbox();

  it("tells that the workspace sends nothing, instead of a speed of nought", async () => {
    const [mine, other] = await Promise.all([createScenario(database.sql), createScenario(database.sql)]);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "people", "sms", [
      { name: "one", address: "+905321110011" },
      { name: "two", address: "+905321110013" },
    ]);
    const { campaignId, version } = await scheduleTo(mine, "people", { channelType: "sms" });
    const told = () => getCampaignProgress(mine.ctx, { campaignId });
    await updateWorkspace(mine.ctx, { sendingStopped: true });
    expect(await told()).toMatchObject({ status: "scheduled", sendingStopped: true });
    await updateWorkspace(mine.ctx, { sendingStopped: false });
    await updateWorkspace(other.ctx, { sendingStopped: true });
    const runId = await openCampaign(mine, { campaignId, version });
    await deliverDue(mine, runId);
    await mine.scope.sql`
      update runs set status = 'sending', ended_at = null, audience_count = audience_count + 1 where workspace_id = ${mine.workspaceId} and id = ${runId}`;
    await mine.scope.sql`
      update run_chunks set size = size + 1, status = 'pending' where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    expect(await told()).toMatchObject({ sendingStopped: false, etaSeconds: expect.any(Number) });
    await updateWorkspace(mine.ctx, { sendingStopped: true });
    expect(await told()).toMatchObject({ sendingStopped: true, etaSeconds: null });
  });
});
