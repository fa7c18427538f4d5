"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Cell, Pie, PieChart, ResponsiveContainer } from "recharts";
import { ChartFrame, type ChartFrameProps } from "@/components/charts/chart-frame";
import { colorOf } from "@/components/charts/chart-series";

export type Slice = { key: string; label: string; value: number; color?: string };

export type DonutChartProps = Omit<ChartFrameProps, "table" | "children" | "empty"> & {
  slices: readonly Slice[];
};

/** Parts of a whole; every part is also written beside it with its share. */
export function DonutChart({ slices, ...frame }: DonutChartProps) {
  const t = useTranslations("ui.chart");
  const format = useFormatter();
  const total = slices.reduce((sum, slice) => sum + slice.value, 0);
  const shareOf = (value: number) => format.number(total > 0 ? value / total : 0, "percent");
  const rows = slices.map((slice) => ({
    label: slice.label,
    cells: [format.number(slice.value), shareOf(slice.value)],
  }));
  return (
    <ChartFrame
      {...frame}
      empty={total === 0}
      table={{ columns: [t("category"), t("count"), t("share")], rows }}
    >
      <div className="flex flex-wrap items-center justify-center gap-x-8 gap-y-4">
        <div className="relative size-40">
          <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 160, height: 160 }}>
            <PieChart accessibilityLayer={false} aria-hidden>
              <Pie
                data={[...slices]}
                dataKey="value"
                nameKey="label"
                innerRadius="68%"
                outerRadius="100%"
                paddingAngle={1.5}
                stroke="none"
                startAngle={90}
                endAngle={-270}
                rootTabIndex={-1}
                isAnimationActive={false}
              >
                {slices.map((slice, position) => (
                  <Cell key={slice.key} fill={colorOf(slice, position)} />
                ))}
              </Pie>
            </PieChart>
          </ResponsiveContainer>
          <p className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center">
            <span className="font-semibold text-xl tabular-nums">{format.number(total, "compact")}</span>
            <span className="text-muted-foreground text-xs">{t("total")}</span>
          </p>
        </div>
        <ul className="min-w-44 flex-1 space-y-2 text-sm">
          {slices.map((slice, position) => (
            <li key={slice.key} className="flex items-center gap-2">
              <span
                aria-hidden
                className="size-2.5 rounded-xs"
                style={{ background: colorOf(slice, position) }}
              />
              <span className="min-w-0 flex-1 truncate">{slice.label}</span>
              <span className="tabular-nums">{format.number(slice.value)}</span>
              <span className="w-12 text-right text-muted-foreground tabular-nums">
                {shareOf(slice.value)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}
