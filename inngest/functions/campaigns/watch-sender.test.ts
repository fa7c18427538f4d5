import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { getCampaignProgress } from "@/lib/domain/campaigns/get-campaign-progress";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { issueRealtimeToken } from "@/lib/platform/realtime/realtime-token";
import { useHubServer } from "@/lib/platform/testing/hub-server";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { useWorkerProcess } from "@/lib/platform/testing/worker-process";

const recipients = 120;
const ratePerSecond = 30;

describe("a campaign sent by another process", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  const worker = useWorkerProcess({ database, sandbox });
  const hub = useHubServer(database);
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await mine.scope
      .sql`update providers set rate_per_second = ${ratePerSecond} where workspace_id = ${mine.workspaceId}`;
    await bulkUpsertContacts(mine.ctx, {
      contacts: Array.from({ length: recipients }, (_, n) => ({
        externalId: `watched-${n}`,
        subscriptions: [{ channel: "app_push" as const, address: `device-watched-${n}` }],
      })),
    });
  });

  it("is watched through this one, from its start to its end", { timeout: 60_000 }, async () => {
    const campaign = await createCampaign(mine.ctx, {
      name: "Watched",
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "Once" }],
    });
    const id = toWireSignalId("campaigns", campaign.id);
    const { socket, say } = await hub.connect();
    /** What a screen would show: the progress read again at each signal, and only then. */
    const shown: { status: string; left: number | undefined }[] = [];
    let reading = Promise.resolve();
    const read = async () => {
      const { status, totals } = await getCampaignProgress(mine.ctx, { campaignId: campaign.id });
      shown.push({ status, left: totals?.pending });
    };
    socket.on("message", (data) => {
      if (JSON.parse(String(data)).type === "changed") reading = reading.then(read);
    });
    say({ type: "authenticate", token: (await issueRealtimeToken(mine.ctx)).token });
    for (const topic of ["campaigns", "analytics"]) say({ type: "subscribe", topic: `${topic}:${id}` });
    worker.start();
    await scheduleCampaign(mine.ctx, { campaignId: campaign.id, undoSeconds: 0 });
    await expect.poll(() => shown.at(-1), { timeout: 40_000 }).toEqual({ status: "sent", left: 0 });
    const between = shown.filter(
      ({ status, left = 0 }) => status === "sending" && left > 0 && left < recipients,
    );
    expect(new Set(between.map(({ left }) => left)).size).toBeGreaterThan(1);
    socket.terminate();
  });
});
