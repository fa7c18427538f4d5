import type { couponAudits } from "@/db/schema/coupons/audits";
import type { WorkspaceScope } from "@/db/scope";

export type CouponAudit = Omit<typeof couponAudits.$inferSelect, "workspaceId">;

export async function saveCouponAudit(
  tx: WorkspaceScope,
  { checkedAt, off, checks }: CouponAudit,
): Promise<void> {
  await tx.sql`
    insert into coupon_audits (workspace_id, checked_at, off, checks)
    values (${tx.id}, ${checkedAt}, ${off}, ${tx.json(checks)})
    on conflict (workspace_id) do update set checked_at = excluded.checked_at, off = excluded.off, checks = excluded.checks`;
}

export async function findCouponAudit(scope: WorkspaceScope): Promise<CouponAudit | undefined> {
  const rows = await scope.sql<CouponAudit>`
    select checked_at, off, checks from coupon_audits where workspace_id = ${scope.id}`;
  return rows[0];
}
