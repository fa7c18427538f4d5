import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { identifyContact } from "@/lib/domain/events/people/identify-contact";
import { trackEvent, trackEvents } from "@/lib/domain/events/track-events";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { addOffer } from "../testing/ledger";
import { trackOrder, trackRefund } from "../testing/orders";
import { keepOrders } from "./keep-orders";

const at = (text: string) => new Date(text);

describe("orders", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await addOffer(mine.scope, {});
  });

  const read = async (orderId: string) => {
    const [order] = await mine.scope.sql<{ total: number; refunded: number; currency: string; at: Date }>`
      select total_minor::float8 as total, refunded_minor::float8 as refunded, currency, ordered_at as at from orders
      where workspace_id = ${mine.workspaceId} and order_id = ${orderId}`;
    return order;
  };

  it("keeps an order once, whatever of its events comes first: the earliest counts", async () => {
    const early = { orderId: "e-1", total: 500, occurredAt: at("2026-03-01T10:00:00Z"), id: "early" };
    const late = { orderId: "e-1", total: 900, occurredAt: at("2026-03-01T11:00:00Z"), id: "late" };
    for (const order of [late, early, late, early]) await trackOrder(mine.ctx, order);
    expect(await read("e-1")).toMatchObject({ total: 500, at: early.occurredAt });
    const events = [late, early, late].map(({ orderId, total, ...event }) => ({
      ...event,
      name: "order_completed",
      externalId: "shopper",
      properties: { order_id: `${orderId}b`, total, currency: "TRY" },
    }));
    await trackEvents(mine.ctx, { events });
    expect(await read("e-1b")).toMatchObject({ total: 500 });
  });

  it("takes amounts exactly: whole numbers as minor units, texts as decimals, currencies without minor units as they are", async () => {
    await trackOrder(mine.ctx, { orderId: "m-1", total: "1299.90" });
    await trackOrder(mine.ctx, { orderId: "m-2", total: 129_990 });
    await trackOrder(mine.ctx, { orderId: "m-3", total: "1500", currency: "JPY" });
    await trackOrder(mine.ctx, { orderId: "m-4", total: "0.1", currency: "KWD" });
    const totals = await Promise.all(["m-1", "m-2", "m-3", "m-4"].map(read));
    expect(totals.map((order) => order?.total)).toEqual([129_990, 129_990, 1_500, 100]);
  });

  it("takes refunds off once each, never more than the order, and the whole without an amount", async () => {
    await trackOrder(mine.ctx, { orderId: "r-1", total: 1_000 });
    const part = { orderId: "r-1", amount: "3.00", occurredAt: at("2026-03-01T10:00:00Z"), id: "refund-1" };
    await trackRefund(mine.ctx, part);
    await trackRefund(mine.ctx, part);
    expect(await read("r-1")).toMatchObject({ refunded: 300 });
    await trackRefund(mine.ctx, { orderId: "r-1", amount: 100, refundId: "mine-1" });
    await trackRefund(mine.ctx, { orderId: "r-1", amount: 100, refundId: "mine-1" });
    expect(await read("r-1")).toMatchObject({ refunded: 400 });
    await trackRefund(mine.ctx, { orderId: "r-1", amount: 5_000 });
    expect(await read("r-1")).toMatchObject({ total: 1_000, refunded: 1_000 });
    await trackOrder(mine.ctx, { orderId: "r-2", total: 700 });
    await trackRefund(mine.ctx, { orderId: "r-2" });
    expect(await read("r-2")).toMatchObject({ refunded: 700 });
  });

  it("keeps a refund until its order comes, and one of another currency aside", async () => {
    await trackRefund(mine.ctx, { orderId: "f-1", amount: 250 });
    expect(await read("f-1")).toBeUndefined();
    await trackOrder(mine.ctx, { orderId: "f-1", total: 1_000 });
    expect(await read("f-1")).toMatchObject({ total: 1_000, refunded: 250 });
    await trackOrder(mine.ctx, { orderId: "f-2", total: 1_000, currency: "EUR" });
    await trackRefund(mine.ctx, { orderId: "f-2", amount: 250 });
    expect(await read("f-2")).toMatchObject({ refunded: 0 });
  });

  it("loses no refund that comes at the same time as its order", async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `race-${n}`);
    await Promise.all(
      ids.flatMap((orderId) => [
        trackEvents(mine.ctx, {
          events: [eventOf("order_completed", { order_id: orderId, total: 100, currency: "TRY" })],
        }),
        trackEvents(mine.ctx, {
          events: [eventOf("order_refunded", { order_id: orderId, amount: 40, currency: "TRY" })],
        }),
      ]),
    );
    const orders = await Promise.all(ids.map(read));
    expect(orders.map((order) => order?.refunded)).toEqual(ids.map(() => 40));
  });

  it("believes a server before a page, and no page's refund", async () => {
    const key = {
      kind: "api_key",
      id: "k",
      name: "page",
      scopes: ["events.track"],
      origins: ["https://shop.example.com"],
    } as const;
    const page = new WorkspaceContext({ scope: mine.scope, actor: key });
    await trackOrder(page, { orderId: "p-1", total: 1, occurredAt: at("2026-03-01T10:00:00Z") });
    await trackOrder(mine.ctx, { orderId: "p-1", total: 800, occurredAt: at("2026-03-01T12:00:00Z") });
    await trackOrder(page, { orderId: "p-1", total: 99_999, occurredAt: at("2026-03-01T09:00:00Z") });
    await trackRefund(page, { orderId: "p-1" });
    expect(await read("p-1")).toMatchObject({ total: 800, refunded: 0 });
  });

  it("asks nothing of the database for events of other names", async () => {
    const untouchable = new Proxy({}, { get: () => expect.unreachable() }) as never;
    const event = {
      id: "1",
      occurredAt: new Date(),
      source: "api",
      campaignId: null,
      runId: null,
    };
    await keepOrders(
      untouchable,
      [{ ...event, name: "cart_updated", properties: '{"order_id":"x"}' }],
      ["1"],
    );
  });

  it("goes with a browser's contact to the person it turns out to be", async () => {
    const name = "order_completed";
    const properties = { order_id: "anon-1", total: 5, currency: "TRY" };
    await trackEvent(mine.ctx, { name, anonymousId: "anon", createContact: true, properties });
    await identifyContact(mine.ctx, { anonymousId: "anon", externalId: "shopper", traits: {} });
    const [order] = await mine.scope.sql`
      select c.external_id from orders o join contacts c on c.workspace_id = o.workspace_id and c.id = o.contact_id
      where o.workspace_id = ${mine.workspaceId} and o.order_id = 'anon-1'`;
    expect(order).toEqual({ externalId: "shopper" });
  });
});

const eventOf = (name: string, properties: object) => ({
  name,
  externalId: "shopper",
  properties: properties as Record<string, unknown>,
});
