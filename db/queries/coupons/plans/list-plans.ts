import { type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { MembershipTier } from "@/lib/domain/coupons/plans/plan";
import type { PageRequest } from "@/lib/platform/paging";
import { type PlanRow, planColumns } from "./plans";

export type PlanListFilter = {
  q?: string | undefined;
  tier?: MembershipTier[] | undefined;
  currency?: string | undefined;
  isActive?: boolean | undefined;
};

/** `place` sorts as the position does. */
export type ListedPlan = PlanRow & { place: string; offers: number };

export const planSorts = ["position", "name", "-name"] as const;

export const planOrders: Record<(typeof planSorts)[number], Order<"place" | "name" | "id">> = {
  position: {
    direction: "asc",
    keys: [
      ["place", "place"],
      ["id", "id"],
    ],
  },
  name: {
    direction: "asc",
    keys: [
      ["name", "name"],
      ["id", "id"],
    ],
  },
  "-name": {
    direction: "desc",
    keys: [
      ["name", "name"],
      ["id", "id"],
    ],
  },
};

export function listPlans(
  scope: WorkspaceScope,
  filter: PlanListFilter,
  order: Order,
  page: PageRequest,
): Promise<ListedPlan[]> {
  return scope.sql<ListedPlan>`
    with listed as (
      select ${planColumns(scope)}, to_char(p.position, 'FM0000000000') collate "C" as place, (
        select count(*)::int from offers o where o.workspace_id = ${scope.id} and o.plan_id = p.id) as offers
      from membership_plans p
      where p.workspace_id = ${scope.id} and ${conditions(scope, filter)})
    select * from listed where true ${pageOf(scope, order, page)}`;
}

export async function countPlans(scope: WorkspaceScope, filter: PlanListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from membership_plans p
    where p.workspace_id = ${scope.id} and ${conditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

function conditions(scope: WorkspaceScope, { q, tier, currency, isActive }: PlanListFilter) {
  const where = scope.fragment;
  return scope.all([
    tier && where`p.tier = any(${tier})`,
    currency && where`p.currency = ${currency}`,
    isActive !== undefined && where`p.is_active = ${isActive}`,
    q && matchesFolded(scope, ["p.name"], q),
  ]);
}
