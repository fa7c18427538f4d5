"use client";

import { useTranslations } from "next-intl";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { cn } from "@/components/ui/cn";
import { reportRanges } from "@/lib/domain/analytics/report-range";
import { useRange } from "./use-range";

export function RangePicker() {
  const t = useTranslations("analytics");
  const { range, setRange, isChanging } = useRange();
  return (
    <div aria-busy={isChanging} className={cn("transition-opacity", isChanging && "opacity-60")}>
      <SegmentedControl
        label={t("range")}
        value={range}
        onValueChange={(next) => void setRange(next)}
        segments={reportRanges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
      />
    </div>
  );
}
