import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { recomputePerformance } from "./recompute-performance";
import { addOffer, addRedemption, readFigures, type TestOffer } from "./testing/ledger";
import { trackOrder, trackRefund } from "./testing/orders";

const at = (text: string) => new Date(text);

describe("campaign performance", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offer: TestOffer;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    offer = await addOffer(mine.scope, { attributionDays: 30 });
  });

  it("finds the same however often it computes, and with late and repeated events", async () => {
    const { scope, ctx } = mine;
    await addRedemption(scope, offer, {
      at: at("2026-03-01T10:15:00Z"),
      paidMinor: 30_000,
      listMinor: 50_000,
    });
    await addRedemption(scope, offer, { at: at("2026-03-01T10:45:00Z"), paidMinor: 0, listMinor: 50_000 });
    await trackOrder(ctx, {
      orderId: "a-1",
      total: 12_500,
      occurredAt: at("2026-03-02T08:00:00Z"),
      id: "a-1",
    });
    await recomputePerformance(ctx);
    const once = await readFigures(scope);
    expect(once).toEqual([
      ["2026-03-01T10:00:00.000Z", "TRY", 2, 1, 30_000, 70_000, 0, 0],
      ["2026-03-02T08:00:00.000Z", "TRY", 0, 0, 0, 0, 1, 12_500],
    ]);
    await recomputePerformance(ctx);
    await recomputePerformance(ctx, { from: at("2026-01-01T00:00:00Z") });
    await trackOrder(ctx, {
      orderId: "a-1",
      total: 12_500,
      occurredAt: at("2026-03-02T08:00:00Z"),
      id: "a-1",
    });
    await trackOrder(ctx, { orderId: "a-1", total: 99_900, occurredAt: at("2026-03-02T09:00:00Z") });
    await recomputePerformance(ctx);
    expect(await readFigures(scope)).toEqual(once);
  });

  it("takes an order out of its hour when an earlier event for it comes late", async () => {
    const { scope, ctx } = mine;
    await trackOrder(ctx, { orderId: "a-1", total: 12_000, occurredAt: at("2026-03-02T06:59:00Z") });
    await recomputePerformance(ctx);
    expect(await readFigures(scope)).toEqual([
      ["2026-03-01T10:00:00.000Z", "TRY", 2, 1, 30_000, 70_000, 0, 0],
      ["2026-03-02T06:00:00.000Z", "TRY", 0, 0, 0, 0, 1, 12_000],
    ]);
  });

  it("lowers the hour of an order by its refund, and forgets what was rolled back", async () => {
    const { scope, ctx } = mine;
    await trackRefund(ctx, { orderId: "a-1", amount: 2_000 });
    await recomputePerformance(ctx);
    expect((await readFigures(scope)).at(-1)?.at(-1)).toBe(10_000);
    await scope.sql`
      update coupon_redemptions set status = 'rolled_back', reversed_at = now()
      where workspace_id = ${scope.id} and offer_id = ${offer.id}`;
    await recomputePerformance(ctx);
    expect(await readFigures(scope)).toEqual([]);
  });

  it("attributes an order to a redemption that is told after it", async () => {
    const { scope, ctx } = mine;
    await trackOrder(ctx, { orderId: "b-1", total: 700, occurredAt: at("2026-04-02T08:00:00Z") });
    await recomputePerformance(ctx);
    expect(await readFigures(scope)).toEqual([]);
    await addRedemption(scope, offer, { at: new Date(), orderId: "b-1" });
    await recomputePerformance(ctx);
    expect((await readFigures(scope))[0]).toEqual(["2026-04-02T08:00:00.000Z", "TRY", 0, 0, 0, 0, 1, 700]);
  });

  it("begins the day of a zone at a quarter hour with a bucket of its own", async () => {
    const theirs = await createScenario(database.sql, { timeZone: "Asia/Kathmandu" });
    const own = await addOffer(theirs.scope, {});
    for (const time of ["2026-03-01T18:14:59Z", "2026-03-01T18:15:00Z"])
      await addRedemption(theirs.scope, own, { at: at(time), paidMinor: 100, listMinor: 100 });
    await recomputePerformance(theirs.ctx);
    const days = await theirs.scope.sql<{ day: string; uses: number }>`
      select to_char(bucket at time zone 'Asia/Kathmandu', 'YYYY-MM-DD HH24:MI') as day, conversions as uses
      from campaign_performance where workspace_id = ${theirs.workspaceId} order by 1`;
    expect(days).toEqual([
      { day: "2026-03-01 23:45", uses: 1 },
      { day: "2026-03-02 00:00", uses: 1 },
    ]);
    await theirs.scope.sql`update workspaces set time_zone = 'UTC' where id = ${theirs.workspaceId}`;
    await recomputePerformance(theirs.ctx);
    expect((await readFigures(theirs.scope)).map(([hour]) => hour)).toEqual(["2026-03-01T18:00:00.000Z"]);
  });

  it("takes impressions and clicks over from the messages that gave out the codes, and counts again what came back", async () => {
    const theirs = await createScenario(database.sql, { timeZone: "UTC" });
    const { scope, ctx } = theirs;
    const own = await addOffer(scope, {});
    const [campaignId, runId] = [newId(), newId()];
    const now = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
    await scope.sql`
      insert into campaigns (workspace_id, id, name, channel, audience, contents, created_by)
      values (${scope.id}, ${campaignId}, 'Spring', 'sms', '{"and": []}', '[]', 'me')`;
    await scope.sql`
      insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at, campaign_id, ended_at)
      values (${scope.id}, ${runId}, 'campaign', 'finished', 'sms', 'marketing', '[]', now(), ${campaignId}, now())`;
    await scope.sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      select ${scope.id}, ${runId}, gen_random_uuid(), ${own.batchId}, n from generate_series(0, 2) n`;
    await scope.sql`
      insert into campaign_hours (workspace_id, hour, campaign_id, channel, sent, clicked)
      values (${scope.id}, ${now}, ${campaignId}, 'sms', 3, 2)`;
    const read = () => scope.sql`
      select sum(issued)::int as issued, sum(impressions)::int as impressions, sum(clicks)::int as clicks,
        array_agg(distinct batch_id) as batches from campaign_performance where workspace_id = ${scope.id}`;
    await recomputePerformance(ctx);
    expect(await read()).toEqual([{ issued: 3, impressions: 3, clicks: 2, batches: [own.batchId] }]);
    await scope.sql`delete from code_allocations where workspace_id = ${scope.id} and seq = 2`;
    await scope.sql`update campaign_hours set delivered = 2, clicked = 1 where workspace_id = ${scope.id}`;
    await recomputePerformance(ctx);
    expect(await read()).toEqual([{ issued: 2, impressions: 2, clicks: 1, batches: [own.batchId] }]);
  });
});
