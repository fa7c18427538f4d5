import type { WorkspaceScope } from "@/db/scope";
import { newId } from "@/lib/platform/ids";
import { couponInserts } from "./furnish-coupons";

/** A row for each name in every list of coupons; gives the offer and the batch whose codes they are. */
export async function insertCouponLists(
  scope: WorkspaceScope,
  names: readonly string[],
): Promise<{ offerId: string; batchId: string }> {
  const [plan, offer, batch] = couponInserts(scope, names[0] ?? "").map(([, insert]) => insert);
  const ids = [newId(), newId(), newId()] as const;
  await plan?.(ids[0]);
  await offer?.(ids[1]);
  await batch?.(ids[2]);
  for (const [n, name] of names.entries()) {
    await scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id)
      values (${scope.id}, ${`S0L0${n}`}, ${`SOLO${n}`}, ${ids[1]})`;
    if (n === 0) continue;
    const id = newId();
    await scope.sql`
      insert into membership_plans (workspace_id, id, name, tier, duration_months, price_minor, currency, position, is_active,
        created_by)
      values (${scope.id}, ${id}, ${name}, 'monthly', 1, 1, 'TRY', ${n % 2}, false, 'x')`;
    await scope.sql`
      insert into offers (workspace_id, id, name, kind, discount_minor, currency, starts_at, time_zone, created_by, updated_by)
      values (${scope.id}, ${id}, ${name}, 'fixed', 1, 'TRY', now(), 'UTC', 'x', 'x')`;
    await scope.sql`insert into offer_counters (workspace_id, offer_id) values (${scope.id}, ${id})`;
    await scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
      values (${scope.id}, ${`C0DE${n}`}, ${`CODE${n}`}, ${ids[1]}, ${ids[2]}, ${n})`;
    await scope.sql`
      insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, status, design, quantity, generated, created_by)
      select workspace_id, ${id}, offer_id, 'BATCH-20261128-00' || ${n + 1}::int, ${name}, status, design, 1, 1, 'x'
      from coupon_batches where workspace_id = ${scope.id} and id = ${ids[2]}`;
  }
  await scope.sql`
    update coupon_batches set quantity = ${names.length}, generated = ${names.length}
    where workspace_id = ${scope.id} and id = ${ids[2]}`;
  await scope.sql`
    insert into coupon_redemptions (workspace_id, id, offer_id, code_key, contact_id, ordinal, status, idempotency_key,
      request_hash, redeemed_at)
    select ${scope.id}, c.id, ${ids[1]}, 'C0DE1', c.id, 1, 'redeemed', c.id::text, 'x', now()
    from contacts c where c.workspace_id = ${scope.id}`;
  await scope.sql`
    insert into coupon_refusals (workspace_id, id, act, reason, code_key, contact_id)
    select ${scope.id}, c.id, 'redeem', 'expired', 'C0DE1', c.id from contacts c where c.workspace_id = ${scope.id}`;
  return { offerId: ids[1], batchId: ids[2] };
}
