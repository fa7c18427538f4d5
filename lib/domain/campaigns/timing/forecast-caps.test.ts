import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople, dailyCap } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { createCampaign } from "../create-campaign";
import { forecastCampaign } from "../forecast-campaign";

describe("the forecast under frequency caps", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let ctx: WorkspaceContext;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    await mine.ctx.transaction(createSandboxProviders);
    ctx = new WorkspaceContext({
      scope: mine.scope,
      actor: mine.ctx.actor,
      clock: () => new Date("2026-11-30T20:00:00Z"), // 23:00 in Istanbul
    });
    const runId = await openTestRun(mine, "sms", ["+905321110011"]);
    await createPeople(mine, "capped", "app_push", [
      { name: "by-sms" },
      { name: "by-push" },
      { name: "free" },
    ]);
    for (const [person, channel, at] of [
      ["by-sms", "sms", "2026-11-30T19:00:00Z"],
      ["by-push", "app_push", "2026-11-30T09:00:00Z"],
    ] as const)
      await mine.scope.sql`
        insert into contact_slots (workspace_id, contact_id, run_id, channel, category, at, priority, is_used)
        select workspace_id, id, ${runId}, ${channel}, 'marketing', ${at}, 1, true from contacts
        where workspace_id = ${mine.workspaceId} and external_id = ${`capped-${person}`}`;
  });

  type More = Partial<Parameters<typeof createCampaign>[1]>;
  const forecast = async (caps: FrequencyCap[], more: More = {}) => {
    await mine.scope.sql`
      update workspaces set sending_rules = sending_rules || ${mine.scope.json({ windows: {}, caps })}
      where id = ${mine.workspaceId}`;
    const { id: campaignId } = await createCampaign(ctx, {
      ...more,
      name: "Capped",
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "Once" }],
      audience: { filter: { field: "tags", operator: "contains", value: "capped" } },
    });
    const { final, times } = await forecastCampaign(ctx, { campaignId });
    return { final, capped: times?.capped };
  };

  it("leaves out who is full under any of several caps, once", async () => {
    const lately: FrequencyCap = { ...dailyCap, id: "lately", period: { kind: "rolling", hours: 2 } };
    const push: FrequencyCap = { ...dailyCap, id: "push", channels: ["app_push"] };
    expect(await forecast([lately])).toEqual({ final: 2, capped: 1 });
    expect(await forecast([push])).toEqual({ final: 2, capped: 1 });
    expect(await forecast([lately, push])).toEqual({ final: 1, capped: 2 });
    expect(await forecast([lately, push, dailyCap])).toEqual({ final: 1, capped: 2 });
  });

  it("counts a calendar day from midnight of the workspace, a rolling one over it", async () => {
    const later = { scheduleType: "scheduled", scheduledAt: new Date("2026-11-30T21:30:00Z") } as const;
    const byCalendar: FrequencyCap = { ...dailyCap, period: { kind: "calendar", unit: "day" } };
    expect(await forecast([dailyCap], later)).toEqual({ final: 1, capped: 2 });
    expect(await forecast([byCalendar], later)).toEqual({ final: 3, capped: 0 });
    expect(await forecast([byCalendar])).toEqual({ final: 1, capped: 2 });
  });

  it("leaves out who would be put off beyond the end, and nobody else who is put off", async () => {
    const defer: FrequencyCap = { ...dailyCap, whenFull: "defer" };
    expect(await forecast([defer])).toEqual({ final: 3, capped: 0 });
    expect(await forecast([defer], { ttlSeconds: 3 * 3_600 })).toEqual({ final: 1, capped: 2 });
    expect(await forecast([defer], { ttlSeconds: 48 * 3_600 })).toEqual({ final: 3, capped: 0 });
  });
});
