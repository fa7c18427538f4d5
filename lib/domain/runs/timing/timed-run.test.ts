import { beforeAll, describe, expect, it } from "vitest";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople, dailyCap, deliverDue, openCampaign, scheduleTo } from "@/db/testing/timed-campaign";
import { resumeCampaign } from "@/lib/domain/campaigns/resume-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import { everyDay } from "@/lib/domain/timing/sending-window";
import { useSandbox } from "@/lib/platform/testing/sandbox";

describe("a run whose people have clocks of their own", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
  });

  /** Open in UTC for an hour on either side of now, and closed on the other side of the world. */
  const aroundNow = () => {
    const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
    return everyDay(clock(-60), clock(60));
  };
  const far = "Pacific/Tongatapu"; // UTC+13
  const setRules = (rules: Partial<SendingRules>) => mine.scope.sql`
    update workspaces set sending_rules = sending_rules || ${mine.scope.json(rules)} where id = ${mine.workspaceId}`;
  const totals = (runId: string) => findRunTotals(mine.scope, runId);
  const chunks = (runId: string) => mine.scope.sql<{
    chunkNo: number;
    wave: number;
    dueAt: Date | null;
    size: number;
  }>`
    select chunk_no, wave, due_at, size from run_chunks
    where workspace_id = ${mine.workspaceId} and run_id = ${runId} order by chunk_no`;
  const makeDue = (runId: string) => mine.scope.sql`
    update run_chunks set due_at = now() - interval '1 minute'
    where workspace_id = ${mine.workspaceId} and run_id = ${runId} and due_at > now()`;
  const moveHome = (cohort: string) => mine.scope.sql`
    update contacts set time_zone = 'UTC' where workspace_id = ${mine.workspaceId} and tags @> array[${cohort}]`;
  const shown = async () =>
    (await sandbox.readStats(mine.workspaceId)) as { shown: number; shownTwice: number };
  const reasonsOf = (runId: string) => mine.scope.sql<{ reason: string; inputs: Record<string, unknown> }>`
    select reason, inputs from skips where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;

  it("is sent to nobody before the time that was planned on their clock, though a wave begins earlier", async () => {
    await createPeople(mine, "exact", "app_push", [{ name: "near", timeZone: "UTC" }]);
    const scheduledAt = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 90_000);
    const timing = { clock: "recipient" } as const;
    const campaign = await scheduleTo(mine, "exact", { scheduleType: "scheduled", scheduledAt, timing });
    const runId = await openCampaign(mine, campaign);
    await makeDue(runId);
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ sent: 0, pending: 1 });
    const waiting = (await chunks(runId)).filter(({ size }) => size > 0).at(-1);
    expect(waiting?.dueAt).toEqual(scheduledAt);
  });

  it("sends at once where it is day, and to the others in the wave of their opening", async () => {
    await sandbox.post("/_/reset");
    await setRules({ windows: { app_push: aroundNow() }, spreadMinutes: 0 });
    await createPeople(mine, "day", "app_push", [{ name: "near" }, { name: "far", timeZone: far }]);
    const runId = await openCampaign(mine, await scheduleTo(mine, "day"));
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ audience: 2, sent: 1, pending: 1 });
    const [, waiting] = await chunks(runId);
    const hours = ((waiting?.dueAt?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(9.5);
    expect(hours).toBeLessThan(10.1);

    await moveHome("day");
    await makeDue(runId);
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ sent: 2, pending: 0 });
    expect(await shown()).toMatchObject({ shown: 2, shownTwice: 0 });
    await setRules({ windows: {} });
  });

  it("puts off who is found outside the hours when the sender comes, and counts everybody once meanwhile", async () => {
    await sandbox.post("/_/reset");
    await setRules({ windows: { app_push: everyDay("00:00", "00:00") }, spreadMinutes: 0 });
    const people = Array.from({ length: 30 }, (_, n) => ({
      name: `p${n}`,
      ...(n % 3 === 0 ? { timeZone: far } : {}),
    }));
    await createPeople(mine, "late", "app_push", people);
    const runId = await openCampaign(mine, await scheduleTo(mine, "late"));
    await mine.scope.sql`
      update runs set timing = jsonb_set(timing, '{window}', ${mine.scope.json(aroundNow())})
      where workspace_id = ${mine.workspaceId} and id = ${runId}`;
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ audience: 30, sent: 20, pending: 10 });
    const [first, second] = await chunks(runId);
    expect(first).toMatchObject({ size: 20, wave: 0 });
    expect(second).toMatchObject({ size: 10, wave: -1 });

    await moveHome("late");
    await makeDue(runId);
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ sent: 30, pending: 0 });
    expect(await shown()).toMatchObject({ shown: 30, shownTwice: 0 });
    await setRules({ windows: {} });
  });

  it("leaves out who had enough, names what had the place, and gives it back when nothing went out", async () => {
    await sandbox.post("/_/reset");
    await setRules({ caps: [dailyCap] });
    await createPeople(mine, "capped", "app_push", [
      { name: "ok" },
      { name: "gone", address: "device-gone-capped" },
    ]);
    const first = await openCampaign(mine, await scheduleTo(mine, "capped"));
    await deliverDue(mine, first);
    expect(await totals(first)).toMatchObject({ sent: 1, failed: 1 });
    await mine.scope.sql`
      update subscriptions set status = 'active', address = 'capped-back', address_key = 'capped-back'
      where workspace_id = ${mine.workspaceId} and address = 'device-gone-capped'`;

    const second = await openCampaign(mine, await scheduleTo(mine, "capped"));
    await deliverDue(mine, second);
    expect(await totals(second)).toMatchObject({ sent: 1, skipped: 1 });
    expect(await reasonsOf(second)).toMatchObject([
      { reason: "frequency_cap", inputs: { cap: "daily", limit: 1, lostTo: [first] } },
    ]);
    const transactional = await openCampaign(
      mine,
      await scheduleTo(mine, "capped", { category: "transactional" }),
    );
    await deliverDue(mine, transactional);
    expect(await totals(transactional)).toMatchObject({ sent: 2 });
    await setRules({ caps: [] });
  });

  it("keeps the place of what is more important, and takes none that is only less", async () => {
    await setRules({ caps: [dailyCap], windows: {} });
    await createPeople(mine, "ranked", "app_push", [{ name: "one" }]);
    const important = await openCampaign(mine, await scheduleTo(mine, "ranked", { priority: "high" }));
    const lesser = await openCampaign(mine, await scheduleTo(mine, "ranked"));
    await deliverDue(mine, lesser);
    expect(await totals(lesser)).toMatchObject({ sent: 0, skipped: 1 });
    expect(await reasonsOf(lesser)).toMatchObject([{ inputs: { lostTo: [important] } }]);
    await deliverDue(mine, important);
    expect(await totals(important)).toMatchObject({ sent: 1 });
    await setRules({ caps: [] });
  });

  it("passes no cap when several runs send to the same people at once", async () => {
    await sandbox.post("/_/reset");
    await setRules({ caps: [dailyCap] });
    const people = Array.from({ length: 40 }, (_, n) => ({ name: `p${n}` }));
    await createPeople(mine, "race", "app_push", people);
    const runs: string[] = [];
    for (let run = 0; run < 4; run += 1) runs.push(await openCampaign(mine, await scheduleTo(mine, "race")));
    await Promise.all(runs.map((runId) => deliverDue(mine, runId)));
    const all = await Promise.all(runs.map(totals));
    expect(all.reduce((sum, one) => sum + (one?.sent ?? 0), 0)).toBe(40);
    expect(all.every((one) => one?.pending === 0)).toBe(true);
    expect(await shown()).toMatchObject({ shown: 40, shownTwice: 0 });
    await setRules({ caps: [] });
  });

  it("is held when it comes long after its time, and goes out once somebody says so", async () => {
    await setRules({ windows: { app_push: aroundNow() }, spreadMinutes: 0 });
    await createPeople(mine, "stale", "app_push", [{ name: "far", timeZone: far }]);
    const campaign = await scheduleTo(mine, "stale");
    const runId = await openCampaign(mine, campaign);
    await moveHome("stale");
    await mine.scope.sql`
      update run_chunks set due_at = now() - interval '2 hours'
      where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ sent: 0, pending: 1 });
    const [held] = await mine.scope.sql`
      select status, failure_reason from campaigns where workspace_id = ${mine.workspaceId} and id = ${campaign.campaignId}`;
    expect(held).toEqual({ status: "paused", failureReason: "late" });
    await resumeCampaign(mine.ctx, campaign);
    await deliverDue(mine, runId);
    expect(await totals(runId)).toMatchObject({ sent: 1, pending: 0 });
    await setRules({ windows: {} });
  });
});
