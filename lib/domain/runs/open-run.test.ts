import { beforeAll, describe, expect, it } from "vitest";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { findRun } from "@/db/queries/runs/runs";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { cancelCampaign } from "@/lib/domain/campaigns/cancel-campaign";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { pauseCampaign } from "@/lib/domain/campaigns/pause-campaign";
import { resumeCampaign } from "@/lib/domain/campaigns/resume-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { startRun } from "@/lib/domain/campaigns/start-run";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { freezeRun } from "./freeze-run";
import { openRun } from "./open-run";

describe("what is decided while the audience of a campaign is being frozen", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await bulkUpsertContacts(mine.ctx, {
      contacts: ["a", "b", "c"].map((name) => ({
        externalId: name,
        subscriptions: [{ channel: "app_push", address: `device-${name}` }],
      })),
    });
  });

  async function startFreezing() {
    const { id: campaignId } = await createCampaign(mine.ctx, {
      name: "Frozen",
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "There" }],
    });
    const { version } = await scheduleCampaign(mine.ctx, { campaignId, undoSeconds: 0 });
    const runId = await startRun(mine.ctx, { campaignId, version });
    if (!runId) throw new Error("The campaign was due.");
    return { campaignId, runId };
  }

  const statusOf = async (runId: string) => (await findRun(mine.scope, runId))?.status;
  const wakings = async (runId: string) => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from workflow.outbox where name = 'runs/chunk.ready' and data ->> 'runId' = ${runId}`;
    return row?.count;
  };

  it("pausing keeps everybody waiting, until the campaign is resumed", async () => {
    const { campaignId, runId } = await startFreezing();
    await pauseCampaign(mine.ctx, { campaignId });
    await freezeRun(mine.ctx, { runId });
    expect(await openRun(mine.ctx, { runId })).toEqual({ chunks: 1 });
    expect(await statusOf(runId)).toBe("paused");
    expect(await wakings(runId)).toBe(0);
    await resumeCampaign(mine.ctx, { campaignId });
    expect(await statusOf(runId)).toBe("sending");
    expect(await wakings(runId)).toBe(1);
  });

  it("pausing and resuming leaves no trace", async () => {
    const { campaignId, runId } = await startFreezing();
    await pauseCampaign(mine.ctx, { campaignId });
    await resumeCampaign(mine.ctx, { campaignId });
    await freezeRun(mine.ctx, { runId });
    await openRun(mine.ctx, { runId });
    expect(await statusOf(runId)).toBe("sending");
    expect(await wakings(runId)).toBe(1);
  });

  it("cancelling counts whoever was frozen by then as cancelled", async () => {
    const { campaignId, runId } = await startFreezing();
    await freezeRun(mine.ctx, { runId });
    await cancelCampaign(mine.ctx, { campaignId });
    await openRun(mine.ctx, { runId });
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ audience: 3, cancelled: 3, pending: 0 });
    expect(await wakings(runId)).toBe(0);
  });
});
