"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";

export type OfferOption = { id: string; name: string };

export type OfferFieldProps = {
  offers: readonly OfferOption[];
  value: string | null;
  onValueChange: (id: string | null) => void;
  isMissing: boolean;
};

/** Whose codes they will be. */
export function OfferField({ offers, value, onValueChange, isMissing }: OfferFieldProps) {
  const t = useTranslations("batches");
  return (
    <Field
      label={t("offer")}
      help={offers.length === 0 ? t("noOffers") : undefined}
      {...(isMissing ? { error: t("offerMissing") } : {})}
    >
      <Combobox
        options={offers.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onValueChange={onValueChange}
        placeholder={t("chooseOffer")}
      />
    </Field>
  );
}
