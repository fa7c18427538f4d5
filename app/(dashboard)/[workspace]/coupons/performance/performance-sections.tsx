import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ComputedAt } from "@/components/coupons/performance/computed-at";
import { CouponFunnel } from "@/components/coupons/performance/coupon-funnel";
import { PerformanceCards } from "@/components/coupons/performance/performance-cards";
import { PerformanceGroups } from "@/components/coupons/performance/performance-groups";
import { RecentOrders } from "@/components/coupons/performance/recent-orders";
import { RedemptionHeatMap } from "@/components/coupons/performance/redemption-heat-map";
import { RevenueChart } from "@/components/coupons/performance/revenue-chart";
import type { ReportRange } from "@/lib/domain/analytics/report-range";
import { getHeatMap } from "@/lib/domain/coupons/performance/get-heat-map";
import { getPerformance } from "@/lib/domain/coupons/performance/get-performance";
import type { PerformanceGrouping } from "@/lib/domain/coupons/performance/grouping";
import { listOrders } from "@/lib/domain/coupons/performance/orders/list-orders";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export type PerformanceSection = { slug: string; range: ReportRange; groupBy: PerformanceGrouping };

/** The cards wait for one reading together. */
const readPerformance = cache(async (slug: string, range: ReportRange, groupBy: PerformanceGrouping) =>
  getPerformance((await requireWorkspace(slug)).ctx, { range, groupBy }),
);

export async function CardsSection({ slug, range, groupBy }: PerformanceSection) {
  const t = await getTranslations("analytics");
  const { current, previous, series, updatedAt } = await readPerformance(slug, range, groupBy);
  return (
    <div className="flex flex-col gap-2">
      <ComputedAt at={updatedAt} />
      <PerformanceCards
        current={current}
        previous={previous}
        series={series}
        comparedTo={t(`before.${range}`)}
      />
    </div>
  );
}

export async function RevenueSection({ slug, range, groupBy }: PerformanceSection) {
  const { current, series, bucket, timeZone } = await readPerformance(slug, range, groupBy);
  return <RevenueChart current={current} series={series} bucket={bucket} timeZone={timeZone} />;
}

export async function FunnelSection({ slug, range, groupBy }: PerformanceSection) {
  return <CouponFunnel figures={(await readPerformance(slug, range, groupBy)).current} />;
}

export async function GroupsSection({ slug, range, groupBy }: PerformanceSection) {
  return <PerformanceGroups slug={slug} groups={(await readPerformance(slug, range, groupBy)).groups} />;
}

export async function HeatMapSection({ slug, range }: PerformanceSection) {
  const { ctx } = await requireWorkspace(slug);
  return <RedemptionHeatMap heatMap={await getHeatMap(ctx, { range })} />;
}

const shownMax = 10;

export async function OrdersSection({ slug }: { slug: string }) {
  const { ctx } = await requireWorkspace(slug);
  const { data } = await listOrders(ctx, { limit: shownMax });
  return <RecentOrders slug={slug} orders={data} />;
}
