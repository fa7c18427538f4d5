import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { addOffer, addRedemption, type TestOffer } from "@/lib/domain/coupons/performance/testing/ledger";
import { trackOrder, trackRefund } from "@/lib/domain/coupons/performance/testing/orders";

describe("the views of source 001", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let limited: TestOffer;
  let unlimited: TestOffer;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    [limited, unlimited] = [await addOffer(mine.scope, {}), await addOffer(mine.scope, {})];
    await mine.scope.sql`
      update offers set uses_max = 8 where workspace_id = ${mine.workspaceId} and id = ${limited.id}`;
    await mine.scope.sql`
      insert into offer_counters (workspace_id, offer_id, uses_max, taken)
      values (${mine.workspaceId}, ${limited.id}, 8, 3)`;
  });

  const active = () => mine.scope.sql<{ offerId: string; remainingUses: number; usagePercentage: string }>`
    select offer_id, remaining_uses, usage_percentage from active_campaigns where workspace_id = ${mine.workspaceId}
    order by offer_id`;

  it("divide by no zero: without a limit nothing remains of one", async () => {
    expect(await active()).toEqual([
      { offerId: limited.id, remainingUses: 5, usagePercentage: "37.50" },
      { offerId: unlimited.id, remainingUses: null, usagePercentage: null },
    ]);
  });

  it("leave out what is over, not begun, paused or used up", async () => {
    const change = (set: string) =>
      mine.scope.transaction(async (tx) => {
        await tx.connection.unsafe(`update offers set ${set} where id = '${unlimited.id}'`);
        const rows = await tx.sql`select 1 from active_campaigns where offer_id = ${unlimited.id}`;
        await tx.connection.unsafe(`update offers set state = 'active', starts_at = '2026-01-01', ends_at = null, uses_max = null
          where id = '${unlimited.id}'`);
        return rows.length;
      });
    expect(await change("state = 'active'")).toBe(1);
    expect(await change("state = 'paused'")).toBe(0);
    expect(await change("starts_at = now() + interval '1 minute'")).toBe(0);
    expect(await change("ends_at = now()")).toBe(0);
    await mine.scope.sql`
      update offer_counters set taken = 8 where workspace_id = ${mine.workspaceId} and offer_id = ${limited.id}`;
    expect((await active()).map(({ offerId }) => offerId)).toEqual([unlimited.id]);
  });

  it("sum what redemptions paid, gave away and brought, each currency by itself", async () => {
    const at = new Date("2026-03-01T10:00:00Z");
    await addRedemption(mine.scope, limited, { at, paidMinor: 300, listMinor: 500 });
    await addRedemption(mine.scope, limited, { at, paidMinor: 200, listMinor: 500 });
    await trackOrder(mine.ctx, {
      orderId: "v-1",
      total: 900,
      currency: "EUR",
      occurredAt: new Date("2026-03-02T10:00:00Z"),
    });
    await trackOrder(mine.ctx, { orderId: "v-2", total: 900, occurredAt: new Date("2026-03-02T10:00:00Z") });
    await trackRefund(mine.ctx, { orderId: "v-2", amount: 100 });
    const rows = await mine.scope.sql`
      select offer_id, currency, current_uses, actual_uses::int, contacts::int, usage_rate::float8,
        total_revenue_minor::float8, granted_minor::float8, attributed_minor::float8
      from coupon_performance_summary where workspace_id = ${mine.workspaceId} order by offer_id, currency`;
    const uses = { offerId: limited.id, currentUses: 8, actualUses: 2, contacts: 1, usageRate: 100 };
    expect(rows).toEqual([
      { ...uses, currency: "EUR", totalRevenueMinor: 0, grantedMinor: 0, attributedMinor: 900 },
      { ...uses, currency: "TRY", totalRevenueMinor: 500, grantedMinor: 500, attributedMinor: 800 },
      {
        offerId: unlimited.id,
        currency: null,
        currentUses: 0,
        actualUses: 0,
        contacts: 0,
        usageRate: null,
        totalRevenueMinor: 0,
        grantedMinor: 0,
        attributedMinor: 0,
      },
    ]);
  });

  it("show a workspace its own rows alone, also where another role owns them", async () => {
    const options = await database.sql`
      select distinct reloptions from pg_class where relname in ('active_campaigns', 'coupon_performance_summary')`;
    expect(options).toEqual([{ reloptions: ["security_invoker=true"] }]);
    const theirs = await createScenario(database.sql);
    for (const view of ["active_campaigns", "coupon_performance_summary"])
      expect(await theirs.scope.sql`select 1 from ${theirs.scope.name(view)}`, view).toEqual([]);
  });
});
