"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTransition } from "react";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { cn } from "@/components/ui/cn";
import { performanceGroupings } from "@/lib/domain/coupons/performance/grouping";

/** The grouping of the breakdown, kept in the URL; the server renders the change. */
export function GroupingPicker() {
  const t = useTranslations("coupon-performance");
  const [isChanging, startTransition] = useTransition();
  const [group, setGroup] = useQueryState(
    "group",
    parseAsStringLiteral(performanceGroupings)
      .withDefault("offer")
      .withOptions({ shallow: false, scroll: false, startTransition }),
  );
  return (
    <div aria-busy={isChanging} className={cn("min-w-0 overflow-x-auto", isChanging && "opacity-60")}>
      <SegmentedControl
        label={t("groupBy")}
        value={group}
        onValueChange={(next) => void setGroup(next)}
        segments={performanceGroupings.map((value) => ({ value, label: t(`groupings.${value}`) }))}
      />
    </div>
  );
}
