import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { PerformanceFilter, PerformanceGrouping } from "@/lib/domain/coupons/performance/grouping";
import { groupKey, noneId, selected } from "./performance-scope";
import { broughtBy } from "./run-of-redemption";

export type Span = { from: Date; to: Date };

export type FigureRow = {
  key: string;
  currency: string;
  impressions: number;
  clicks: number;
  issued: number;
  redemptions: number;
  broughtRedemptions: number;
  paid: number;
  orders: number;
  cashMinor: number;
  grantedMinor: number;
  attributedMinor: number;
};

const sums = (scope: WorkspaceScope): Fragment => scope.fragment`
  sum(p.impressions)::float8 as impressions, sum(p.clicks)::float8 as clicks, sum(p.issued)::float8 as issued,
  sum(p.conversions)::float8 as redemptions,
  coalesce(sum(p.conversions) filter (where p.campaign_id <> ${noneId}::uuid), 0)::float8
    as brought_redemptions,
  sum(p.paid)::float8 as paid, sum(p.orders)::float8 as orders, sum(p.revenue_minor)::float8 as cash_minor,
  sum(p.granted_minor)::float8 as granted_minor, sum(p.attributed_minor)::float8 as attributed_minor`;

const rowsOf = (
  scope: WorkspaceScope,
  { from, to }: Span,
  filter: PerformanceFilter,
): Fragment => scope.fragment`
  campaign_performance p left join offers o on o.workspace_id = ${scope.id} and o.id = p.offer_id
  where p.workspace_id = ${scope.id} and p.bucket >= ${from} and p.bucket < ${to} and ${selected(scope, "p", filter)}`;

/** Of each group and currency; rows of no group are left out. */
export async function sumPerformance(
  scope: WorkspaceScope,
  span: Span,
  filter: PerformanceFilter,
  grouping?: PerformanceGrouping,
): Promise<FigureRow[]> {
  return scope.sql<FigureRow>`
    select * from (
      select ${groupKey(scope, "p", grouping)} as key, p.currency, ${sums(scope)}
      from ${rowsOf(scope, span, filter)} group by 1, 2) t
    where key is not null`;
}

/** Of each local hour or day and currency. */
export async function listPerformanceBuckets(
  scope: WorkspaceScope,
  span: Span & { bucket: "hour" | "day"; timeZone: string },
  filter: PerformanceFilter,
): Promise<(Omit<FigureRow, "key"> & { at: Date })[]> {
  return scope.sql`
    select date_trunc(${span.bucket}, p.bucket, ${span.timeZone}) as at, p.currency, ${sums(scope)}
    from ${rowsOf(scope, span, filter)} group by 1, 2 order by 1`;
}

export type PeopleRow = { key: string; contacts: number; broughtContacts: number };

/** Distinct people cannot be added up from hours: they are counted in the ledger. */
export async function countRedeemers(
  scope: WorkspaceScope,
  { from, to }: Span,
  filter: PerformanceFilter,
  grouping?: PerformanceGrouping,
): Promise<PeopleRow[]> {
  return scope.sql<PeopleRow>`
    select * from (
      select ${groupKey(scope, "r", grouping)} as key, count(distinct r.contact_id)::int as contacts,
        count(distinct r.contact_id) filter (where r.campaign_id is not null)::int as brought_contacts
      from (
        select r.offer_id, r.batch_id, r.contact_id, u.campaign_id from coupon_redemptions r ${broughtBy(scope)}
        where r.workspace_id = ${scope.id} and r.redeemed_at >= ${from} and r.redeemed_at < ${to}
          and r.status = 'redeemed') r
      left join offers o on o.workspace_id = ${scope.id} and o.id = r.offer_id
      where ${selected(scope, "r", filter)} group by 1) t
    where key is not null`;
}

export type CostRow = { key: string; currency: string; costMinor: number; attributedMinor: number };

/** Of offers whose cost is known: the cost, and all that was ever attributed to them in its currency. */
export async function sumCosts(
  scope: WorkspaceScope,
  filter: PerformanceFilter,
  grouping?: PerformanceGrouping,
): Promise<CostRow[]> {
  return scope.sql<CostRow>`
    select ${groupKey(scope, "r", grouping)} as key, coalesce(o.currency, n.currency) as currency,
      sum(o.cost_minor)::float8 as cost_minor, sum(a.minor)::float8 as attributed_minor
    from (select f.id as offer_id, f.id from offers f where f.workspace_id = ${scope.id} and f.cost_minor is not null) r
    join offers o on o.workspace_id = ${scope.id} and o.id = r.id
    left join membership_plans n on n.workspace_id = ${scope.id} and n.id = o.plan_id
    cross join lateral (
      select coalesce(sum(p.attributed_minor), 0) as minor from campaign_performance p
      where p.workspace_id = ${scope.id} and p.offer_id = o.id and p.currency = coalesce(o.currency, n.currency)) a
    where coalesce(o.currency, n.currency) is not null and ${selected(scope, "r", filter)}
    group by 1, 2`;
}

export type HeatCell = { weekday: number; hour: number; redemptions: number; clicks: number; orders: number };

/** By ISO weekday and hour of the workspace's clock. */
export async function listHeatCells(
  scope: WorkspaceScope,
  span: Span & { timeZone: string },
  filter: PerformanceFilter,
): Promise<HeatCell[]> {
  return scope.sql<HeatCell>`
    select extract(isodow from p.bucket at time zone ${span.timeZone})::int as weekday,
      extract(hour from p.bucket at time zone ${span.timeZone})::int as hour, sum(p.conversions)::float8 as redemptions,
      sum(p.clicks)::float8 as clicks, sum(p.orders)::float8 as orders
    from ${rowsOf(scope, span, filter)} group by 1, 2 order by 1, 2`;
}
