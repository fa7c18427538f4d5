import type { Fragment } from "@/db/client";
import { byAge, pageOf } from "@/db/keyset";
import type { WorkspaceScope } from "@/db/scope";
import type { RedemptionStatus } from "@/lib/domain/coupons/redemptions/redemption";
import type { PageRequest } from "@/lib/platform/paging";
import { joinSurroundings, matchesLedgerFilter, surroundingsOf } from "./ledger-filter";
import type { LedgerFilter, LedgerRow } from "./ledger-row";

export const ledgerOrders = byAge("r.id");

export type RedemptionFilter = LedgerFilter & { status?: readonly RedemptionStatus[] | undefined };

export async function listRedemptions(
  scope: WorkspaceScope,
  filter: RedemptionFilter,
  sort: keyof typeof ledgerOrders,
  page: PageRequest,
): Promise<LedgerRow[]> {
  return scope.sql<LedgerRow>`
    with page as materialized (
      select r.* from coupon_redemptions r where ${matchesRedemptions(scope, filter)} ${pageOf(scope, ledgerOrders[sort], page)})
    select ${redemptionColumns(scope)} from page r ${redemptionJoins(scope)}
    order by r.id ${scope.keyword(ledgerOrders[sort].direction)}`;
}

export async function countRedemptions(scope: WorkspaceScope, filter: RedemptionFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from coupon_redemptions r where ${matchesRedemptions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

export async function findRedemption(scope: WorkspaceScope, id: string): Promise<LedgerRow | undefined> {
  const rows = await scope.sql<LedgerRow>`
    select ${redemptionColumns(scope)} from coupon_redemptions r ${redemptionJoins(scope)}
    where r.workspace_id = ${scope.id} and r.id = ${id}`;
  return rows[0];
}

const matchesRedemptions = (scope: WorkspaceScope, filter: RedemptionFilter): Fragment => scope.fragment`
  ${matchesLedgerFilter(scope, filter, true)}
  ${filter.status ? scope.fragment`and r.status = any(${filter.status})` : scope.fragment``}`;

const redemptionColumns = (scope: WorkspaceScope): Fragment => scope.fragment`
  r.id, r.offer_id, r.batch_id, r.contact_id, r.ordinal, r.status, r.idempotency_key, r.hold_expires_at, r.plan_id, r.tier,
  r.list_minor::float8, r.paid_minor::float8, r.currency, r.months_granted, r.days_granted, r.starts_at, r.expires_at, r.order_id, r.order_minor::float8,
  r.source, r.ip, r.user_agent, r.metadata, r.created_at, r.redeemed_at, r.reversed_at, r.reversal_reason,
  o.reversal, p.name as plan_name, m.id as campaign_id, m.name as campaign_name, ${surroundingsOf(scope)}`;

const redemptionJoins = (scope: WorkspaceScope): Fragment => scope.fragment`
  ${joinSurroundings(scope)}
  left join membership_plans p on p.workspace_id = ${scope.id} and p.id = r.plan_id
  left join runs u on u.workspace_id = ${scope.id} and u.id = r.run_id
  left join campaigns m on m.workspace_id = ${scope.id} and m.id = u.campaign_id and m.automation_id is null`;
