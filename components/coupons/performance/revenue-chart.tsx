"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { WorkspaceZone } from "@/components/analytics/workspace-zone";
import { TimeSeriesChart } from "@/components/charts/time-series-chart";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { toMajor } from "@/lib/domain/coupons/money/money";
import type { CouponPerformance } from "./api";
import { mainCurrency } from "./performance-cards";

type Props = Pick<CouponPerformance, "current" | "series" | "bucket" | "timeZone">;

const lines = [
  { key: "cashMinor", word: "cash", color: "var(--chart-1)" },
  { key: "attributedMinor", word: "attributed", color: "var(--chart-3)" },
  { key: "grantedMinor", word: "granted", color: "var(--chart-4)" },
] as const;

/** Cash, attributed and granted value over time, of one currency. */
export function RevenueChart({ current, series, bucket, timeZone }: Props) {
  const t = useTranslations("coupon-performance");
  const currencies = current.money.map(({ currency }) => currency);
  const [chosen, setChosen] = useState<string>();
  const currency = currencies.find((one) => one === chosen) ?? mainCurrency(current);
  const points = series.map(({ at, money }) => {
    const own = money.find((one) => one.currency === currency);
    return {
      label: at.toISOString(),
      values: Object.fromEntries(
        lines.map(({ key }) => [key, currency ? toMajor(own?.[key] ?? 0, currency) : 0]),
      ),
    };
  });
  return (
    <WorkspaceZone timeZone={timeZone}>
      <TimeSeriesChart
        title={t("revenue")}
        description={t(bucket === "hour" ? "hoursIn" : "daysIn", { timeZone })}
        heightPx={300}
        className="h-full"
        points={currency ? points : []}
        series={lines.map(({ key, word, color }) => ({ key, color, label: t(`figures.${word}`) }))}
        shape="line"
        granularity={bucket}
        valueFormat={currency ? { currency } : "integer"}
        actions={
          currencies.length > 1 ? (
            <SegmentedControl
              label={t("currency")}
              value={currency ?? ""}
              onValueChange={setChosen}
              segments={currencies.map((value) => ({ value, label: value }))}
            />
          ) : null
        }
      />
    </WorkspaceZone>
  );
}
