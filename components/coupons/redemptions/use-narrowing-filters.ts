import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBatchSearch } from "@/components/coupons/batches/use-batch-search";
import { useOfferSearch } from "@/components/coupons/offers/use-offer-search";
import type { SearchFilter } from "@/components/ui/data-table/search-filter";
import { toWireId } from "@/lib/contracts/wire/ids";
import { displayStates } from "@/lib/domain/coupons/offers/offer";
import type { LogIds } from "./use-log-query";

/** An offer and a batch to choose among all there ever were: the log outlives the archive. */
export function useNarrowingFilters(workspace: string, { offerId, batchId }: LogIds): SearchFilter[] {
  const t = useTranslations("redemptions");
  const [opened, setOpened] = useState({ offer: false, batch: false });
  const offers = useOfferSearch(workspace, offerId ?? null, {
    states: displayStates,
    isIdle: !opened.offer,
  });
  const batches = useBatchSearch(workspace, batchId ?? null, { offerId, isIdle: !opened.batch });
  return [
    {
      id: "offer",
      label: t("offer"),
      options: offers.offers.map(({ id, name, campaignName }) => ({
        value: toWireId("offer", id),
        label: name,
        ...(campaignName && campaignName !== name ? { description: campaignName } : {}),
      })),
      search: {
        onChange: offers.search,
        onOpen: () => setOpened({ ...opened, offer: true }),
        isLoading: offers.isSearching,
      },
    },
    {
      id: "batch",
      label: t("batch"),
      options: batches.batches.map(({ id, name, batchCode, offer }) => ({
        value: toWireId("batch", id),
        label: name,
        description: name === batchCode ? offer.name : `${batchCode} · ${offer.name}`,
      })),
      search: {
        onChange: batches.search,
        onOpen: () => setOpened({ ...opened, batch: true }),
        isLoading: batches.isSearching,
      },
    },
  ];
}
