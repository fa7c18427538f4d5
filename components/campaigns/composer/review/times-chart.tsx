"use client";

import { useFormatter, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import type { CampaignForecast } from "../../api";

type Times = NonNullable<CampaignForecast["times"]>;

/** In which hours people would get it, on the workspace's clock; who gets it in none is said below. */
export function TimesChart({ times, timeZone }: { times: Times; timeZone: string }) {
  const t = useTranslations("campaigns.forecast.times");
  const format = useFormatter();
  const hourOf = (label: string) =>
    format.dateTime(new Date(label), { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone });
  const left = [
    times.capped > 0 ? t("capped", { count: times.capped }) : "",
    times.neverInTime > 0 ? t("never", { count: times.neverInTime }) : "",
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-2">
      <BarChart
        title={t("title")}
        description={t(times.isEstimate ? "estimate" : "description", { zone: timeZone })}
        heightPx={180}
        points={times.byHour.map(({ hour, count }) => ({
          label: hour.toISOString(),
          values: { people: count },
        }))}
        series={[{ key: "people", label: t("people") }]}
        formatLabel={hourOf}
      />
      {left.map((line) => (
        <p key={line} className="text-muted-foreground text-sm">
          {line}
        </p>
      ))}
    </div>
  );
}
