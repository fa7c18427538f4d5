"use client";

import { useTranslations } from "next-intl";
import { useOfferSearch } from "@/components/coupons/offers/use-offer-search";
import { useShell } from "@/components/layout/shell-context";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";

export type OfferFieldProps = {
  value: string | null;
  onValueChange: (id: string | null) => void;
  isMissing: boolean;
};

/** Whose codes they will be. */
export function OfferField({ value, onValueChange, isMissing }: OfferFieldProps) {
  const t = useTranslations("batches");
  const { slug } = useShell().workspace;
  const { offers, isSearching, isNone, search } = useOfferSearch(slug, value);
  return (
    <Field
      label={t("offer")}
      help={isNone ? t("noOffers") : undefined}
      {...(isMissing ? { error: t("offerMissing") } : {})}
    >
      <Combobox
        options={offers.map(({ id, name, campaignName }) => ({
          value: id,
          label: name,
          ...(campaignName && campaignName !== name ? { description: campaignName } : {}),
        }))}
        value={value}
        onValueChange={onValueChange}
        onSearchChange={search}
        loading={isSearching}
        placeholder={t("chooseOffer")}
      />
    </Field>
  );
}
