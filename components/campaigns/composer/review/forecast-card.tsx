"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/display/card";
import type { CampaignForecast } from "../../api";

/** Audience, those who will be reached, and those who will not, with the reason in words. */
export function ForecastCard({ forecast, isFresh }: { forecast: CampaignForecast; isFresh: boolean }) {
  const t = useTranslations("campaigns");
  const tReason = useTranslations("notifications.skipReasons");
  const format = useFormatter();
  const { audience, final, skipped, times } = forecast;
  const share = audience > 0 ? final / audience : 0;
  const left = [
    ...skipped,
    { reason: "frequency_cap" as const, count: times?.capped ?? 0 },
    { reason: "quiet_hours" as const, count: times?.neverInTime ?? 0 },
  ].filter(({ count }) => count > 0);
  return (
    <Card title={t("forecast.title")} aria-busy={!isFresh}>
      <p
        className={cn(
          "font-semibold text-3xl tabular-nums transition-colors",
          !isFresh && "text-muted-foreground",
        )}
      >
        {format.number(final, "integer")}
      </p>
      <p className="text-muted-foreground text-sm">
        {t("forecast.ofAudience", { count: audience, share: format.number(share, "percent") })}
      </p>
      <div aria-hidden className="mt-3 h-1.5 overflow-hidden rounded-full bg-accent">
        <div className="h-full rounded-full bg-brand-solid" style={{ width: `${share * 100}%` }} />
      </div>
      {left.length > 0 ? (
        <>
          <h3 className="mt-4 font-medium text-sm">{t("forecast.skipped")}</h3>
          <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
            {left.map(({ reason, count }) => (
              <div key={reason} className="flex items-baseline justify-between gap-3">
                <dt className="text-muted-foreground">{tReason(reason)}</dt>
                <dd className="tabular-nums">{format.number(count, "integer")}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </Card>
  );
}
