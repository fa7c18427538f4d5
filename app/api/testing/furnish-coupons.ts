import type { WorkspaceScope } from "@/db/scope";
import type { IdKind } from "@/lib/contracts/wire/ids";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";

type Insert = [IdKind, (id: string) => Promise<unknown>];

/** A plan, an offer, a batch with one code, and a use of it; `words` stand in all of them. */
export const couponInserts = (scope: WorkspaceScope, words: string): Insert[] => [
  [
    "plan",
    (id) => scope.sql`
      insert into membership_plans (workspace_id, id, name, tier, duration_months, price_minor, currency, created_by)
      values (${scope.id}, ${id}, ${words}, 'yearly', 12, 120000, 'TRY', ${words})`,
  ],
  [
    "offer",
    (id) => scope.sql`
      with counter as (
        insert into offer_counters (workspace_id, offer_id, taken) values (${scope.id}, ${id}, 1))
      insert into offers (workspace_id, id, name, state, kind, plan_id, duration_months, starts_at, time_zone, created_by,
        updated_by)
      select ${scope.id}, ${id}, ${words}, 'active', 'membership', id, 12, now() - interval '1 day', 'Europe/Istanbul',
        ${words}, ${words}
      from membership_plans where workspace_id = ${scope.id}`,
  ],
  [
    "batch",
    (id) => scope.sql`
      with code as (
        insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq, uses)
        select ${scope.id}, '7K3MZ0QW4T', ${words}, id, ${id}, 0, 1 from offers where workspace_id = ${scope.id})
      insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, status, design, quantity, generated, created_by)
      select ${scope.id}, ${id}, id, 'BATCH-20261128-001', ${words}, 'completed',
        ${scope.json({ prefix: "", suffix: "", alphabet: "0123456789ABCDEFGHJKMNPQRSTVWXYZ", length: 10, hasCheckLetter: false, groupSize: 0 })},
        1, 1, ${words}
      from offers where workspace_id = ${scope.id}`,
  ],
  [
    "redemption",
    (id) => scope.sql`
      with member as (
        insert into memberships (workspace_id, contact_id, tier, anchor_at, months_granted)
        select ${scope.id}, c.id, 'yearly', now(), 12 from contacts c where c.workspace_id = ${scope.id} limit 1),
      refusal as (
        insert into coupon_refusals (workspace_id, id, act, reason, code_key, contact_id)
        select ${scope.id}, ${id}, 'redeem', 'contact_limit', '7K3MZ0QW4T', c.id from contacts c
        where c.workspace_id = ${scope.id} limit 1)
      insert into coupon_redemptions (workspace_id, id, offer_id, code_key, batch_id, contact_id, ordinal, status,
        idempotency_key, request_hash, redeemed_at, user_agent)
      select ${scope.id}, ${id}, b.offer_id, '7K3MZ0QW4T', b.id, c.id, 1, 'redeemed', ${words}, ${words}, now(), ${words}
      from coupon_batches b, contacts c where b.workspace_id = ${scope.id} and c.workspace_id = ${scope.id} limit 1`,
  ],
];

/** A code of the offer's own, which no other workspace has. */
export async function insertCode(scope: WorkspaceScope, words: string): Promise<string> {
  await scope.sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id)
    select ${scope.id}, ${foldCode(words) ?? ""}, ${words}, id from offers where workspace_id = ${scope.id}`;
  return words;
}
