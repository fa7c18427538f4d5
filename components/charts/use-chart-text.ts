"use client";

import { useFormatter } from "next-intl";
import type { ChartTable } from "@/components/charts/chart-frame";
import type { ChartPoint, ChartSeries } from "@/components/charts/chart-series";

/** An amount of money is in the currency itself, not in its minor units. */
export type ValueFormat = "integer" | "compact" | "percent" | { currency: string };

/** Numbers of a chart as words: for its axis, its tooltip and its table. */
export function useChartText(valueFormat: ValueFormat) {
  const format = useFormatter();
  const formatValue = (value: number) =>
    typeof valueFormat === "object"
      ? format.number(value, {
          style: "currency",
          currency: valueFormat.currency,
          currencyDisplay: "narrowSymbol",
        })
      : format.number(value, valueFormat === "percent" ? "percent" : "integer");
  const formatTick = (value: number) => format.number(value, valueFormat === "percent" ? "percent" : "tick");

  const toTable = (
    heading: string,
    points: readonly ChartPoint[],
    series: readonly ChartSeries[],
    formatLabel: (label: string) => string,
  ): ChartTable => ({
    columns: [heading, ...series.map((item) => item.label)],
    rows: points.map((point) => ({
      label: formatLabel(point.label),
      cells: series.map((item) => formatValue(point.values[item.key] ?? 0)),
    })),
  });

  return { formatValue, formatTick, toTable };
}
