"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Ticket } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { campaignGoals, displayStates, offerKinds } from "@/lib/domain/coupons/offers/offer";
import { offersOptions } from "../api";
import { newOfferHref, offerHref } from "../offer-href";
import { type AskedAct, OfferConfirm } from "./offer-confirm";
import { OfferMenuItems } from "./offer-menu-items";
import { useOfferColumns } from "./use-offer-columns";

const filterWords = { state: displayStates, kind: offerKinds, goal: campaignGoals } as const;

export function OffersScreen() {
  const t = useTranslations("offers");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("coupons.write");
  const state = useTableState({ filters: filterWords, defaultSort: "-created_at" });
  const query = useQuery(offersOptions(slug, state.query));
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const newButton = mayWrite ? (
    <ButtonLink variant="primary" icon={<Plus />} href={newOfferHref(slug)}>
      {t("new")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={newButton} />
      <DataTable
        tableId="coupon-offers"
        label={t("title")}
        columns={useOfferColumns()}
        query={query}
        state={state}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => offerHref(slug, id)}
        rowMenu={(offer) => <OfferMenuItems offer={offer} onAsk={setAsked} />}
        searchPlaceholder={t("searchPlaceholder")}
        filters={useFilters()}
        empty={
          <EmptyState
            icon={<Ticket />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
            actions={newButton}
          />
        }
      />
      <OfferConfirm workspace={slug} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function useFilters() {
  const t = useTranslations("offers");
  return [
    {
      id: "state",
      label: t("columns.state"),
      options: displayStates.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    {
      id: "kind",
      label: t("columns.kind"),
      options: offerKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      id: "goal",
      label: t("columns.goal"),
      options: campaignGoals.map((value) => ({ value, label: t(`goals.${value}`) })),
    },
  ];
}
