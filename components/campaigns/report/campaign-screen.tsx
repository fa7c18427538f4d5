"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { CampaignCouponPerformance } from "@/components/coupons/performance/campaign-coupon-performance";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { DateTime } from "@/components/ui/display/date-time";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import type { Campaign } from "../api";
import { campaignReviewHref } from "../campaign-href";
import { CampaignStatusPill } from "../campaign-status-pill";
import { CampaignActions } from "./campaign-actions";
import { CampaignReport } from "./campaign-report";
import { Countdown } from "./countdown";
import { LiveProgress } from "./live-progress";
import { PlanCard } from "./plan-card";
import { SentContent } from "./sent-content";
import { SeriesRuns } from "./series-runs";
import { StateNotice } from "./state-notice";
import { useLiveCampaign } from "./use-live-campaign";
import { WhenSent } from "./when-sent";

export type CampaignScreenProps = { campaign: Campaign; timeZone: string; sendingRules: SendingRules };

/** A campaign that has left the composer: waiting, on its way, or done. */
export function CampaignScreen({ campaign: initial, timeZone, sendingRules }: CampaignScreenProps) {
  const t = useTranslations();
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("campaigns.write");
  const { campaign, progress, status } = useLiveCampaign(slug, initial);
  useEffect(() => {
    if (mayWrite && campaign.status === "draft") router.replace(campaignReviewHref(slug, campaign.id));
  }, [mayWrite, campaign.status, campaign.id, slug, router]);
  const totals = progress?.totals ?? campaign.totals;
  const isSeries = campaign.scheduleType === "recurring";
  const isMoving = status === "sending" || status === "paused";
  return (
    <>
      <PageHeader
        title={campaign.name}
        crumbs={[{ label: t("campaigns.title"), href: hrefOf(slug, "campaigns") }]}
        badge={<CampaignStatusPill status={status} />}
        description={
          <span className="inline-flex flex-wrap items-center gap-x-1.5">
            <ChannelIcon channel={campaign.channelType} />
            {t(`content.channels.${campaign.channelType}`)}
            <span aria-hidden>·</span>
            {t("campaigns.report.createdBy", { name: campaign.createdBy })}
            <WhenSent campaign={campaign} status={status} />
          </span>
        }
        actions={<CampaignActions campaign={{ ...campaign, status, totals }} />}
      />
      <div className="flex flex-col gap-6 pb-10">
        <StateNotice campaign={campaign} status={status} />
        {status === "scheduled" ? <Countdown campaign={campaign} timeZone={timeZone} /> : null}
        {isMoving && progress ? <LiveProgress progress={progress} /> : null}
        {isSeries && campaign.startedAt ? <LatestRun startedAt={campaign.startedAt} /> : null}
        {totals ? (
          <CampaignReport campaign={campaign} status={status} totals={totals} progress={progress} />
        ) : null}
        {totals ? <CampaignCouponPerformance campaignId={campaign.id} since={campaign.createdAt} /> : null}
        {isSeries ? <SeriesRuns campaign={campaign} /> : null}
        {status === "scheduled" ? (
          <PlanCard campaign={campaign} timeZone={timeZone} sendingRules={sendingRules} />
        ) : null}
        <SentContent campaign={campaign} />
      </div>
    </>
  );
}

/** Of a series the figures below belong to one date. */
function LatestRun({ startedAt }: { startedAt: Date }) {
  const t = useTranslations("campaigns.runs");
  return (
    <h2 className="font-semibold text-lg">
      {t.rich("latest", { moment: () => <DateTime value={startedAt} display="dateTime" /> })}
    </h2>
  );
}
