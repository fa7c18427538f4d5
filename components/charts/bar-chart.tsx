"use client";

import { useTranslations } from "next-intl";
import {
  Bar,
  CartesianGrid,
  BarChart as RechartsBarChart,
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

export type BarChartProps = Omit<ChartFrameProps, "table" | "children" | "empty"> & {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  stacked?: boolean;
  valueFormat?: ValueFormat;
  /** How a point's label is written; as it is by default. */
  formatLabel?: (label: string) => string;
};

const asIs = (label: string) => label;

export function BarChart(props: BarChartProps) {
  const { points, series, stacked = false, valueFormat = "integer", formatLabel = asIs, ...frame } = props;
  const t = useTranslations("ui.chart");
  const text = useChartText(valueFormat);
  const plotPx = (frame.heightPx ?? 240) - (series.length > 1 ? 64 : 32);
  return (
    <ChartFrame
      {...frame}
      empty={points.length === 0}
      table={text.toTable(t("category"), points, series, formatLabel)}
    >
      {series.length > 1 ? <ChartLegend series={series} /> : null}
      <ResponsiveContainer width="100%" height={plotPx} initialDimension={{ width: 600, height: plotPx }}>
        <RechartsBarChart
          data={[...points]}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
          title={frame.title}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis dataKey="label" tickFormatter={formatLabel} {...axisStyle} minTickGap={16} />
          <YAxis
            width={44}
            allowDecimals={valueFormat !== "integer"}
            tickFormatter={text.formatTick}
            {...axisStyle}
          />
          <Tooltip
            cursor={{ fill: "var(--accent)", fillOpacity: 0.5 }}
            content={
              <ChartTooltip series={series} formatValue={text.formatValue} formatLabel={formatLabel} />
            }
          />
          {series.map((item, position) => (
            <Bar
              key={item.key}
              name={item.label}
              dataKey={(point: ChartPoint) => point.values[item.key] ?? 0}
              fill={colorOf(item, position)}
              stackId={stacked ? "all" : undefined}
              radius={stacked && position < series.length - 1 ? 0 : [3, 3, 0, 0]}
              maxBarSize={36}
              isAnimationActive={false}
            />
          ))}
        </RechartsBarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
