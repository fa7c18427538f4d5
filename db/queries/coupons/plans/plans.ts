import type { Fragment } from "@/db/client";
import type { membershipPlans } from "@/db/schema/coupons/plans";
import type { WorkspaceScope } from "@/db/scope";
import type { PlanFields } from "@/lib/domain/coupons/plans/plan";

export type PlanRow = typeof membershipPlans.$inferSelect;

/** Of plan `p`, with amounts as numbers: the driver hands out bigint as text. */
export const planColumns = (scope: WorkspaceScope): Fragment => scope.fragment`
  p.*, p.price_minor::float8 as price_minor, p.discount_price_minor::float8 as discount_price_minor`;

export async function findPlan(scope: WorkspaceScope, planId: string): Promise<PlanRow | undefined> {
  const rows = await scope.sql<PlanRow>`
    select ${planColumns(scope)} from membership_plans p where p.workspace_id = ${scope.id} and p.id = ${planId}`;
  return rows[0];
}

export async function lockPlan(tx: WorkspaceScope, planId: string): Promise<PlanRow | undefined> {
  const rows = await tx.sql<PlanRow>`
    select ${planColumns(tx)} from membership_plans p
    where p.workspace_id = ${tx.id} and p.id = ${planId} for update`;
  return rows[0];
}

/** Behind all that are there. */
export async function insertPlan(
  tx: WorkspaceScope,
  plan: PlanFields & { id: string; createdBy: string },
): Promise<void> {
  await tx.sql`
    insert into membership_plans (workspace_id, id, name, tier, duration_months, duration_days, price_minor,
      discount_price_minor, currency, features, position, created_by)
    select ${tx.id}, ${plan.id}, ${plan.name}, ${plan.tier}, ${plan.durationMonths}, ${plan.durationDays},
      ${plan.priceMinor}, ${plan.discountPriceMinor}, ${plan.currency}, ${plan.features},
      coalesce(max(position) + 1, 0), ${plan.createdBy}
    from membership_plans where workspace_id = ${tx.id}`;
}

export async function updatePlan(tx: WorkspaceScope, planId: string, plan: PlanFields): Promise<void> {
  await tx.sql`
    update membership_plans set name = ${plan.name}, tier = ${plan.tier}, duration_months = ${plan.durationMonths},
      duration_days = ${plan.durationDays}, price_minor = ${plan.priceMinor},
      discount_price_minor = ${plan.discountPriceMinor}, currency = ${plan.currency}, features = ${plan.features},
      version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${planId}`;
}

export async function setPlanActive(tx: WorkspaceScope, planId: string, isActive: boolean): Promise<void> {
  await tx.sql`
    update membership_plans set is_active = ${isActive}, version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${planId}`;
}

/** What keeps a plan from being deleted; memberships and redemptions name it without an offer, too. */
export async function isPlanUsed(tx: WorkspaceScope, planId: string): Promise<boolean> {
  const [row] = await tx.sql<{ isUsed: boolean }>`
    select exists (select 1 from offers where workspace_id = ${tx.id} and plan_id = ${planId})
      or exists (select 1 from memberships where workspace_id = ${tx.id} and plan_id = ${planId}) as is_used`;
  return row?.isUsed ?? false;
}

export async function deletePlan(tx: WorkspaceScope, planId: string): Promise<void> {
  await tx.sql`delete from membership_plans where workspace_id = ${tx.id} and id = ${planId}`;
}

export async function lockPlans(tx: WorkspaceScope): Promise<{ id: string; isActive: boolean }[]> {
  return tx.sql<{ id: string; isActive: boolean }>`
    select id, is_active from membership_plans where workspace_id = ${tx.id} order by position, id for update`;
}

export async function setPositions(tx: WorkspaceScope, planIds: string[]): Promise<void> {
  await tx.sql`
    update membership_plans p set position = o.n - 1, updated_at = now()
    from unnest(${planIds}::uuid[]) with ordinality as o(id, n)
    where p.workspace_id = ${tx.id} and p.id = o.id and p.position <> o.n - 1`;
}

/** Keeps it from being deleted until the transaction ends. */
export async function sharePlan(tx: WorkspaceScope, planId: string): Promise<void> {
  await tx.sql`select 1 from membership_plans where workspace_id = ${tx.id} and id = ${planId} for key share`;
}
