import { cursorOf } from "@/db/keyset";
import {
  countPlans,
  type ListedPlan,
  listPlans as listRows,
  type PlanListFilter,
  planOrders,
  planSorts,
} from "@/db/queries/coupons/plans/list-plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";

type Input = ListInput & PlanListFilter & { sort?: string | undefined };

/** In the order that the workspace gave them, as far as nothing else is asked. */
export async function listPlans(
  ctx: WorkspaceContext,
  { q, tier, currency, isActive, ...input }: Input,
): Promise<Page<ListedPlan>> {
  ctx.require("coupons.read");
  const order = planOrders[parseSort(input.sort, planSorts)];
  const page = parsePage(input, order.keys.length);
  const filter = { q, tier, currency, isActive };
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, filter, order, page),
    countPlans(ctx.scope, filter),
  ]);
  return toPage(rows, page.limit, (row) => cursorOf(order, row), total);
}
