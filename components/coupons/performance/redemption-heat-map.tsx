"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { HeatMapChart } from "@/components/charts/heat-map-chart";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import type { HeatMap } from "@/lib/domain/coupons/performance/get-heat-map";
import { clockTime } from "@/lib/domain/timing/clock-time";
import { weekdays } from "@/lib/domain/timing/sending-window";
import { weekdayName, weekdayOfNumber } from "@/lib/domain/timing/weekday-names";

const measures = ["redemptions", "clicks", "orders"] as const;

const hours = Array.from({ length: 24 }, (_, hour) => hour);

const hourMinutes = 60;

/** When people redeem, click or order: weekday by hour of the workspace's clock. */
export function RedemptionHeatMap({ heatMap }: { heatMap: HeatMap }) {
  const t = useTranslations("coupon-performance");
  const locale = useLocale();
  const [measure, setMeasure] = useState<(typeof measures)[number]>("redemptions");
  const found = new Map(heatMap.cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  return (
    <HeatMapChart
      title={t("heatMap")}
      description={t("heatMapIn", { timeZone: heatMap.timeZone })}
      heightPx={280}
      rowHeading={t("weekday")}
      rows={weekdays.map((day, at) => ({
        key: String(at + 1),
        label: weekdayName(day, locale),
        shortLabel: weekdayName(day, locale, "short"),
      }))}
      columns={hours.map((hour) => ({ key: String(hour), label: clockTime(hour * hourMinutes) }))}
      labelEvery={3}
      amountOf={(day, hour) => found.get(`${day} ${hour}`)?.[measure] ?? 0}
      describe={(day, hour, value) =>
        t(`cells.${measure}`, {
          weekday: weekdayName(weekdayOfNumber(Number(day)), locale),
          hour: clockTime(Number(hour) * hourMinutes),
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
