"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/content/channel-icon";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import type { Campaign } from "../api";
import { CampaignStatusPill } from "../campaign-status-pill";
import { NextDate } from "../schedule/next-date";

export function useCampaignColumns(): TableColumn<Campaign>[] {
  const t = useTranslations("campaigns.columns");
  return [
    {
      id: "name",
      header: t("name"),
      primary: true,
      sortable: true,
      width: "30%",
      cell: (campaign) => campaign.name,
    },
    {
      id: "status",
      header: t("status"),
      card: "aside",
      cell: (campaign) => <CampaignStatusPill status={campaign.status} />,
    },
    {
      id: "channel",
      header: t("channel"),
      card: "aside",
      cell: (campaign) => <ChannelName campaign={campaign} />,
    },
    {
      id: "reach",
      header: t("sent"),
      align: "end",
      cell: (campaign) => <Reach totals={campaign.totals} />,
    },
    { id: "schedule", header: t("schedule"), cell: (campaign) => <Schedule campaign={campaign} /> },
    {
      id: "created_by",
      header: t("createdBy"),
      card: "none",
      cell: (campaign) => <span className="truncate text-muted-foreground">{campaign.createdBy}</span>,
    },
    {
      id: "created_at",
      header: t("createdAt"),
      sortable: true,
      card: "none",
      cell: (campaign) => <DateTime value={campaign.createdAt} className="text-muted-foreground" />,
    },
  ];
}

function ChannelName({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("content.channels");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap align-middle">
      <ChannelIcon channel={campaign.channelType} />
      {t(campaign.channelType)}
    </span>
  );
}

/** How many of how many; nothing before there is a run. */
function Reach({ totals }: Pick<Campaign, "totals">) {
  const t = useTranslations("campaigns.columns");
  const format = useFormatter();
  if (!totals) return <span className="text-subtle-foreground">–</span>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {format.number(totals.sent, "integer")}
      <span className="text-muted-foreground"> / {format.number(totals.audience, "integer")}</span>
      <span className="sr-only"> {t("sentOfAudience")}</span>
    </span>
  );
}

function Schedule({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns.columns");
  const { status, scheduledAt, startedAt, endedAt, scheduleType } = campaign;
  if (scheduleType === "recurring" && status !== "draft" && !endedAt) return <NextDate campaign={campaign} />;
  const moment = endedAt ?? startedAt ?? (status === "draft" ? null : scheduledAt);
  if (!moment) return <span className="text-muted-foreground">{t("notScheduled")}</span>;
  return <DateTime value={moment} display="dateTime" className="whitespace-nowrap" />;
}
