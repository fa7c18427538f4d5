import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { recomputePerformance } from "@/lib/domain/coupons/performance/recompute-performance";
import { addOffer, addRedemption, type TestOffer } from "@/lib/domain/coupons/performance/testing/ledger";
import { trackOrder } from "@/lib/domain/coupons/performance/testing/orders";
import { call } from "@/lib/platform/testing/call";
import { GET as getHeatMap } from "./heat-map/route";
import { GET as getIncremental } from "./incremental/route";
import { POST as requestRecomputation } from "./recomputations/route";
import { GET as getPerformance } from "./route";

describe("performance of coupons over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  let offer: TestOffer;
  const span = { from: "2026-03-01T00:00:00+03:00", to: "2026-03-04T00:00:00+03:00" };
  beforeAll(async () => {
    [mine, theirs] = [await createScenario(database.sql), await createScenario(database.sql)];
    offer = await addOffer(mine.scope, { costMinor: 1_000, goal: "retention", utmSource: "newsletter" });
    const other = await addOffer(mine.scope, {});
    const at = (text: string) => new Date(text);
    await addRedemption(mine.scope, offer, {
      at: at("2026-03-01T20:59:00Z"),
      paidMinor: 400,
      listMinor: 500,
    });
    await addRedemption(mine.scope, offer, { at: at("2026-03-01T21:00:00Z"), paidMinor: 0, listMinor: 500 });
    await addRedemption(mine.scope, other, { at: at("2026-02-27T10:00:00Z") });
    await trackOrder(mine.ctx, { orderId: "o-1", total: 2_500, occurredAt: at("2026-03-02T10:00:00Z") });
    await recomputePerformance(mine.ctx);
  });

  const get = (query: Record<string, string>, who: Scenario = mine) =>
    call(getPerformance, who.apiKey, { query });

  it("counts, rates and money stand apart, next to the span before and over the workspace's days", async () => {
    const { status, body } = await get(span);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      time_zone: "Europe/Istanbul",
      bucket: "day",
      current: {
        redemptions: 2,
        contacts: 1,
        paid: 1,
        orders: 1,
        paid_rate: 50,
        redemption_rate: null,
        click_rate: null,
        money: [
          {
            currency: "TRY",
            cash_minor: 400,
            granted_minor: 600,
            attributed_minor: 2_500,
            average_order_minor: 400,
            cost_minor: 1_000,
            roi: 1.5,
          },
        ],
      },
      previous: { redemptions: 1, money: [] },
    });
    const series = body.series as { at: string; redemptions: number; orders: number }[];
    expect(series.map(({ at, redemptions, orders }) => [at.slice(0, 13), redemptions, orders])).toEqual([
      ["2026-02-28T21", 1, 0],
      ["2026-03-01T21", 1, 1],
      ["2026-03-02T21", 0, 0],
    ]);
  });

  it.each([
    ["offer", { name: "Spring", roi: 1.5, id: "offer_id" }],
    ["batch", { name: "Spring", roi: null, id: "batch_id" }],
    ["goal", { goal: "retention", roi: 1.5, id: undefined }],
    ["utm", { utm: { source: "newsletter", medium: "", campaign: "" }, roi: 1.5, id: undefined }],
  ])("groups by %s", async (group_by, { roi, id, ...labels }) => {
    const { body } = await get({ ...span, group_by });
    expect(body.groups).toMatchObject([
      { ...labels, redemptions: 2, contacts: 1, money: [{ cash_minor: 400, roi }] },
    ]);
    const [group] = body.groups as Record<string, string>[];
    const wireIds = { offer_id: toWireId("offer", offer.id), batch_id: toWireId("batch", offer.batchId) };
    if (id) expect(group?.[id]).toBe(wireIds[id as keyof typeof wireIds]);
  });

  it("narrows to an offer, a goal, a source", async () => {
    const week = { from: "2026-02-26T00:00:00Z", to: "2026-03-04T00:00:00Z" };
    const redemptions = async (query: Record<string, string>) =>
      ((await get({ ...week, ...query })).body.current as { redemptions: number }).redemptions;
    expect(await redemptions({})).toBe(3);
    expect(await redemptions({ offer_id: toWireId("offer", offer.id) })).toBe(2);
    expect(await redemptions({ goal: "retention" })).toBe(2);
    expect(await redemptions({ utm_source: "newsletter", utm_medium: "" })).toBe(2);
    expect(await redemptions({ utm_source: "elsewhere" })).toBe(0);
  });

  it("shows by weekday and hour of the workspace's clock", async () => {
    const { body } = await call(getHeatMap, mine.apiKey, { query: span });
    expect(body.cells).toEqual([
      { weekday: 1, hour: 0, redemptions: 1, clicks: 0, orders: 0 },
      { weekday: 1, hour: 13, redemptions: 0, clicks: 0, orders: 1 },
      { weekday: 7, hour: 23, redemptions: 1, clicks: 0, orders: 0 },
    ]);
  });

  it("knows nothing of another workspace, whatever ids it is asked for", async () => {
    const filters: Record<string, string>[] = [
      {},
      { offer_id: toWireId("offer", offer.id) },
      { batch_id: toWireId("batch", offer.batchId) },
    ];
    for (const query of filters) {
      const { status, body } = await get({ ...span, ...query, group_by: "offer" }, theirs);
      expect(status).toBe(200);
      expect(body).toMatchObject({ current: { redemptions: 0, money: [] }, groups: [] });
      const heat = await call(getHeatMap, theirs.apiKey, { query: { ...span, ...query } });
      expect(heat.body.cells).toEqual([]);
    }
  });

  it.each([
    [{ range: "yesterday" }, "range"],
    [{ range: "7d", from: span.from }, "range"],
    [{ to: span.to }, "from"],
    [{ from: span.to, to: span.from }, "to"],
    [{ from: "March" }, "from"],
    [{ range: "90d", bucket: "hour" }, "bucket"],
    [{ from: "1901-01-01T00:00:00Z" }, "bucket"],
    [{ from: "1900-01-01T00:00:00Z", to: "1900-01-05T00:00:00Z" }, "from"],
    [{ bucket: "minute" }, "bucket"],
    [{ group_by: "weather" }, "group_by"],
    [{ offer_id: "1" }, "offer_id"],
    [{ offer_id: toWireId("batch", "0199aa5c-3f7e-7c1a-8a3d-5b9c2e4f6a10") }, "offer_id"],
    [{ goal: "none" }, "goal"],
    [{ utm_source: "x".repeat(201) }, "utm_source"],
    [{ surprise: "1" }, "surprise"],
  ])("refuses %j by naming %s", async (query, pointer) => {
    const { status, body } = await get(query as Record<string, string>);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });

  it("tells of the holdout of a campaign that is there, and names what is missing", async () => {
    const ask = (query: Record<string, string>) => call(getIncremental, mine.apiKey, { query });
    expect((await ask({})).body.errors).toMatchObject([{ pointer: "campaign_id" }]);
    const unknown = toWireId("campaign", "0199aa5c-3f7e-7c1a-8a3d-5b9c2e4f6a10");
    expect((await ask({ campaign_id: unknown })).status).toBe(404);
  });

  it("tells sums that are larger than exact integers", async () => {
    await theirs.scope.sql`
      insert into campaign_performance (workspace_id, bucket, currency, orders, attributed_minor)
      values (${theirs.workspaceId}, ${span.from}, 'TRY', 9, ${"9223372036854775807"})`;
    const { status, body } = await get(span, theirs);
    expect(status).toBe(200);
    expect(body).toMatchObject({ current: { money: [{ attributed_minor: 2 ** 63 }] } });
  });

  it("says when the figures were last computed, and that they never were", async () => {
    const told = async (who?: Scenario) => (await get(span, who)).body.updated_at;
    expect(await told(theirs)).toBeNull();
    await mine.scope.sql`
      update performance_states set computed_until = '2026-03-04T05:06:07Z' where workspace_id = ${mine.workspaceId}`;
    expect(await told()).toBe("2026-03-04T05:06:07.000Z");
    const before = Date.now();
    await recomputePerformance(mine.ctx);
    expect(Date.parse(String(await told()))).toBeGreaterThanOrEqual(before - 1_000);
  });

  it("has the figures computed anew for those who may write, and for nobody else", async () => {
    const ask = (who: string | Record<string, string>, body: unknown) =>
      call(requestRecomputation, who, { body });
    expect((await ask(mine.apiKey, { from: "2026-01-01T00:00:00Z" })).status).toBe(202);
    const queued =
      await database.sql`select data->>'workspaceId' as id from workflow.outbox where name = 'coupons/performance.due'`;
    expect(queued).toEqual([{ id: mine.workspaceId }]);
    expect((await ask(mine.apiKey, { from: "yesterday" })).status).toBe(400);
    expect((await ask(await signInMember(database.sql, mine, "viewer"), {})).status).toBe(403);
  });
});
