"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ChartPoint, ChartSeries } from "@/components/charts/chart-series";
import { TimeSeriesChart } from "@/components/charts/time-series-chart";
import { hrefOf } from "@/components/layout/navigation";
import { useMay } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { Summary } from "@/lib/domain/analytics/get-summary";
import { WorkspaceZone } from "./workspace-zone";

const groupings = ["channel", "status"] as const;

const statusColors = {
  sent: "var(--chart-1)",
  delivered: "var(--success)",
  opened: "var(--chart-3)",
  clicked: "var(--chart-4)",
  failed: "var(--danger)",
} as const;

const counted = ["sent", "delivered", "opened", "clicked", "failed"] as const;

/** Sends over the range, as parts by channel or as lines by what became of them. */
export function SendsChart({ slug, summary }: { slug: string; summary: Summary }) {
  const t = useTranslations();
  const [group, setGroup] = useQueryState("group", parseAsStringLiteral(groupings).withDefault("channel"));
  const mayWrite = useMay("campaigns.write");
  const byChannel = group === "channel";
  const { current, channels, series, granularity, timeZone } = summary;
  const isEmpty = current.sent + current.failed + current.skipped === 0;
  const lines: ChartSeries[] = byChannel
    ? channels.map(({ channel }) => ({
        key: channel,
        label: t(`content.channels.${channel}`),
        color: `var(--channel-${channel.replace("_", "-")})`,
      }))
    : counted
        .filter((key) => key === "sent" || current[key] > 0)
        .map((key) => ({ key, label: t(`analytics.counts.${key}`), color: statusColors[key] }));
  const points = series.map(
    (point): ChartPoint => ({
      label: point.at.toISOString(),
      values: byChannel ? point.sentByChannel : Object.fromEntries(counted.map((key) => [key, point[key]])),
    }),
  );
  return (
    <WorkspaceZone timeZone={timeZone}>
      <TimeSeriesChart
        title={t("analytics.sendsOverTime")}
        description={t(granularity === "hour" ? "analytics.hoursIn" : "analytics.daysIn", { timeZone })}
        heightPx={300}
        points={isEmpty ? [] : points}
        series={lines}
        shape={byChannel ? "stacked" : "line"}
        granularity={granularity}
        actions={
          <SegmentedControl
            label={t("analytics.groupBy")}
            value={group}
            onValueChange={(next) => void setGroup(next)}
            segments={groupings.map((value) => ({ value, label: t(`analytics.groups.${value}`) }))}
          />
        }
        emptyState={
          <EmptyState
            className="py-4"
            icon={<Send aria-hidden />}
            title={t("analytics.nothingSentTitle")}
            description={t("analytics.nothingSentDescription")}
            actions={
              mayWrite ? (
                <ButtonLink href={hrefOf(slug, "campaigns/new")} variant="primary">
                  {t("analytics.newCampaign")}
                </ButtonLink>
              ) : null
            }
          />
        }
      />
    </WorkspaceZone>
  );
}
