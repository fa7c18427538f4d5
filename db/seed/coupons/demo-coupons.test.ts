import { beforeAll, describe, expect, it } from "vitest";
import { WorkspaceScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { newDemoCredentials } from "../demo-credentials";
import { demoWorkspaces } from "../demo-workspaces";
import { seedDemo } from "../seed-demo";

describe("the demo's coupons", () => {
  const database = useTestDatabase();
  const now = new Date();
  beforeAll(() => seedDemo(database.sql, { credentials: newDemoCredentials(), now }), 60_000);

  const scopes = () => demoWorkspaces.map(({ id }) => WorkspaceScope.mint(database.sql, id));

  it("have counters, uses of codes and budgets that equal the ledger", async () => {
    for (const scope of scopes()) {
      const [row] = await scope.sql`
        with live as (select * from coupon_redemptions where workspace_id = ${scope.id} and status in ('held', 'redeemed'))
        select (select count(*) from live)::int > 1000 as "isBusy",
          (select count(*)::int from offer_counters k where workspace_id = ${scope.id}
            and taken <> (select count(*) from live where offer_id = k.offer_id)) as counters,
          (select count(*)::int from coupon_codes c where workspace_id = ${scope.id}
            and uses <> (select count(*) from live where code_key = c.code_key)) as codes,
          (select count(*)::int from live l where not exists (select 1 from coupon_codes c where c.workspace_id = ${scope.id}
            and c.code_key = l.code_key and c.offer_id = l.offer_id and c.batch_id is not distinct from l.batch_id)) as strays,
          (select count(*)::int from offers o join offer_limits l on l.workspace_id = ${scope.id} and l.offer_id = o.id
            where o.workspace_id = ${scope.id} and scope = 'budget' and taken > budget_minor) as "overBudget",
          (select count(*)::int from coupon_batches b where workspace_id = ${scope.id} and generated
            <> (select count(*) from coupon_codes c where c.workspace_id = ${scope.id} and c.batch_id = b.id and seq < b.generated)
            or (status = 'completed') <> (receipt ->> 'distinct' = generated::text and receipt ->> 'requested' = quantity::text
              and receipt is not null)
            or honeytokens <> (select count(*) from coupon_codes c where c.workspace_id = ${scope.id} and c.batch_id = b.id
              and c.is_honeytoken)) as batches,
          (select count(*)::int from code_allocations a join runs u on u.workspace_id = ${scope.id} and u.id = a.run_id
            join campaigns c on c.workspace_id = ${scope.id} and c.id = u.campaign_id where a.workspace_id = ${scope.id}
            and (u.coupon_batch_id is distinct from a.batch_id or c.coupon_batch_id is distinct from a.batch_id)) as "unsaidBatches"`;
      const none = { counters: 0, codes: 0, strays: 0, overBudget: 0, batches: 0, unsaidBatches: 0 };
      expect(row).toEqual({ isBusy: true, ...none });
    }
  });

  it("stay within every limit, in their window and after the person joined", async () => {
    for (const scope of scopes()) {
      const odd = await scope.sql`
        select r.idempotency_key, o.name from coupon_redemptions r
        join offers o on o.workspace_id = ${scope.id} and o.id = r.offer_id
        join contacts c on c.workspace_id = ${scope.id} and c.id = r.contact_id
        where r.workspace_id = ${scope.id} and (r.created_at < o.starts_at or r.created_at >= o.ends_at or r.created_at > ${now}
          or r.reversed_at > ${now} or r.redeemed_at > ${now} or r.created_at < c.created_at
          or (o.weekdays is not null and not extract(isodow from r.created_at at time zone o.time_zone) = any(o.weekdays))
          or r.ordinal > o.uses_per_contact_max)`;
      expect(odd).toEqual([]);
    }
  });

  it("have every state, kind, status and reason that there is to show", async () => {
    for (const scope of scopes()) {
      const [row] = await scope.sql`
        select (select count(distinct state)::int from offers where workspace_id = ${scope.id}) as states,
          (select count(distinct kind)::int from offers where workspace_id = ${scope.id}) as kinds,
          (select count(distinct status)::int from coupon_redemptions where workspace_id = ${scope.id}) as statuses,
          (select count(distinct tier)::int from membership_plans where workspace_id = ${scope.id} and is_active) as tiers,
          (select count(distinct reason)::int from coupon_refusals where workspace_id = ${scope.id}) as reasons,
          (select count(*) > 1000 from code_allocations where workspace_id = ${scope.id}) as "gaveCodes",
          (select count(*) > 20 from coupon_redemptions where workspace_id = ${scope.id} and run_id is not null) as "usedThem",
          (select count(*) > 100 from orders where workspace_id = ${scope.id} and redemption_id is not null) as "boughtMore",
          (select count(distinct date(created_at)) > 80 from coupon_redemptions where workspace_id = ${scope.id}) as "isLong"`;
      expect(row).toEqual({
        states: 4,
        kinds: 3,
        statuses: 4,
        tiers: 5,
        reasons: 11,
        gaveCodes: true,
        usedThem: true,
        boughtMore: true,
        isLong: true,
      });
    }
  });
});
