import { beforeAll, describe, expect, it } from "vitest";
import { transactionalSends } from "@/db/queries/runs/campaign-hours";
import type { WorkspaceScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend, type PastPerson } from "@/db/testing/past-send";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { getSummary } from "@/lib/domain/analytics/get-summary";
import { closeRun } from "@/lib/domain/runs/close-run";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { GET as getProgress } from "../campaigns/[campaign_id]/progress/route";
import { GET as getCampaign } from "./campaign/[campaign_id]/route";
import { GET as getSummaryOverHttp } from "./summary/route";

type Hour = {
  hour: string;
  sent: number;
  campaignId?: string;
  delivered?: number;
  opened?: number;
  clicked?: number;
};

async function addHours(scope: WorkspaceScope, hours: Hour[]): Promise<void> {
  for (const {
    hour,
    sent,
    campaignId = transactionalSends,
    delivered = 0,
    opened = 0,
    clicked = 0,
  } of hours) {
    await scope.sql`
      insert into campaign_hours (workspace_id, hour, campaign_id, channel, sent, delivered, opened, clicked)
      values (${scope.id}, ${new Date(hour)}, ${campaignId}, 'app_push', ${sent}, ${delivered}, ${opened}, ${clicked})`;
  }
  await scope.sql`
    insert into workspace_totals (workspace_id, sent)
    select workspace_id, sum(sent) from campaign_hours where workspace_id = ${scope.id} group by 1`;
}

/** The same workspace at another time. */
const at = ({ ctx, scope }: Scenario, now: string) =>
  new WorkspaceContext({ scope, actor: ctx.actor, clock: () => new Date(now) });

const people: PastPerson[] = [
  { deliveries: ["accepted"] },
  { deliveries: ["accepted"] },
  { deliveries: ["failed"] },
  { deliveries: ["unknown"] },
  { skip: { reason: "no_consent" } },
  { skip: { reason: "no_endpoint" } },
  {},
];

