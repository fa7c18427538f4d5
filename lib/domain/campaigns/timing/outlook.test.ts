import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople, dailyCap, deliverDue, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { listContacts } from "@/lib/domain/contacts/list-contacts";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import { everyDay } from "@/lib/domain/timing/sending-window";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createCampaign } from "../create-campaign";
import { forecastCampaign } from "../forecast-campaign";
import { explainTime } from "./explain-time";
import { getLostTo } from "./get-lost-to";

describe("what is told of a campaign's times before it is sent", () => {
  const database = useTestDatabase();
  useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    await mine.ctx.transaction(createSandboxProviders);
  });

  const atNine = () =>
    new WorkspaceContext({
      scope: mine.scope,
      actor: mine.ctx.actor,
      clock: () => new Date("2026-11-30T20:00:00Z"),
    });
  const setRules = (rules: Partial<SendingRules>) => mine.scope.sql`
    update workspaces set sending_rules = sending_rules || ${mine.scope.json(rules)} where id = ${mine.workspaceId}`;
  const draftTo = (cohort: string, more: Partial<Parameters<typeof createCampaign>[1]> = {}) =>
    createCampaign(mine.ctx, {
      ...more,
      name: cohort,
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "Once" }],
      audience: { filter: { field: "tags", operator: "contains", value: cohort } },
    });
  const contactOf = async (cohort: string) => {
    const { data } = await listContacts(mine.ctx, { tag: [cohort], limit: 1 });
    return data[0]?.id ?? "";
  };

  it("the forecast counts people by the hour in which their own clocks let them have it", async () => {
    await setRules({ windows: { app_push: everyDay("09:00", "21:00") }, spreadMinutes: 0 });
    await createPeople(mine, "hours", "app_push", [
      { name: "istanbul-1", country: "TR" },
      { name: "istanbul-2", timeZone: "Europe/Istanbul" },
      { name: "new-york", timeZone: "America/New_York" },
    ]);
    const campaign = await draftTo("hours");
    const { times, reachable } = await forecastCampaign(atNine(), { campaignId: campaign.id });
    expect(reachable).toBe(3);
    expect(times).toEqual({
      byHour: [
        { hour: new Date("2026-11-30T20:00:00Z"), count: 1 },
        { hour: new Date("2026-12-01T06:00:00Z"), count: 2 },
      ],
      neverInTime: 0,
      capped: 0,
      isEstimate: false,
    });
  });

  it("one person's time is explained rule by rule", async () => {
    await createPeople(mine, "why", "app_push", [{ name: "one", country: "TR" }]);
    const campaign = await draftTo("why");
    const explained = await explainTime(atNine(), {
      campaignId: campaign.id,
      contactId: await contactOf("why"),
    });
    expect(explained).toMatchObject({
      at: new Date("2026-12-01T06:00:00Z"),
      skip: null,
      timeZone: "Europe/Istanbul",
      zoneSource: "country",
    });
    expect(explained.steps.map(({ rule }) => rule)).toEqual(["planned", "sending_window"]);
    await expect(
      explainTime(atNine(), { campaignId: campaign.id, contactId: campaign.id }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("who was held back by a cap is counted before, and what had the place is named after", async () => {
    await setRules({ windows: {}, caps: [dailyCap] });
    await createPeople(mine, "cap", "app_push", [{ name: "one" }, { name: "two" }]);
    const first = await scheduleTo(mine, "cap");
    await deliverDue(mine, await openCampaign(mine, first));
    const second = await draftTo("cap");
    expect(await forecastCampaign(mine.ctx, { campaignId: second.id })).toMatchObject({
      reachable: 2,
      final: 0,
      times: { capped: 2, byHour: [] },
      problems: [{ code: "nobody_left", severity: "warning" }],
    });
    const sent = await scheduleTo(mine, "cap", { name: "The second" });
    await deliverDue(mine, await openCampaign(mine, sent));
    expect(await getLostTo(mine.ctx, { campaignId: sent.campaignId })).toEqual({
      data: [{ campaignId: first.campaignId, name: "cap", people: 2 }],
    });
    await setRules({ caps: [] });
  });
});
