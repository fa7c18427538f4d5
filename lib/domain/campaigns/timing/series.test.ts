import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople, deliverDue, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { type CampaignRecurrence, timingDefault } from "@/lib/domain/timing/campaign-timing";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { scheduleCampaign } from "../schedule-campaign";
import { startRun } from "../start-run";

describe("a series of campaigns", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    await mine.ctx.transaction(createSandboxProviders);
    await sandbox.post("/_/reset");
  });

  const read = async (campaignId: string) => {
    const [row] = await mine.scope.sql<{ status: string; scheduledAt: Date | null; version: number }>`
      select status, scheduled_at, version from campaigns where workspace_id = ${mine.workspaceId} and id = ${campaignId}`;
    return row;
  };
  const runsOf = (campaignId: string) => mine.scope.sql<{ sendAt: Date }>`
    select send_at from runs where workspace_id = ${mine.workspaceId} and campaign_id = ${campaignId} order by id`;
  const wakings = (campaignId: string) => mine.scope.sql<{ id: string; ts: Date }>`
    select id, ts from workflow.outbox where id like ${`campaign-${campaignId}-%`} order by seq`;
  /** The same workspace at another time. */
  const at = (time: string): Scenario => ({
    ...mine,
    ctx: new WorkspaceContext({ scope: mine.scope, actor: mine.ctx.actor, clock: () => new Date(time) }),
  });
  const daily = (more: Partial<CampaignRecurrence> = {}) => ({
    scheduleType: "recurring" as const,
    timing: {
      ...timingDefault,
      recurrence: {
        rrule: "FREQ=DAILY;COUNT=4",
        start: { date: "2026-12-01", time: "10:00" },
        exceptDates: [],
        overlap: "skip",
        missed: "one",
        ...more,
      } satisfies CampaignRecurrence,
    },
  });

  it("stores its next time before the one at hand is sent, and waits for it afterwards", async () => {
    await createPeople(mine, "series", "app_push", [{ name: "one" }]);
    const campaign = await scheduleTo(at("2026-11-30T12:00:00Z"), "series", daily());
    expect((await read(campaign.campaignId))?.scheduledAt?.toISOString()).toBe("2026-12-01T07:00:00.000Z");

    const first = at("2026-12-01T07:00:02Z");
    const runId = await openCampaign(first, campaign);
    expect((await read(campaign.campaignId))?.scheduledAt?.toISOString()).toBe("2026-12-02T07:00:00.000Z");
    await deliverDue(first, runId);
    const waiting = await read(campaign.campaignId);
    expect(waiting).toMatchObject({ status: "scheduled" });
    const [, next] = await wakings(campaign.campaignId);
    expect(next).toMatchObject({ ts: new Date("2026-12-02T07:00:00Z") });
    expect(next?.id).toBe(`campaign-${campaign.campaignId}-${waiting?.version}`);
  });

  it("is over after its last time", async () => {
    await createPeople(mine, "ending", "app_push", [{ name: "one" }]);
    const series = await scheduleTo(at("2026-12-04T06:00:00Z"), "ending", daily());
    const last = at("2026-12-04T07:00:01Z");
    await deliverDue(last, await openCampaign(last, series));
    expect(await read(series.campaignId)).toMatchObject({ status: "sent", scheduledAt: null });
  });

  it("makes up for the last of the times that nobody was there to send, once", async () => {
    await createPeople(mine, "missed", "app_push", [{ name: "one" }]);
    const campaign = await scheduleTo(at("2026-11-30T12:00:00Z"), "missed", daily());
    const late = at("2026-12-03T15:00:00Z");
    await deliverDue(late, await openCampaign(late, campaign));
    expect(await runsOf(campaign.campaignId)).toEqual([{ sendAt: new Date("2026-12-03T07:00:00Z") }]);
    expect((await read(campaign.campaignId))?.scheduledAt?.toISOString()).toBe("2026-12-04T07:00:00.000Z");
  });

  it("leaves missed times out where it is told to", async () => {
    await createPeople(mine, "unmissed", "app_push", [{ name: "one" }]);
    const campaign = await scheduleTo(at("2026-11-30T12:00:00Z"), "unmissed", daily({ missed: "none" }));
    expect(await startRun(at("2026-12-02T15:00:00Z").ctx, campaign)).toBeUndefined();
    expect(await runsOf(campaign.campaignId)).toEqual([]);
    const after = await read(campaign.campaignId);
    expect(after).toMatchObject({ status: "scheduled", scheduledAt: new Date("2026-12-03T07:00:00Z") });
  });

  it.each([
    ["skip", "2026-12-03T07:00:00.000Z"],
    ["queue", "2026-12-02T07:00:00.000Z"],
  ] as const)("%s what came due while the last was being sent", async (overlap, next) => {
    const cohort = `overlap-${overlap}`;
    await createPeople(mine, cohort, "app_push", [{ name: "one" }]);
    const campaign = await scheduleTo(at("2026-11-30T12:00:00Z"), cohort, daily({ overlap }));
    const runId = await openCampaign(at("2026-12-01T07:00:00Z"), campaign);
    await deliverDue(at("2026-12-02T09:00:00Z"), runId);
    expect((await read(campaign.campaignId))?.scheduledAt?.toISOString()).toBe(next);
  });

  it("without a date to come, or with a time of its own, is refused", async () => {
    await createPeople(mine, "refused", "app_push", [{ name: "one" }]);
    await expect(scheduleTo(at("2027-01-01T00:00:00Z"), "refused", daily())).rejects.toMatchObject({
      details: { errors: [{ pointer: "timing.recurrence", code: "no_occurrence" }] },
    });
    const { id } = await mine.scope.sql<{
      id: string;
    }>`select id from campaigns where workspace_id = ${mine.workspaceId} and name = 'refused'`.then(
      ([row]) => ({ id: row?.id ?? "" }),
    );
    await expect(
      scheduleCampaign(at("2026-11-30T00:00:00Z").ctx, {
        campaignId: id,
        scheduledAt: new Date("2026-12-05T10:00:00Z"),
      }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "scheduled_at", code: "contradiction" }] } });
  });
});
