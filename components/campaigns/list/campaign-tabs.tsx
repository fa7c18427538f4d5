"use client";

import { useQueries } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/navigation/tabs";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import { campaignCountOptions } from "../api";

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

export type CampaignTabsProps = {
  workspace: string;
  status: readonly CampaignStatus[];
  onStatusChange: (status: CampaignStatus[]) => void;
};

/** Shortcuts of the status filter, with how many campaigns each holds. */
export function CampaignTabs({ workspace, status, onStatusChange }: CampaignTabsProps) {
  const t = useTranslations("campaigns.tabs");
  const format = useFormatter();
  const counts = useQueries({ queries: tabNames.map((name) => campaignCountOptions(workspace, tabs[name])) });
  // A combination that no tab stands for lights none of them.
  const active = tabNames.find((name) => isSame(tabs[name], status)) ?? ("" as TabName);
  return (
    <Tabs
      label={t("label")}
      className="mb-4"
      value={active}
      onValueChange={(name) => onStatusChange([...tabs[name]])}
      tabs={tabNames.map((value, position) => {
        const count = counts[position]?.data;
        return {
          value,
          label: t(value),
          ...(count === undefined ? {} : { count: format.number(count, "integer") }),
        };
      })}
    />
  );
}
