import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newEventId } from "@/lib/domain/events/event-id";
import { newId } from "@/lib/platform/ids";
import { addOffer, addRedemption, type TestOffer } from "./testing/ledger";
import { trackOrder } from "./testing/orders";

const at = (text: string) => new Date(text);

describe("attribution of orders", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offer: TestOffer;
  let campaignId: string;
  let runId: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    offer = await addOffer(mine.scope, { attributionDays: 10 });
    [campaignId, runId] = await addSend();
  });

  async function addSend(): Promise<[string, string]> {
    const [campaign, run] = [newId(), newId()];
    await mine.scope.sql`
      insert into campaigns (workspace_id, id, name, channel, audience, contents, created_by)
      values (${mine.workspaceId}, ${campaign}, 'Spring', 'sms', '{"and": []}', '[]', 'me')`;
    await mine.scope.sql`
      insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at, campaign_id)
      values (${mine.workspaceId}, ${run}, 'campaign', 'finished', 'sms', 'marketing', '[]', now(), ${campaign})`;
    return [campaign, run];
  }

  const order = async (orderId: string, occurredAt: Date) => {
    await trackOrder(mine.ctx, { orderId, total: 100, occurredAt });
    const [row] = await mine.scope.sql<{ redemptionId: string | null; campaignId: string | null }>`
      select redemption_id, campaign_id from orders where workspace_id = ${mine.workspaceId} and order_id = ${orderId}`;
    return row;
  };

  it("is to the last redemption whose window holds the order: from its moment until before its end", async () => {
    const first = await addRedemption(mine.scope, offer, { at: at("2026-01-01T00:00:00Z") });
    const second = await addRedemption(mine.scope, offer, { at: at("2026-01-05T00:00:00Z"), runId });
    expect((await order("w-0", at("2025-12-31T23:59:59.999Z")))?.redemptionId).toBeNull();
    expect((await order("w-1", at("2026-01-01T00:00:00Z")))?.redemptionId).toBe(first);
    expect(await order("w-2", at("2026-01-05T00:00:00Z"))).toEqual({ redemptionId: second, campaignId });
    expect((await order("w-3", at("2026-01-14T23:59:59.999Z")))?.redemptionId).toBe(second);
    expect((await order("w-4", at("2026-01-15T00:00:00Z")))?.redemptionId).toBeNull();
  });

  it("is to the redemption that names the order before any other", async () => {
    const named = await addRedemption(mine.scope, offer, { at: at("2026-02-01T00:00:00Z"), orderId: "n-1" });
    await addRedemption(mine.scope, offer, { at: at("2026-02-02T00:00:00Z") });
    expect((await order("n-1", at("2026-02-03T00:00:00Z")))?.redemptionId).toBe(named);
  });

  it("is to none that was rolled back, and with a window of no days only to one that names it", async () => {
    const none = await addOffer(mine.scope, { attributionDays: 0 });
    const [rolledBack, named] = await Promise.all([
      addRedemption(mine.scope, offer, { at: at("2026-03-01T00:00:00Z") }),
      addRedemption(mine.scope, none, { at: at("2026-03-02T00:00:00Z"), orderId: "z-2" }),
    ]);
    await mine.scope.sql`
      update coupon_redemptions set status = 'rolled_back' where workspace_id = ${mine.workspaceId} and id = ${rolledBack}`;
    expect((await order("z-1", at("2026-03-02T00:00:00Z")))?.redemptionId).toBeNull();
    expect((await order("z-2", at("2026-03-02T00:00:00Z")))?.redemptionId).toBe(named);
  });

  it("finds the campaign by the code that its run gave out", async () => {
    await mine.scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
      values (${mine.workspaceId}, 'C', 'C', ${offer.id}, ${offer.batchId}, 7)`;
    await mine.scope.sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      values (${mine.workspaceId}, ${runId}, ${offer.contactId}, ${offer.batchId}, 7)`;
    const id = await addRedemption(mine.scope, offer, { at: at("2026-04-01T00:00:00Z") });
    expect(await order("c-1", at("2026-04-01T01:00:00Z"))).toEqual({ redemptionId: id, campaignId });
    await mine.scope.sql`delete from code_allocations where workspace_id = ${mine.workspaceId}`;
  });

  it("else by the last message that a person clicked, and never by what a machine did", async () => {
    const [other] = await addSend();
    const click = (moment: string, campaign: string, properties: string) => mine.scope.sql`
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties, campaign_id)
      values (${mine.workspaceId}, ${newEventId(at(moment))}, 'notification.clicked', ${offer.contactId}, ${at(moment)},
        'tracking', ${properties}::text::jsonb, ${campaign})`;
    await click("2026-05-01T10:00:00Z", other, "{}");
    await click("2026-05-01T11:00:00Z", campaignId, '{"automated": true}');
    const clicked = { redemptionId: null, campaignId: other };
    expect(await order("l-1", at("2026-05-01T12:00:00Z"))).toEqual(clicked);
    expect(await order("l-2", at("2026-05-01T09:59:59.999Z"))).toEqual({
      redemptionId: null,
      campaignId: null,
    });
    expect(await order("l-3", at("2026-05-08T10:00:00.001Z"))).toEqual({
      redemptionId: null,
      campaignId: null,
    });
    const id = await addRedemption(mine.scope, offer, { at: at("2026-05-07T00:00:00Z") });
    expect(await order("l-4", at("2026-05-10T00:00:00Z"))).toEqual({ redemptionId: id, campaignId: other });
  });
});
