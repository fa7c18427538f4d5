import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { addOffer, addRedemption, type TestOffer } from "@/lib/domain/coupons/performance/testing/ledger";
import { call } from "@/lib/platform/testing/call";
import { POST as createOrder, GET as listOrders } from "./route";

describe("orders over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  let offer: TestOffer;
  beforeAll(async () => {
    [mine, theirs] = [await createScenario(database.sql), await createScenario(database.sql)];
    offer = await addOffer(mine.scope, {});
    await addRedemption(mine.scope, offer, { at: new Date("2026-03-01T00:00:00Z") });
  });

  const good = { order_id: "o-1", external_id: "shopper", total: "1299.90", currency: "TRY" };
  const create = (body: unknown, who: string | Record<string, string> = mine.apiKey) =>
    call(createOrder, who, { body });
  const list = (query: Record<string, string>, who: Scenario = mine) =>
    call(listOrders, who.apiKey, { query });

  it("keeps an order the way its event does, and lists it with what it is attributed to", async () => {
    const order = { ...good, ordered_at: "2026-03-02T10:00:00Z" };
    const { status, body } = await create(order);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      order_id: "o-1",
      total_minor: 129_990,
      refunded_minor: 0,
      net_minor: 129_990,
      currency: "TRY",
      ordered_at: "2026-03-02T10:00:00.000Z",
      contact: { external_id: "shopper" },
      redemption: { offer_id: toWireId("offer", offer.id), offer_name: "Spring" },
      campaign: null,
    });
    expect((await create(order)).body).toEqual(body);
    expect((await list({})).body.data).toEqual([body]);
    const events = await mine.scope.sql`select name from events where workspace_id = ${mine.workspaceId}`;
    expect(events).toEqual([{ name: "order_completed" }]);
  });

  it("is filtered and paged, the latest first", async () => {
    for (const day of [5, 6, 7])
      await create({ ...good, order_id: `o-${day}`, total: day, ordered_at: `2026-05-0${day}T10:00:00Z` });
    const ids = async (query: Record<string, string>) => {
      const { body } = await list(query);
      return (body.data as { order_id: string }[]).map((order) => order.order_id);
    };
    expect(await ids({})).toEqual(["o-7", "o-6", "o-5", "o-1"]);
    const first = await list({ limit: "2" });
    expect(await ids({ limit: "2", after: String(first.body.next_cursor) })).toEqual(["o-5", "o-1"]);
    expect(await ids({ is_attributed: "true" })).toEqual(["o-1"]);
    expect(await ids({ is_attributed: "false" })).toEqual(["o-7", "o-6", "o-5"]);
    expect(await ids({ offer_id: toWireId("offer", offer.id) })).toEqual(["o-1"]);
    expect(await ids({ since: "2026-05-06T10:00:00Z", until: "2026-05-07T10:00:00Z" })).toEqual(["o-6"]);
    expect(await ids({ order_id: "o-5" })).toEqual(["o-5"]);
    expect(await ids({ contact_id: toWireId("contact", offer.contactId), limit: "1" })).toEqual(["o-7"]);
  });

  it("is nobody else's", async () => {
    const filters = [{}, { order_id: "o-1" }, { contact_id: toWireId("contact", offer.contactId) }];
    for (const query of filters)
      expect((await list(query as Record<string, string>, theirs)).body.data).toEqual([]);
    const foreign = { ...good, external_id: undefined, contact_id: toWireId("contact", offer.contactId) };
    expect((await create(foreign, theirs.apiKey)).status).toBe(422);
  });

  it.each([
    [{ ...good, total: "12,5" }, 400, "total"],
    [{ ...good, total: 12.5 }, 400, "total"],
    [{ ...good, total: -1 }, 400, "total"],
    [{ ...good, total: "1.005" }, 400, "total"],
    [{ ...good, total: "1500.5", currency: "JPY" }, 400, "total"],
    [{ ...good, currency: "try" }, 400, "currency"],
    [{ ...good, currency: "XQZ" }, 400, "currency"],
    [{ ...good, currency: "lira" }, 400, "currency"],
    [{ ...good, order_id: "" }, 400, "order_id"],
    [{ ...good, external_id: undefined }, 400, "contact_id"],
    [{ ...good, external_id: "nobody" }, 422, "contact_id"],
    [{ ...good, ordered_at: "2199-01-01T00:00:00Z" }, 400, "ordered_at"],
    [{ ...good, ordered_at: "1969-12-31T00:00:00Z" }, 400, "ordered_at"],
    [{ ...good, surprise: 1 }, 400, "surprise"],
  ])("refuses %j with %i for %s and keeps nothing", async (body, expected, pointer) => {
    const before = (await list({ limit: "100" })).body.data;
    const answer = await create(body);
    expect(answer.status, answer.text).toBe(expected);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
    expect((await list({ limit: "100" })).body.data).toEqual(before);
  });

  it("refuses cursors that are none, and people who may not track", async () => {
    for (const after of [
      "x",
      Buffer.from('["yesterday","0199aa5c-3f7e-7c1a-8a3d-5b9c2e4f6a10"]').toString("base64url"),
    ])
      expect((await list({ after })).status).toBe(400);
    expect((await create(good, await signInMember(database.sql, mine, "viewer"))).status).toBe(403);
  });
});
