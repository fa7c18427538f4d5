"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CampaignAnalytics } from "@/components/analytics/api";
import { TimeSeriesChart } from "@/components/charts/time-series-chart";
import { Card } from "@/components/ui/display/card";
import { type SmallColumn, SmallTable } from "@/components/ui/display/small-table";

type Row = { key: "opened" | "clicked"; people: number; times: number; automated: number };

/** Opens and clicks: by people and by times, and what machines did apart. */
export function Engagement({ analytics }: { analytics: CampaignAnalytics }) {
  const t = useTranslations("campaigns.engagement");
  const rows: Row[] = [
    {
      key: "opened",
      people: analytics.opened,
      times: analytics.opens,
      automated: analytics.automatedOpens,
    },
    {
      key: "clicked",
      people: analytics.clicked,
      times: analytics.clicks,
      automated: analytics.automatedClicks,
    },
  ];
  const numberOf = useNumberColumn();
  const columns: SmallColumn<Row>[] = [
    { header: t("what"), cell: ({ key }) => t(key) },
    numberOf(t("people"), ({ people }) => people),
    numberOf(t("times"), ({ times }) => times),
    numberOf(t("automated"), ({ automated }) => automated),
  ];
  const points = analytics.series
    .filter(({ opens, clicks }) => opens + clicks > 0)
    .map(({ at, opens, clicks }) => ({ label: at.toISOString(), values: { opens, clicks } }));
  return (
    <>
      <Card title={t("title")} description={t("description")} flush>
        <SmallTable caption={t("title")} columns={columns} rows={rows} keyOf={({ key }) => key} />
      </Card>
      {points.length > 0 ? (
        <TimeSeriesChart
          title={t("perHour")}
          points={points}
          series={[
            { key: "opens", label: t("opens") },
            { key: "clicks", label: t("clicks") },
          ]}
          shape="line"
          granularity="hour"
        />
      ) : null}
      <Links links={analytics.links} />
    </>
  );
}

type Link = CampaignAnalytics["links"][number];

function Links({ links }: { links: readonly Link[] }) {
  const t = useTranslations("campaigns.engagement");
  const numberOf = useNumberColumn();
  if (links.length === 0) return null;
  const columns: SmallColumn<Link>[] = [
    {
      header: t("link"),
      cell: ({ url, linkNo }) => <span className="break-all">{url || t("linkNo", { number: linkNo })}</span>,
    },
    numberOf(t("people"), ({ clicked }) => clicked),
    numberOf(t("times"), ({ clicks }) => clicks),
    { ...numberOf(t("automated"), ({ automated }: Link) => automated), className: "w-24 max-sm:hidden" },
  ];
  return (
    <Card title={t("links")} flush>
      <SmallTable
        caption={t("links")}
        columns={columns}
        rows={links}
        keyOf={({ variant, linkNo }) => `${variant}-${linkNo}`}
      />
    </Card>
  );
}

function useNumberColumn() {
  const format = useFormatter();
  return <T,>(header: string, read: (row: T) => number): SmallColumn<T> => ({
    header,
    cell: (row) => format.number(read(row), "integer"),
    align: "right",
    className: "w-24 max-sm:w-20",
  });
}