describe("analytics over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  it.each([
    ["Europe/Istanbul", 5, "2026-11-19T21:00:00.000Z"],
    ["America/New_York", 7, "2026-11-20T05:00:00.000Z"],
  ])("counts today from midnight in %s", async (timeZone, today, midnight) => {
    const scenario = await createScenario(database.sql, { timeZone });
    await addHours(scenario.scope, [
      { hour: "2026-11-19T20:00:00Z", sent: 100 },
      { hour: "2026-11-19T21:00:00Z", sent: timeZone === "Europe/Istanbul" ? 2 : 200 },
      { hour: "2026-11-20T04:00:00Z", sent: timeZone === "Europe/Istanbul" ? 1 : 400 },
      { hour: "2026-11-20T05:00:00Z", sent: timeZone === "Europe/Istanbul" ? 2 : 7 },
    ]);
    const summary = await getSummary(at(scenario, "2026-11-20T12:10:00Z"), { range: "7d" });
    expect(summary.todayNotifications).toBe(today);
    expect(summary.series.at(-1)).toMatchObject({ at: new Date(midnight), sent: today });
    expect(summary.series.reduce((sum, point) => sum + point.sent, 0)).toBe(summary.current.sent);
    expect(summary.totalNotificationsSent).toBe(summary.current.sent);
  });

  it("compares with the period before and says nothing where there was none", async () => {
    const scenario = await createScenario(database.sql);
    await addHours(scenario.scope, [
      { hour: "2026-11-08T10:00:00Z", sent: 100 },
      { hour: "2026-11-18T10:00:00Z", sent: 150, delivered: 120, opened: 60 },
    ]);
    const summary = await getSummary(at(scenario, "2026-11-20T12:00:00Z"), { range: "7d" });
    expect(summary.changes).toMatchObject({ sent: 0.5, opened: null });
    expect(summary.current).toMatchObject({ deliveredRate: 80, openedRate: 50, clickedRate: null });
    expect(summary.todayChange).toBeNull();
  });

  it("counts arrivals only against messages whose provider tells of them", async () => {
    const scenario = await createScenario(database.sql);
    await addHours(scenario.scope, [
      { hour: "2026-11-18T10:00:00Z", sent: 2_187, opened: 700, campaignId: newId() },
      { hour: "2026-11-18T10:00:00Z", sent: 20, delivered: 19, campaignId: newId() },
    ]);
    const { current } = await getSummary(at(scenario, "2026-11-20T12:00:00Z"), { range: "7d" });
    expect(current).toMatchObject({ sent: 2_207, delivered: 19, deliveredRate: 95 });
    expect(current.reported).toEqual({ sent: 20, delivered: 19, opened: 0, clicked: 0 });
    expect(current.openedRate).toBeCloseTo(31.73);
  });

  it("counts a run under way once, before and after its hours are written", async () => {
    const scenario = await createScenario(database.sql);
    const { runId } = await addPastSend(scenario.scope, {
      campaign: { name: "Live", status: "sending" },
      runStatus: "sending",
      people,
    });
    const figures = async () => (await call(getSummaryOverHttp, scenario.apiKey)).body;
    const live = await figures();
    expect(live).toMatchObject({
      total_notifications_sent: 2,
      today_notifications: 2,
      active_campaign_count: 1,
      current: { sent: 2, failed: 2, skipped: 2 },
      top_campaigns: [{ name: "Live", sent: 2 }],
    });
    await scenario.scope
      .sql`update run_chunks set status = 'done' where workspace_id = ${scenario.workspaceId} and run_id = ${runId}`;
    await closeRun(scenario.ctx, { runId });
    expect(await figures()).toMatchObject({ total_notifications_sent: 2, current: live.current });
  });

  it("names what kept people away in one order, most of all first, in the report and in the progress", async () => {
    const scenario = await createScenario(database.sql);
    const { campaignId } = await addPastSend(scenario.scope, {
      campaign: { name: "Kept away", status: "sent" },
      people: [
        { skip: { reason: "no_consent" } },
        ...Array.from({ length: 2 }, (): PastPerson => ({ skip: { reason: "no_endpoint" } })),
        { deliveries: ["failed"] },
      ],
    });
    const params = { campaign_id: toWireId("campaign", campaignId ?? "") };
    for (const handler of [getCampaign, getProgress]) {
      const { body } = await call(handler, scenario.apiKey, { params });
      expect(Object.entries(body.skipped_by_reason as object)).toEqual([
        ["no_endpoint", 2],
        ["no_consent", 1],
      ]);
      expect(body.failed_by_code).toEqual({ UNREGISTERED: 1 });
    }
  });

  it("reads no more of the past the longer it is, and counts all of it", async () => {
    const scenario = await createScenario(database.sql);
    await scenario.scope.sql`
      insert into campaign_hours (workspace_id, hour, campaign_id, channel, sent)
      select ${scenario.workspaceId}, now() - make_interval(hours => n + 1000), ${newId()}, 'sms', 3 from generate_series(1, 5000) n`;
    await scenario.scope
      .sql`insert into workspace_totals (workspace_id, sent) values (${scenario.workspaceId}, 15000)`;
    await scenario.scope.sql`analyze campaign_hours`;
    const { runId } = await addPastSend(scenario.scope, { runStatus: "sending", people });
    await scenario.scope
      .sql`update run_chunks set status = 'done' where workspace_id = ${scenario.workspaceId} and run_id = ${runId}`;
    await closeRun(scenario.ctx, { runId });
    await scenario.scope.transaction(async (scope) => {
      const before = await rowsRead(scope, "campaign_hours");
      const summary = await getSummary(new WorkspaceContext({ scope, actor: scenario.ctx.actor }));
      expect(summary.totalNotificationsSent).toBe(15_002);
      expect((await rowsRead(scope, "campaign_hours")) - before).toBeLessThan(100);
    });
  });

  it("leaves tests out and the sandbox uncounted", async () => {
    const scenario = await createScenario(database.sql);
    await addPastSend(scenario.scope, { kind: "test", runStatus: "sending", people });
    for (const kind of ["sandbox", "fcm"]) {
      await scenario.scope.sql`
        insert into providers (workspace_id, id, channel, kind, name, credentials, credential_hints, status, rate_per_second)
        values (${scenario.workspaceId}, ${newId()}, ${kind === "fcm" ? "app_push" : "sms"}, ${kind}, ${kind}, '', '{}', 'active', 1)`;
    }
    const { body } = await call(getSummaryOverHttp, scenario.apiKey, { query: { range: "today" } });
    expect(body).toMatchObject({ total_notifications_sent: 0, connected_applications_count: 1 });
  });

  it("names the next send", async () => {
    const scenario = await createScenario(database.sql);
    for (const hour of [20, 8]) {
      await scenario.scope.sql`
        insert into campaigns (workspace_id, id, name, channel, status, scheduled_at, audience, contents, created_by)
        values (${scenario.workspaceId}, ${newId()}, ${`At ${hour}`}, 'sms', 'scheduled', ${new Date(Date.UTC(2030, 0, 1, hour))}, 'null', '[]', 'test')`;
    }
    const { body } = await call(getSummaryOverHttp, scenario.apiKey);
    expect(body).toMatchObject({
      next_notification_time: "2030-01-01T08:00:00.000Z",
      next_campaign: { name: "At 8" },
      active_campaign_count: 2,
    });
  });

  it("balances a campaign's audience and names its reasons", async () => {
    const { campaignId } = await addPastSend(mine.scope, {
      campaign: { name: "Balanced", status: "sending" },
      runStatus: "sending",
      people,
    });
    const { body } = await call(getCampaign, mine.apiKey, {
      params: { campaign_id: toWireId("campaign", campaignId ?? "") },
    });
    const { audience, ...parts } = body.totals as Record<string, number>;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(audience);
    expect(body).toMatchObject({
      sent: 2,
      failed: 1,
      failed_rate: 33.33,
      opened_rate: null,
      totals: { audience: 7, unknown: 1, skipped: 2, pending: 1, cancelled: 0 },
      skipped_by_reason: { no_consent: 1, no_endpoint: 1 },
      failed_by_code: { UNREGISTERED: 1 },
    });
  });

  it("keeps another workspace's figures to itself", async () => {
    const { campaignId } = await addPastSend(theirs.scope, {
      campaign: { name: "Secret", status: "sent" },
      people,
    });
    await addHours(theirs.scope, [{ hour: new Date().toISOString(), sent: 9, campaignId: campaignId ?? "" }]);
    const of = (id: string) =>
      call(getCampaign, mine.apiKey, { params: { campaign_id: toWireId("campaign", id) } });
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    const hidden = await of(campaignId ?? "");
    expect(hidden.status).toBe(404);
    expect(withoutId(hidden.text)).toBe(withoutId((await of(newId())).text));
    const names = (await call(getSummaryOverHttp, mine.apiKey)).body.top_campaigns as { name: string }[];
    expect(names.map(({ name }) => name)).not.toContain("Secret");
  });

  it("refuses an unknown range by name", async () => {
    const answer = await call(getSummaryOverHttp, mine.apiKey, { query: { range: "year" } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: "range" }]);
  });
});
