import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import type { Engine } from "@/inngest/engine/engine";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { emptyContent } from "@/lib/domain/content/content";
import { sendNow } from "@/lib/domain/notifications/send-now";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { beginShutdown } from "@/lib/platform/shutdown";
import { useSandbox } from "@/lib/platform/testing/sandbox";

const contents = [{ ...emptyContent, language: "en", title: "Your code", body: "1234" }];

describe("a message to a named person", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox({ PUSHPILOT_WORKER_CONCURRENCY: "4" });
  let engine: Engine;

  beforeAll(async () => {
    const [{ startEngine }, { functions }, { inngest }, { enginePlaces }] = await Promise.all([
      import("@/inngest/engine/engine"),
      import("@/inngest/functions"),
      import("@/inngest/client"),
      import("@/inngest/places"),
    ]);
    const quiet = () => undefined;
    engine = await startEngine({
      sql: database.sql,
      functions,
      client: inngest,
      concurrency: enginePlaces,
      timings: { drainMillis: 2_000 },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
  });
  afterAll(async () => {
    beginShutdown();
    await engine.stop();
  });

  async function furnish(name: string): Promise<Scenario> {
    const scenario = await createScenario(database.sql);
    await scenario.ctx.transaction(createSandboxProviders);
    const subscriptions = [{ channel: "app_push" as const, address: `device-${name}` }];
    await bulkUpsertContacts(scenario.ctx, { contacts: [{ externalId: name, subscriptions }] });
    return scenario;
  }

  async function startHanging(name: string): Promise<void> {
    const { ctx, workspaceId } = await furnish(name);
    const scenario = { workspace: workspaceId, channel: "app_push", latency: { p50: 20_000, p99: 20_000 } };
    await sandbox.post("/_/scenario", scenario);
    for (const turn of ["first", "second"]) {
      const campaign = await createCampaign(ctx, { name: turn, channelType: "app_push", contents });
      await scheduleCampaign(ctx, { campaignId: campaign.id, undoSeconds: 0 });
    }
  }

  const countHanging = async () => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from workflow.jobs
      where lease_token is not null and function_id like '%deliver-chunk'`;
    return row?.count;
  };

  it("leaves while every place of campaigns is taken by chunks that hang", { timeout: 60_000 }, async () => {
    for (const name of ["loud-1", "loud-2", "loud-3"]) await startHanging(name);
    await expect.poll(countHanging, { timeout: 20_000 }).toBe(4);
    const mine = await furnish("mine");
    await sendNow(mine.ctx, { channelType: "app_push", to: [{ externalId: "mine" }], contents });
    const shown = async () => (await sandbox.readStats(mine.workspaceId)).shown;
    await expect.poll(shown, { timeout: 10_000 }).toBe(1);
    expect(await countHanging()).toBe(4);
  });
});
