import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { createPeople, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { updateWorkspace } from "@/lib/domain/workspaces/update-workspace";
import { getCampaignProgress } from "./get-campaign-progress";

describe("the progress of a campaign", () => {
  const database = useTestDatabase();

  it("tells that the workspace sends nothing, instead of a speed of nought", async () => {
    const [mine, other] = await Promise.all([createScenario(database.sql), createScenario(database.sql)]);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "people", "sms", [{ name: "one", address: "+905321110011" }]);
    const { campaignId, version } = await scheduleTo(mine, "people", { channelType: "sms" });
    await openCampaign(mine, { campaignId, version });
    const told = () => getCampaignProgress(mine.ctx, { campaignId });
    await updateWorkspace(other.ctx, { sendingStopped: true });
    expect(await told()).toMatchObject({ status: "sending", sendingStopped: false });
    await updateWorkspace(mine.ctx, { sendingStopped: true });
    expect(await told()).toMatchObject({ status: "sending", sendingStopped: true, etaSeconds: null });
  });
});
