"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const tones = {
  brand: "bg-brand-solid",
  success: "bg-success-solid",
  warning: "bg-warning-solid",
  danger: "bg-danger-solid",
};

export type ProgressProps = {
  label: ReactNode;
  /** `null` while the total is unknown. */
  value: number | null;
  max?: number;
  /** Text on the right instead of the percentage: "8,412 of 20,000". */
  detail?: ReactNode;
  tone?: keyof typeof tones;
  /** Only the bar is drawn; the label stays its name. */
  compact?: boolean;
  className?: string;
};

export function Progress({
  label,
  value,
  max = 100,
  detail,
  tone = "brand",
  compact,
  className,
}: ProgressProps) {
  const format = useFormatter();
  const percent =
    value === null ? "" : format.number(value / max, { style: "percent", maximumFractionDigits: 0 });
  return (
    <BaseProgress.Root
      value={value}
      max={max}
      getAriaValueText={() => (typeof detail === "string" ? `${percent}, ${detail}` : percent)}
      className={cn("grid grid-cols-[1fr_auto] gap-x-3 gap-y-1.5 text-xs", className)}
    >
      <BaseProgress.Label className={compact ? "sr-only" : "font-medium"}>{label}</BaseProgress.Label>
      {compact ? null : <span className="text-muted-foreground tabular-nums">{detail ?? percent}</span>}
      <BaseProgress.Track className="col-span-full h-1.5 overflow-hidden rounded-full bg-accent">
        <BaseProgress.Indicator
          className={cn(
            "h-full rounded-full transition-[width] duration-300 data-indeterminate:w-1/3 data-indeterminate:animate-pulse",
            tones[tone],
          )}
        />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
