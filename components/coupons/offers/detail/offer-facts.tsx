"use client";

import { useFormatter, useTranslations } from "next-intl";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { useMoney } from "../../use-money";
import type { Offer } from "../api";

/** What the sentence does not say. */
export function OfferFacts({ offer }: { offer: Offer }) {
  const t = useTranslations("offers");
  const format = useFormatter();
  const money = useMoney();
  const { restrictions, currency } = offer;
  const utm = [offer.utmSource, offer.utmMedium, offer.utmCampaign].filter(Boolean).join(" / ");
  const items = [
    offer.description && { term: t("form.description"), detail: offer.description },
    restrictions.segment && {
      term: t("form.segment"),
      detail: <AudienceSentence filter={restrictions.segment} />,
    },
    offer.campaignName && { term: t("form.campaignName"), detail: offer.campaignName },
    offer.goal && { term: t("columns.goal"), detail: t(`goals.${offer.goal}`) },
    utm && { term: "UTM", detail: utm },
    {
      term: t("form.stackingClass"),
      detail: <span className="font-mono text-xs">{offer.stackingClass}</span>,
    },
    { term: t("form.reversal"), detail: t(`form.reversals.${offer.reversal}`) },
    { term: t("facts.hold"), detail: t("minutes", { count: Math.round(offer.holdSeconds / 60) }) },
    { term: t("facts.attribution"), detail: t("days", { count: offer.attributionDays }) },
    offer.costMinor !== null &&
      currency !== null && { term: t("form.cost"), detail: money(offer.costMinor, currency) },
    {
      term: t("facts.created"),
      detail: (
        <>
          <DateTime value={offer.createdAt} display="dateTime" /> · {offer.createdBy}
        </>
      ),
    },
    {
      term: t("facts.updated"),
      detail: (
        <>
          <DateTime value={offer.updatedAt} display="dateTime" /> · {offer.updatedBy} ·{" "}
          {t("facts.version", { version: format.number(offer.version, "integer") })}
        </>
      ),
    },
  ];
  return <DescriptionList items={items.flatMap((item) => item || [])} />;
}
