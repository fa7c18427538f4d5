"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Progress } from "@/components/ui/feedback/progress";

export type CounterBarProps = { taken: number; usesMax: number | null; compact?: boolean };

const nearlyAll = 0.9;

/** How many uses are taken of how many: ∞ where there is no limit. */
export function CounterBar({ taken, usesMax, compact }: CounterBarProps) {
  const t = useTranslations("offers");
  const format = useFormatter();
  const count = format.number(taken, "integer");
  const detail =
    usesMax === null
      ? t("counter.endless", { taken: count })
      : t("counter.of", { taken: count, max: format.number(usesMax, "integer") });
  if (usesMax === null) {
    return (
      <span className="tabular-nums">
        <span aria-hidden>{detail}</span>
        <span className="sr-only">{t("counter.endlessWords", { taken: count })}</span>
      </span>
    );
  }
  const share = taken / usesMax;
  const bar = (
    <Progress
      label={t("counter.label")}
      value={taken}
      max={usesMax}
      detail={detail}
      tone={share >= 1 ? "danger" : share >= nearlyAll ? "warning" : "brand"}
      {...(compact ? { compact } : {})}
    />
  );
  if (!compact) return bar;
  return (
    <span className="flex w-32 flex-col gap-1">
      <span className="text-sm tabular-nums">{detail}</span>
      {bar}
    </span>
  );
}
