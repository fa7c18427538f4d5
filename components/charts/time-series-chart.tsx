"use client";

import { useFormatter, useTranslations } from "next-intl";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisStyle } from "@/components/charts/axis-style";
import { ChartFrame, type ChartFrameProps } from "@/components/charts/chart-frame";
import { ChartLegend } from "@/components/charts/chart-legend";
import { type ChartPoint, type ChartSeries, colorOf } from "@/components/charts/chart-series";
import { ChartTooltip } from "@/components/charts/chart-tooltip";
import { useChartText, type ValueFormat } from "@/components/charts/use-chart-text";

export type TimeSeriesChartProps = Omit<ChartFrameProps, "table" | "children" | "empty"> & {
  /** `label` is an ISO instant. */
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  /** Lines to compare, an area for one series, bars for the parts of each day's or hour's whole. */
  shape?: "line" | "area" | "stacked";
  granularity?: "hour" | "day";
  valueFormat?: ValueFormat;
};

export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { points, series, shape = "area", granularity = "day", valueFormat = "integer", ...frame } = props;
  const t = useTranslations("ui.chart");
  const format = useFormatter();
  const text = useChartText(valueFormat);
  const plotPx = (frame.heightPx ?? 240) - (series.length > 1 ? 64 : 32);
  const formatTick = (label: string) =>
    format.dateTime(new Date(label), granularity === "day" ? "day" : "time");
  const formatLabel = (label: string) =>
    format.dateTime(new Date(label), granularity === "day" ? "date" : "dateTime");
  return (
    <ChartFrame
      {...frame}
      empty={points.length === 0}
      table={text.toTable(t("time"), points, series, formatLabel)}
    >
      {series.length > 1 ? <ChartLegend series={series} /> : null}
      <ResponsiveContainer width="100%" height={plotPx} initialDimension={{ width: 600, height: plotPx }}>
        <ComposedChart
          data={[...points]}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
          title={frame.title}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis dataKey="label" tickFormatter={formatTick} {...axisStyle} minTickGap={36} />
          <YAxis
            width={44}
            allowDecimals={valueFormat !== "integer"}
            tickFormatter={text.formatTick}
            {...axisStyle}
          />
          <Tooltip
            cursor={{ stroke: "var(--border-strong)" }}
            content={
              <ChartTooltip series={series} formatValue={text.formatValue} formatLabel={formatLabel} />
            }
          />
          {series.map((item, position) => {
            const shared = {
              name: item.label,
              dataKey: (point: ChartPoint) => point.values[item.key] ?? 0,
              stroke: colorOf(item, position),
              strokeWidth: 1.75,
              type: "monotone" as const,
              isAnimationActive: false,
            };
            if (shape === "stacked") {
              return (
                <Bar
                  key={item.key}
                  {...shared}
                  type={undefined}
                  stroke="none"
                  fill={colorOf(item, position)}
                  stackId="all"
                  maxBarSize={28}
                />
              );
            }
            if (shape === "line") return <Line key={item.key} {...shared} dot={false} />;
            return <Area key={item.key} {...shared} fill={colorOf(item, position)} fillOpacity={0.12} />;
          })}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
