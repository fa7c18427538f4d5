"use client";

import { type ChartSeries, colorOf } from "@/components/charts/chart-series";

export type ChartTooltipProps = {
  active?: boolean;
  label?: string | number;
  payload?: readonly { value?: unknown; dataKey?: unknown; name?: unknown }[];
  series: readonly ChartSeries[];
  formatValue: (value: number) => string;
  formatLabel: (label: string) => string;
};

export function ChartTooltip({
  active,
  label,
  payload,
  series,
  formatValue,
  formatLabel,
}: ChartTooltipProps) {
  if (!active || !payload || payload.length === 0) return null;
  return (
    <div className="min-w-36 rounded-md bg-popover px-2.5 py-2 text-xs shadow-md">
      <p className="mb-1 font-medium">{formatLabel(String(label ?? ""))}</p>
      {payload.map((entry) => {
        const position = series.findIndex((item) => item.label === entry.name);
        const item = series[position];
        if (!item) return null;
        return (
          <p key={item.key} className="flex items-center gap-2 leading-5">
            <span aria-hidden className="size-2 rounded-xs" style={{ background: colorOf(item, position) }} />
            <span className="flex-1 text-muted-foreground">{item.label}</span>
            <span className="font-medium tabular-nums">{formatValue(Number(entry.value ?? 0))}</span>
          </p>
        );
      })}
    </div>
  );
}
