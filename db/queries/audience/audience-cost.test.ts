import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { forecastCampaign } from "@/lib/domain/campaigns/forecast-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";

const people = 5_000;

describe("what is read of a large audience", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await mine.scope.sql`
      insert into contacts (workspace_id, id, attributes, tags)
      select ${mine.workspaceId}, uuidv7(), '{}', '{}' from generate_series(1, ${people})`;
  });

  const draft = () =>
    createCampaign(mine.ctx, {
      name: "To all",
      channelType: "sms",
      contents: [{ language: "tr", title: "", body: "Merhaba RET" }],
    });
  /** Contacts that the statements of `work` looked at. */
  const readBy = (work: (ctx: WorkspaceContext) => Promise<unknown>) =>
    mine.scope.transaction(async (scope) => {
      const before = await rowsRead(scope, "contacts");
      await work(new WorkspaceContext({ scope, actor: mine.ctx.actor }));
      return (await rowsRead(scope, "contacts")) - before;
    });

  it("is one person while a campaign that is scheduled is held", async () => {
    const { id: campaignId } = await draft();
    expect(await readBy((ctx) => scheduleCampaign(ctx, { campaignId }))).toBeLessThan(10);
  });

  it("is everybody once for a forecast", async () => {
    const { id: campaignId } = await draft();
    let audience = 0;
    const count = await readBy(async (ctx) => {
      ({ audience } = await forecastCampaign(ctx, { campaignId }));
    });
    expect(audience).toBe(people);
    expect(count).toBeLessThan(people * 1.5);
  });
});
