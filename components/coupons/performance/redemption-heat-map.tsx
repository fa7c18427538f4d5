"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { HeatMapChart } from "@/components/charts/heat-map-chart";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import type { HeatMap } from "@/lib/domain/coupons/performance/get-heat-map";

const measures = ["redemptions", "clicks", "orders"] as const;

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A Monday, so that the week begins with it. */
const monday = Date.UTC(2024, 0, 1);
const dayMillis = 86_400_000;
const hourMillis = 3_600_000;

/** When people redeem, click or order: weekday by hour of the workspace's clock. */
export function RedemptionHeatMap({ heatMap }: { heatMap: HeatMap }) {
  const t = useTranslations("coupon-performance");
  const format = useFormatter();
  const locale = useLocale();
  const [measure, setMeasure] = useState<(typeof measures)[number]>("redemptions");
  const found = new Map(heatMap.cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  const weekday = (day: number, style: "long" | "short") =>
    format.dateTime(new Date(monday + (day - 1) * dayMillis), { weekday: style, timeZone: "UTC" });
  const hourLabel = (hour: number) =>
    new Date(monday + hour * hourMillis).toLocaleTimeString(locale, {
      hour: "2-digit",
      hourCycle: "h23",
      timeZone: "UTC",
    });
  return (
    <HeatMapChart
      title={t("heatMap")}
      description={t("heatMapIn", { timeZone: heatMap.timeZone })}
      heightPx={280}
      rowHeading={t("weekday")}
      rows={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
        key: String(day),
        label: weekday(day, "long"),
        shortLabel: weekday(day, "short"),
      }))}
      columns={hours.map((hour) => ({ key: String(hour), label: hourLabel(hour) }))}
      labelEvery={3}
      amountOf={(day, hour) => found.get(`${day} ${hour}`)?.[measure] ?? 0}
      describe={(day, hour, value) =>
        t(`cells.${measure}`, {
          weekday: weekday(Number(day), "long"),
          hour: hourLabel(Number(hour)),
          value,
        })
      }
      scale={{ least: t("less"), most: t("more") }}
      actions={
        <SegmentedControl
          label={t("measure")}
          value={measure}
          onValueChange={setMeasure}
          segments={measures.map((value) => ({ value, label: t(`measures.${value}`) }))}
        />
      }
    />
  );
}
