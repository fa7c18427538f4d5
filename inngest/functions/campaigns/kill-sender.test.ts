import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { useWorkerProcess } from "@/lib/platform/testing/worker-process";

const recipients = 20_000;
const kills = 20;
/** Two chunks at work, each at most one window of 500 ahead of what it has stored, and one more being read. */
const askedAgainPerKillMax = 2 * 2 * 500;

describe("a sender that is killed at random", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  const worker = useWorkerProcess({ database, sandbox, settings: { PUSHPILOT_LEASE_SECONDS: "1" } });
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await mine.scope
      .sql`update providers set rate_per_second = 1500 where workspace_id = ${mine.workspaceId}`;
    await insertDevices();
  });

  async function insertDevices() {
    const people = Array.from({ length: recipients }, (_, n) => ({
      id: newId(),
      subscription: newId(),
      token: `device-kill-${n}`,
    }));
    await mine.scope.transaction(async (tx) => {
      await tx.sql`
        insert into contacts (workspace_id, id, external_id, attributes, tags)
        select ${tx.id}, r.id, r.token, '{}', '{}' from jsonb_to_recordset(${tx.json(people)}) as r(id uuid, token text)`;
      await tx.sql`
        insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
        select ${tx.id}, r.subscription, r.id, 'app_push', r.token, r.token
        from jsonb_to_recordset(${tx.json(people)}) as r(id uuid, subscription uuid, token text)`;
    });
  }

  const stats = () => sandbox.readStats(mine.workspaceId);

  /** Lets the worker ask for some more messages, a random number of them, then kills it. */
  async function killAfterProgress() {
    const before = (await stats()).asked;
    const enough = before + 1 + Math.floor(Math.random() * 600);
    await expect
      .poll(async () => (await stats()).asked, { timeout: 120_000, interval: 10 })
      .toBeGreaterThanOrEqual(enough);
    await worker.kill();
  }

  it("misses nobody, shows no device a message twice, and keeps a ledger that balances", {
    timeout: 600_000,
  }, async () => {
    const campaign = await createCampaign(mine.ctx, {
      name: "Kill",
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "Once" }],
    });
    await scheduleCampaign(mine.ctx, { campaignId: campaign.id, undoSeconds: 0 });
    for (let kill = 0; kill < kills; kill += 1) {
      worker.start();
      await killAfterProgress();
    }
    worker.start();
    const read = () => getCampaign(mine.ctx, { campaignId: campaign.id });
    await expect.poll(async () => (await read()).status, { timeout: 240_000, interval: 250 }).toBe("sent");
    const { totals } = await read();
    expect(totals).toEqual({
      audience: recipients,
      sent: recipients,
      skipped: 0,
      failed: 0,
      unknown: 0,
      pending: 0,
      cancelled: 0,
    });
    const ledger = await stats();
    expect(ledger).toMatchObject({ devices: recipients, shown: recipients, shownTwice: 0 });
    expect(ledger.askedAgain).toBeLessThanOrEqual(kills * askedAgainPerKillMax);
    const [rows] = await mine.scope.sql<{ deliveries: number }>`
      select count(*)::int as deliveries from deliveries where workspace_id = ${mine.workspaceId} and status = 'accepted'`;
    expect(rows?.deliveries).toBe(recipients);
  });
});
