"use client";

import { useQuery } from "@tanstack/react-query";
import { Braces, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { useLive } from "@/lib/browser/realtime/use-live";
import { campaignStatuses } from "@/lib/domain/campaigns/campaign";
import { channels } from "@/lib/domain/channels/channel";
import { campaignsOptions } from "../api";
import { type AskedAct, CampaignConfirm } from "../campaign-confirm";
import { campaignHref } from "../campaign-href";
import { ImportDocumentDialog } from "../document/import-document-dialog";
import { CampaignBulkActions } from "./campaign-bulk-actions";
import { CampaignMenuItems } from "./campaign-menu-items";
import { CampaignStarters } from "./campaign-starters";
import { CampaignTabs } from "./campaign-tabs";
import { useCampaignColumns } from "./use-campaign-columns";

const filterWords = { status: campaignStatuses, channelType: channels } as const;

/** Figures of what is being sent need not move every second here. */
const refreshPauseMillis = 3_000;

export function CampaignsScreen() {
  const t = useTranslations("campaigns");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("campaigns.write");
  const state = useTableState({ filters: filterWords, defaultSort: "-created_at" });
  const query = useQuery(useLive(campaignsOptions(slug, state.query), refreshPauseMillis));
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const columns = useCampaignColumns();
  const filters = useFilters();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayWrite ? (
            <>
              <ImportDocumentDialog trigger={<Button icon={<Braces />}>{t("document.open")}</Button>} />
              <ButtonLink href={hrefOf(slug, "campaigns/new")} variant="primary" icon={<Plus />}>
                {t("new")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <CampaignTabs
        workspace={slug}
        status={state.filters.status ?? []}
        filter={{
          ...(state.search ? { q: state.search } : {}),
          ...(state.filters.channelType ? { channelType: state.filters.channelType } : {}),
        }}
        onStatusChange={(status) => state.setFilter("status", status)}
      />
      <DataTable
        tableId="campaigns"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={(campaign) => campaign.id}
        rowName={(campaign) => campaign.name}
        rowHref={(campaign) => campaignHref(slug, campaign, mayWrite)}
        rowMenu={(campaign) => <CampaignMenuItems campaign={campaign} onAsk={setAsked} />}
        searchPlaceholder={t("searchPlaceholder")}
        filters={filters}
        {...(mayWrite
          ? { bulkActions: (selection) => <CampaignBulkActions workspace={slug} selection={selection} /> }
          : {})}
        empty={<CampaignStarters />}
      />
      <CampaignConfirm workspace={slug} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function useFilters(): TableFilter[] {
  const t = useTranslations();
  return [
    {
      id: "status",
      label: t("campaigns.columns.status"),
      options: campaignStatuses.map((value) => ({ value, label: t(`campaigns.statuses.${value}`) })),
    },
    {
      id: "channelType",
      label: t("campaigns.columns.channel"),
      options: channels.map((value) => ({
        value,
        label: t(`content.channels.${value}`),
        icon: <ChannelIcon channel={value} />,
      })),
    },
  ];
}
