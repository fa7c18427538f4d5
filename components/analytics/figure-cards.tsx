"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { StatCard } from "@/components/charts/stat-card";
import { hrefOf } from "@/components/layout/navigation";
import { useMay } from "@/components/layout/shell-context";
import { useClock } from "@/lib/browser/use-clock";
import type { Summary } from "@/lib/domain/analytics/get-summary";

type Props = { slug: string; summary: Summary; today: Summary };

/** The five figures of the home screen. */
export function FigureCards({ slug, summary, today }: Props) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const mayWrite = useMay("campaigns.write");
  const { changes, todayChange, nextCampaign, sendingCampaignCount, scheduledCampaignCount } = summary;
  return (
    <div className="grid grid-flow-dense grid-cols-2 gap-3 lg:grid-cols-5 max-lg:[&>*:first-child]:col-span-2 max-sm:[&>*:nth-child(3)]:col-span-2 max-sm:[&>*:nth-child(5)]:col-span-2">
      <StatCard
        label={t("figures.sent", { range: t(`ranges.${summary.range}`) })}
        value={format.number(summary.current.sent)}
        href={hrefOf(slug, "notifications")}
        trend={summary.series.map((point) => point.sent)}
        {...compared(changes.sent, t(`before.${summary.range}`))}
        detail={t("everSent", { count: summary.totalNotificationsSent })}
      />
      <StatCard
        label={t("figures.today")}
        value={format.number(summary.todayNotifications)}
        href={hrefOf(slug, "notifications")}
        trend={today.series.map((point) => point.sent)}
        {...compared(todayChange, t("before.today"), t("nothingYesterday"))}
      />
      <StatCard
        label={t("figures.next")}
        value={summary.nextNotificationTime ? <NextSend at={summary.nextNotificationTime} /> : t("noNext")}
        detail={nextCampaign?.name ?? t("noNextDetail")}
        href={hrefOf(slug, nextCampaign || !mayWrite ? "campaigns?status=scheduled" : "campaigns/new")}
      />
      <StatCard
        label={t("figures.active")}
        value={format.number(summary.activeCampaignCount)}
        detail={t("activeDetail", { sending: sendingCampaignCount, scheduled: scheduledCampaignCount })}
        href={hrefOf(slug, "campaigns?status=sending,scheduled")}
      />
      <StatCard
        label={t("figures.connected")}
        value={format.number(summary.connectedApplicationsCount)}
        detail={t(summary.connectedApplicationsCount > 0 ? "connectedDetail" : "sandboxDetail")}
        href={hrefOf(slug, "providers")}
      />
    </div>
  );
}

const minuteMillis = 60_000;

function NextSend({ at }: { at: Date }) {
  const format = useFormatter();
  const now = useClock(minuteMillis, useNow());
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, "exact")} suppressHydrationWarning>
      {format.relativeTime(at, now)}
    </time>
  );
}

function compared(ratio: number | null, comparedTo: string, otherwise?: string) {
  return ratio === null ? { detail: otherwise } : { change: { ratio, comparedTo } };
}
