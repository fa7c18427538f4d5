import { beforeAll, describe, expect, it } from "vitest";
import { setProviderUnverified, setProviderVerified } from "@/db/queries/providers/provider-health";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { deliverChunk } from "@/lib/domain/runs/deliver-chunk";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createCampaign } from "./create-campaign";
import { forecastCampaign } from "./forecast-campaign";
import { getCampaignProgress } from "./get-campaign-progress";

describe("a campaign whose provider does not work", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "people", "sms", [
      { name: "one", address: "+905321110011" },
      { name: "two", address: "+905321110013" },
      { name: "three", address: "+905321110017" },
    ]);
  });

  const draft = () =>
    createCampaign(mine.ctx, {
      name: "Draft",
      channelType: "sms",
      contents: [{ language: "en", body: "Once. STOP to opt out" }],
      audience: { filter: { field: "tags", operator: "contains", value: "people" } },
    });

  it("is told before it is sent, for as long as nothing shows that the provider works again", async () => {
    const { id: campaignId } = await draft();
    const forecast = () => forecastCampaign(mine.ctx, { campaignId });
    const before = await forecast();
    expect(before.provider).toMatchObject({ isSandbox: true, fault: null });
    expect(before.consentMode).toBe("opt_out");
    const providerId = before.provider?.id ?? "";
    const detail = "ENOTFOUND: getaddrinfo ENOTFOUND mail.invalid";
    await setProviderUnverified(mine.scope, { providerId, version: 1, detail, isRefused: false });
    const told = await forecast();
    expect(told.provider?.fault).toMatchObject({ source: "test", detail });
    expect(told.problems).toContainEqual(
      expect.objectContaining({ severity: "warning", code: "provider_test_failed" }),
    );
    await setProviderVerified(mine.scope, { providerId, version: 1 });
    expect((await forecast()).problems).toEqual([]);
  });

  it("says while it is sent what the provider answers and whom it is tried for again, and promises no time", async () => {
    await sandbox.post("/_/scenario", { workspace: mine.workspaceId, channel: "sms", p5xx: 1 });
    const { campaignId, version } = await scheduleTo(mine, "people", { channelType: "sms" });
    const runId = await openCampaign(mine, { campaignId, version });
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 });
    const progress = await getCampaignProgress(mine.ctx, { campaignId });
    expect(progress).toMatchObject({
      provider: { isSandbox: true },
      retrying: [{ people: 3, code: expect.stringMatching(/./) }],
      totals: { pending: 3, sent: 0 },
      ratePerSecond: 0,
      etaSeconds: null,
    });
    await sandbox.post("/_/scenario", { workspace: mine.workspaceId, channel: "sms" });
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 });
    expect(await getCampaignProgress(mine.ctx, { campaignId })).toMatchObject({
      retrying: [],
      totals: { sent: 3 },
    });
  });

  it("is not called ready when nobody can be reached", async () => {
    const { id: campaignId } = await createCampaign(mine.ctx, {
      name: "Nobody",
      channelType: "telegram",
      contents: [{ language: "en", body: "Once" }],
      audience: { filter: { field: "tags", operator: "contains", value: "people" } },
    });
    const { reachable, problems } = await forecastCampaign(mine.ctx, { campaignId });
    expect(reachable).toBe(0);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: "blocking", code: "nobody_reachable" }),
    );
  });
});
