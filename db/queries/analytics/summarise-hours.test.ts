import { expect, it } from "vitest";
import { define } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { listTopCampaigns } from "./summarise-hours";

const database = useTestDatabase();

it("the list of top campaigns is not taken up by busy steps of automations", async () => {
  const { ctx, scope, workspaceId } = await createScenario(database.sql, { timeZone: "UTC" });
  const automation = await createAutomation(ctx, { name: "Busy", definition: define({}) });
  const hour = new Date("2026-03-02T10:00:00Z");
  for (let sent = 1; sent <= 4; sent += 1) {
    const { id } = await createCampaign(ctx, { name: `Sent to ${sent}`, channelType: "sms" });
    await scope.sql`
      insert into campaign_hours (workspace_id, hour, campaign_id, channel, sent) values (${workspaceId}, ${hour}, ${id}, 'sms', ${sent})`;
    if (sent > 1)
      await scope.sql`
        update campaigns set automation_id = ${automation.id} where workspace_id = ${workspaceId} and id = ${id}`;
  }
  const period = { granularity: "hour", timeZone: "UTC", from: hour, to: hour } as const;
  const top = await listTopCampaigns(scope, period as never, 2);
  expect(top.map(({ name }) => name)).toEqual(["Sent to 1"]);
});
