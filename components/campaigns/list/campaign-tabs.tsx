"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/navigation/tabs";
import { useLive } from "@/lib/browser/realtime/use-live";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { Channel } from "@/lib/domain/channels/channel";
import { campaignCountsOptions } from "../api";

const tabs = {
  all: [],
  draft: ["draft"],
  scheduled: ["scheduled"],
  sending: ["sending", "paused"],
  sent: ["sent"],
  stopped: ["cancelled", "failed"],
} as const satisfies Record<string, readonly CampaignStatus[]>;

type TabName = keyof typeof tabs;

const tabNames = Object.keys(tabs) as TabName[];

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((word) => right.includes(word));

type Counts = { total: number; byStatus: Record<CampaignStatus, number> };

const countOf = ({ total, byStatus }: Counts, name: TabName): number =>
  name === "all" ? total : tabs[name].reduce((sum, status) => sum + byStatus[status], 0);

export type CampaignTabsProps = {
  workspace: string;
  status: readonly CampaignStatus[];
  /** The other filters of the list. */
  filter: { q?: string; channelType?: Channel[] };
  onStatusChange: (status: CampaignStatus[]) => void;
};

/** Shortcuts of the status filter, with how many campaigns each holds. */
export function CampaignTabs({ workspace, status, filter, onStatusChange }: CampaignTabsProps) {
  const t = useTranslations("campaigns.tabs");
  const format = useFormatter();
  const { data: counts } = useQuery(useLive(campaignCountsOptions(workspace, filter)));
  // A combination that no tab stands for lights none of them.
  const active = tabNames.find((name) => isSame(tabs[name], status)) ?? ("" as TabName);
  return (
    <Tabs
      label={t("label")}
      className="mb-4"
      value={active}
      onValueChange={(name) => onStatusChange([...tabs[name]])}
      tabs={tabNames.map((value) => ({
        value,
        label: t(value),
        ...(counts ? { count: format.number(countOf(counts, value), "integer") } : {}),
      }))}
    />
  );
}
