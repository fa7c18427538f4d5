"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import type { Offer } from "../api";
import { CounterBar } from "../counter-bar";
import { OfferStatePill } from "../offer-state-pill";
import { useOfferGrant } from "../words/use-sentence-tongue";

export function useOfferColumns(): TableColumn<Offer>[] {
  const t = useTranslations("offers");
  const format = useFormatter();
  const grant = useOfferGrant();
  return [
    {
      id: "name",
      header: t("columns.name"),
      primary: true,
      sortable: true,
      width: "22%",
      cell: ({ name }) => name,
    },
    {
      id: "grant",
      header: t("columns.grant"),
      cell: (offer) => (
        <span className="line-clamp-2 whitespace-normal">
          {grant({ ...offer, restrictions: { version: 1 } }, offer.planName)}
        </span>
      ),
    },
    {
      id: "state",
      header: t("columns.state"),
      card: "aside",
      cell: ({ displayState }) => <OfferStatePill state={displayState} />,
    },
    {
      id: "uses",
      header: t("columns.uses"),
      cell: ({ taken, usesMax }) => <CounterBar taken={taken} usesMax={usesMax} compact />,
    },
    {
      id: "code",
      header: t("columns.code"),
      cell: ({ code, codes, batches }) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          {code === null ? null : <span className="font-mono text-xs">{code}</span>}
          <span className="text-muted-foreground text-xs">
            {codes > 1 ? t("moreCodes", { count: codes - 1 }) : null}
            {batches > 0 ? t("batchCount", { count: batches }) : null}
            {codes === 0 && batches === 0 ? t("noCode") : null}
          </span>
        </span>
      ),
    },
    {
      id: "ends_at",
      header: t("columns.endsAt"),
      cell: ({ endsAt, timeZone }) =>
        endsAt === null ? (
          <span className="text-muted-foreground">{t("never")}</span>
        ) : (
          <span className="tabular-nums" title={format.dateTime(endsAt, "exact", { timeZone })}>
            <DateTime value={endsAt} />
          </span>
        ),
    },
    {
      id: "campaign",
      header: t("columns.campaign"),
      hidden: true,
      cell: ({ campaignName, goal }) =>
        [campaignName, goal && t(`goals.${goal}`)].filter(Boolean).join(" · ") || "–",
    },
    {
      id: "created_at",
      header: t("columns.createdAt"),
      sortable: true,
      hidden: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} className="text-muted-foreground" />,
    },
    { id: "created_by", header: t("columns.createdBy"), hidden: true, cell: ({ createdBy }) => createdBy },
  ];
}
