import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CardSkeleton, FiguresSkeleton } from "@/components/analytics/home-skeletons";
import { RangePicker } from "@/components/analytics/range-picker";
import { Streamed } from "@/components/analytics/streamed";
import { RecomputeButton } from "@/components/coupons/performance/recompute-button";
import { PageHeader } from "@/components/layout/page-header";
import { reportRangeDefault, reportRanges } from "@/lib/domain/analytics/report-range";
import { performanceGroupings } from "@/lib/domain/coupons/performance/grouping";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import {
  CardsSection,
  FunnelSection,
  GroupsSection,
  HeatMapSection,
  OrdersSection,
  type PerformanceSection,
  RevenueSection,
} from "./performance-sections";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ range?: string | string[]; group?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coupon-performance"))("title") };
}

export default async function CouponPerformancePage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  await requireWorkspace(slug);
  const t = await getTranslations("coupon-performance");
  const { range, group } = await searchParams;
  const section: PerformanceSection = {
    slug,
    range: reportRanges.find((one) => one === range) ?? reportRangeDefault,
    groupBy: performanceGroupings.find((one) => one === group) ?? "offer",
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <RecomputeButton slug={slug} />
            <RangePicker />
          </>
        }
      />
      <div className="flex flex-col gap-4 pb-10">
        <Streamed fallback={<FiguresSkeleton />}>
          <CardsSection {...section} />
        </Streamed>
        <div className="grid gap-4 lg:grid-cols-3">
          <Streamed className="lg:col-span-2" fallback={<CardSkeleton className="h-90" />}>
            <RevenueSection {...section} />
          </Streamed>
          <Streamed fallback={<CardSkeleton className="h-90" />}>
            <FunnelSection {...section} />
          </Streamed>
        </div>
        <Streamed fallback={<CardSkeleton />}>
          <GroupsSection {...section} />
        </Streamed>
        <Streamed fallback={<CardSkeleton />}>
          <HeatMapSection {...section} />
        </Streamed>
        <Streamed fallback={<CardSkeleton />}>
          <OrdersSection slug={slug} />
        </Streamed>
      </div>
    </>
  );
}
