"use client";

import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/display/date-time";

/** How old the figures are: when they were last computed, not when somebody asked. */
export function ComputedAt({ at }: { at: Date | null }) {
  const t = useTranslations("coupon-performance");
  return (
    <p className="text-muted-foreground text-xs">
      {at ? t.rich("computedAt", { at: () => <DateTime key="at" value={at} /> }) : t("notComputed")}
    </p>
  );
}
