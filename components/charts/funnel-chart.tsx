"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame, type ChartFrameProps } from "@/components/charts/chart-frame";
import { colorOf } from "@/components/charts/chart-series";

export type FunnelStep = { key: string; label: string; value: number; color?: string };

export type FunnelChartProps = Omit<ChartFrameProps, "table" | "children" | "empty"> & {
  steps: readonly FunnelStep[];
};

/** Each step as a share of the first, with what was kept from the step before. */
export function FunnelChart({ steps, ...frame }: FunnelChartProps) {
  const t = useTranslations("ui.chart");
  const format = useFormatter();
  const first = steps[0]?.value ?? 0;
  const share = (value: number, of: number) => (of > 0 ? value / of : 0);
  const percent = (value: number, of: number) => format.number(share(value, of), "percent");
  const before = (position: number) => steps[position - 1]?.value ?? first;
  const rows = steps.map((step, position) => ({
    label: step.label,
    cells: [format.number(step.value), percent(step.value, before(position)), percent(step.value, first)],
  }));
  return (
    <ChartFrame
      {...frame}
      empty={first === 0}
      table={{ columns: [t("step"), t("count"), t("ofPrevious"), t("ofFirst")], rows }}
    >
      <ol className="space-y-3">
        {steps.map((step, position) => (
          <li key={step.key} className="text-sm">
            <div className="mb-1 flex items-baseline justify-between gap-3">
              <span className="truncate font-medium">{step.label}</span>
              <span className="shrink-0 text-muted-foreground tabular-nums">
                <span className="font-medium text-foreground">{format.number(step.value)}</span>
                {position > 0 ? ` · ${percent(step.value, before(position))}` : null}
              </span>
            </div>
            <div className="h-2.5 overflow-hidden rounded-sm bg-accent">
              <div
                className="h-full min-w-px rounded-sm"
                style={{
                  width: `${share(step.value, first) * 100}%`,
                  background: colorOf(step, 0),
                  opacity: 1 - position * 0.12,
                }}
              />
            </div>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
