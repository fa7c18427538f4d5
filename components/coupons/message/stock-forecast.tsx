"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/display/card";

export type StockForecastProps = {
  coupon: { batchCode: string; offerName: string; needed: number; free: number; makeable: number };
};

/** Whether the codes suffice, and what happens when they do not. */
export function StockForecast({ coupon }: StockForecastProps) {
  const t = useTranslations("coupon-messages.forecast");
  const format = useFormatter();
  const { needed, free, makeable, offerName, batchCode } = coupon;
  const missing = Math.max(0, needed - free);
  const isShort = missing > makeable;
  const rows = [
    [t("needed"), needed],
    [t("free"), free],
  ] as const;
  return (
    <Card title={t("title")}>
      <p className="text-muted-foreground text-sm">
        {offerName} · <span className="font-mono text-xs">{batchCode}</span>
      </p>
      <dl className="mt-2 flex flex-col gap-1.5 text-sm">
        {rows.map(([term, count]) => (
          <div key={term} className="flex items-baseline justify-between gap-3">
            <dt className="text-muted-foreground">{term}</dt>
            <dd className="tabular-nums">{format.number(count, "integer")}</dd>
          </div>
        ))}
      </dl>
      <p className={cn("mt-2 text-sm", isShort && "text-danger")}>
        {missing === 0 ? t("enough") : t(isShort ? "short" : "made", { count: missing })}
      </p>
    </Card>
  );
}
