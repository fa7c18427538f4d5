"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FiguresSkeleton } from "@/components/analytics/home-skeletons";
import { useShell } from "@/components/layout/shell-context";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { type ReportRange, reportRanges } from "@/lib/domain/analytics/report-range";
import { type CouponPerformance, couponPerformanceOptions } from "./api";
import { ComputedAt } from "./computed-at";
import { CouponFunnel } from "./coupon-funnel";
import { PerformanceCards } from "./performance-cards";
import { RevenueChart } from "./revenue-chart";

type Selection = { offerId: string } | { batchId: string } | { campaignId: string };

type Props = {
  selection: Selection;
  /** All of it since then, instead of a range to choose; nothing at all where nothing has happened. */
  since?: Date;
  /** Below the charts. */
  children?: ReactNode;
};

/** Figures, revenue and funnel of one offer, batch or campaign. */
export function NarrowedPerformance({ selection, since, children }: Props) {
  const t = useTranslations();
  const { slug } = useShell().workspace;
  const [range, setRange] = useState<ReportRange>("30d");
  const { data, isPending, isError, refetch } = useQuery(
    couponPerformanceOptions(slug, { ...selection, ...(since ? { from: since } : { range }) }),
  );
  if (since && !hasAny(data)) return null;
  return (
    <section aria-label={t("coupon-performance.title")} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t("coupon-performance.title")}</h2>
        {since ? null : (
          <SegmentedControl
            label={t("analytics.range")}
            value={range}
            onValueChange={setRange}
            segments={reportRanges.map((value) => ({ value, label: t(`analytics.ranges.${value}`) }))}
          />
        )}
      </div>
      {isPending ? <FiguresSkeleton /> : null}
      {isError ? (
        <div className="rounded-lg border bg-card">
          <ErrorState className="py-8" onRetry={() => void refetch()} />
        </div>
      ) : null}
      {data ? (
        <>
          <ComputedAt at={data.updatedAt} />
          <PerformanceCards
            {...data}
            comparedTo={since ? undefined : t(`analytics.before.${range}`)}
            isPart={!("offerId" in selection)}
          />
          <div className="grid gap-4 lg:grid-cols-3">
            <div className="min-w-0 lg:col-span-2">
              <RevenueChart {...data} />
            </div>
            <CouponFunnel figures={data.current} />
          </div>
          {children}
        </>
      ) : null}
    </section>
  );
}

function hasAny(data: CouponPerformance | undefined): boolean {
  const { issued = 0, redemptions = 0, orders = 0 } = data?.current ?? {};
  return issued + redemptions + orders > 0;
}
