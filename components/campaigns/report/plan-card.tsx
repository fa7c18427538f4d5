"use client";

import { useTranslations } from "next-intl";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import type { Campaign } from "../api";
import { Lines } from "../schedule/lines";
import { useDeliveryWords } from "../schedule/use-delivery-words";
import { useTrackingWords } from "../schedule/use-tracking-words";

export type PlanCardProps = { campaign: Campaign; timeZone: string; sendingRules: SendingRules };

/** Of a campaign that waits: whom it goes to, in which hours, and what is noticed. */
export function PlanCard({ campaign, timeZone, sendingRules }: PlanCardProps) {
  const t = useTranslations("campaigns");
  const delivery = useDeliveryWords(campaign, sendingRules, timeZone);
  const trackingWords = useTrackingWords();
  const { audience, tracking, channelType } = campaign;
  return (
    <Card title={t("report.plan")}>
      <DescriptionList
        items={[
          { term: t("steps.audience"), detail: <AudienceSentence filter={audience.filter} /> },
          { term: t("delivery.hours.term"), detail: delivery.hours },
          { term: t("delivery.title"), detail: <Lines texts={delivery.limits} /> },
          { term: t("tracking.title"), detail: <Lines texts={trackingWords(tracking, channelType)} /> },
        ]}
      />
    </Card>
  );
}
