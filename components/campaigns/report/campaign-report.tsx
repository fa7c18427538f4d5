"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { campaignAnalyticsOptions } from "@/components/analytics/api";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { hrefOf } from "@/components/layout/navigation";
import { useMay, useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { useLive } from "@/lib/browser/realtime/use-live";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { RunTotals } from "@/lib/domain/runs/run";
import type { Campaign, CampaignProgress } from "../api";
import { Engagement } from "./engagement";
import { LostToCard } from "./lost-to-card";
import { ReasonsTable } from "./reasons-table";
import { TotalsBalance } from "./totals-balance";

export type CampaignReportProps = {
  campaign: Campaign;
  status: CampaignStatus;
  totals: RunTotals;
  progress: CampaignProgress | undefined;
};

/** What became of everybody. */
export function CampaignReport({ campaign, status, totals, progress }: CampaignReportProps) {
  const t = useTranslations("campaigns.report");
  const { slug } = useShell().workspace;
  const maySee = useMay("analytics.read");
  const analytics = useQuery({
    ...useLive(campaignAnalyticsOptions(slug, { ...campaign, status })),
    enabled: maySee,
  });
  const { data } = analytics;
  const step = (key: "audience" | "sent" | "delivered" | "opened" | "clicked", value: number) => ({
    key,
    label: t(`funnel.${key}`),
    value,
  });
  // Push services tell nobody who saw it: a bar of nought would be a claim.
  const isReported = !data || data.deliveredRate !== null;
  const hasOpens = (data?.opened ?? 0) > 0;
  return (
    <>
      <TotalsBalance totals={totals} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <FunnelChart
          title={t("funnelTitle")}
          description={t(data && !hasOpens ? "noOpens" : "funnelHelp")}
          loading={analytics.isPending && maySee}
          steps={[
            step("audience", totals.audience),
            step("sent", totals.sent),
            ...(isReported ? [step("delivered", Math.min(data?.delivered ?? 0, totals.sent))] : []),
            step("opened", data?.opened ?? 0),
            step("clicked", data?.clicked ?? 0),
          ]}
        />
        <ReasonsTable
          skippedByReason={progress?.skippedByReason ?? {}}
          failedByCode={progress?.failedByCode ?? {}}
          totals={totals}
        />
        <LostToCard campaignId={campaign.id} />
      </div>
      {data ? <Engagement analytics={data} /> : null}
      {campaign.runId ? (
        <ButtonLink
          href={`${hrefOf(slug, "notifications")}?run=${toWireId("run", campaign.runId)}`}
          className="self-start"
        >
          {t("toNotifications")}
          <ArrowRight aria-hidden />
        </ButtonLink>
      ) : null}
    </>
  );
}
