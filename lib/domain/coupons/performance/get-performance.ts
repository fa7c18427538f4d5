import { nameGroups } from "@/db/queries/coupons/performance/name-groups";
import { findComputedAt } from "@/db/queries/coupons/performance/stale-hours";
import {
  type CostRow,
  countRedeemers,
  type FigureRow,
  listPerformanceBuckets,
  type PeopleRow,
  sumCosts,
  sumPerformance,
} from "@/db/queries/coupons/performance/sum-performance";
import { findWorkspace } from "@/db/queries/workspaces";
import type { CampaignGoal } from "@/lib/domain/coupons/offers/offer";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type Figures, toFigures, toSeries } from "./figures";
import type { PerformanceFilter, PerformanceGrouping } from "./grouping";
import { type PeriodInput, performancePeriod } from "./performance-period";

export type PerformanceInput = PeriodInput &
  PerformanceFilter & { groupBy?: PerformanceGrouping | undefined };

const groupsMax = 50;

/** What coupons brought in a span, against the span before, over time and by one of the groupings. */
export async function getPerformance(ctx: WorkspaceContext, input: PerformanceInput) {
  ctx.require("coupons.read");
  const { range, from, to, bucket, groupBy, ...filter } = input;
  const workspace = await findWorkspace(ctx.scope);
  if (!workspace) throw notFound();
  const period = performancePeriod({ range, from, to, bucket }, workspace.timeZone, ctx.now());
  const { previousFrom, previousTo, starts, ...span } = period;
  const before = { from: previousFrom, to: previousTo };
  // What an offer cost is nobody's part of it.
  const hasCost = filter.batchId === undefined && filter.campaignId === undefined;
  // Before the figures: a computation in between makes them newer than told, never older.
  const updatedAt = await findComputedAt(ctx.scope);
  const [rows, people, earlier, earlierPeople, buckets, costs, groups] = await Promise.all([
    sumPerformance(ctx.scope, span, filter),
    countRedeemers(ctx.scope, span, filter),
    sumPerformance(ctx.scope, before, filter),
    countRedeemers(ctx.scope, before, filter),
    listPerformanceBuckets(ctx.scope, span, filter),
    hasCost ? sumCosts(ctx.scope, filter) : [],
    groupBy ? readGroups(ctx, span, filter, groupBy, hasCost) : [],
  ]);
  return {
    from: span.from,
    to: span.to,
    bucket: span.bucket,
    timeZone: span.timeZone,
    current: toFigures(rows, people[0], costs),
    previous: toFigures(earlier, earlierPeople[0], []),
    series: toSeries(starts, buckets),
    groupBy: groupBy ?? null,
    groups,
    updatedAt,
  };
}

export type Performance = Awaited<ReturnType<typeof getPerformance>>;

async function readGroups(
  { scope }: WorkspaceContext,
  span: { from: Date; to: Date },
  filter: PerformanceFilter,
  groupBy: PerformanceGrouping,
  hasCost: boolean,
): Promise<(Labels & Figures)[]> {
  const isOfOffers = groupBy !== "batch" && groupBy !== "campaign";
  const [rows, people, costs] = await Promise.all([
    sumPerformance(scope, span, filter, groupBy),
    countRedeemers(scope, span, filter, groupBy),
    hasCost && isOfOffers ? sumCosts(scope, filter, groupBy) : [],
  ]);
  const groups = assemble(rows, people, costs).slice(0, groupsMax);
  if (groupBy === "goal" || groupBy === "utm")
    return groups.map(({ key, ...figures }) => ({ ...nobody, ...labelsOf(groupBy, key), ...figures }));
  const names = await nameGroups(
    scope,
    groupBy,
    groups.map(({ key }) => key),
  );
  return groups.map(({ key, ...figures }) => ({
    ...nobody,
    [`${groupBy}Id`]: key,
    name: names.get(key) ?? "",
    ...figures,
  }));
}

type Labels = {
  offerId: string | null;
  batchId: string | null;
  campaignId: string | null;
  name: string;
  goal: CampaignGoal | "none" | null;
  utm: { source: string; medium: string; campaign: string } | null;
};

const nobody: Labels = { offerId: null, batchId: null, campaignId: null, name: "", goal: null, utm: null };

function labelsOf(groupBy: "goal" | "utm", key: string): Partial<Labels> {
  if (groupBy === "goal") return { goal: key as CampaignGoal | "none" };
  const [source = "", medium = "", campaign = ""] = JSON.parse(key) as string[];
  return { utm: { source, medium, campaign } };
}

/** The most redeemed first. */
function assemble(rows: FigureRow[], people: PeopleRow[], costs: CostRow[]) {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return [...byKey]
    .map(([key, own]) => ({
      key,
      ...toFigures(
        own,
        people.find((one) => one.key === key),
        costs.filter((one) => one.key === key),
      ),
    }))
    .sort((left, right) => right.redemptions - left.redemptions || right.issued - left.issued);
}
