"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import { commonCurrencies } from "@/lib/domain/coupons/money/money";
import { type CampaignGoal, campaignGoals } from "@/lib/domain/coupons/offers/offer";
import { campaignNameCharsMax, utmCharsMax } from "@/lib/domain/coupons/offers/offer-fields";
import { MoneyField } from "../../money-field";
import type { SectionProps } from "./section-props";

const none = "none";

/** What it is for, where people come from, and what it cost. */
export function CampaignFields({ draft, set, error }: SectionProps) {
  const t = useTranslations("offers");
  const currency = draft.currency ?? commonCurrencies[0];
  const utm = (name: "utmSource" | "utmMedium" | "utmCampaign", pointer: string) => (
    <Field label={t(`form.${name}`)} optional {...error(pointer)}>
      <Input
        value={draft[name]}
        maxLength={utmCharsMax}
        spellCheck={false}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <FormSection title={t("form.campaign")} description={t("form.campaignHelp")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("form.campaignName")} optional {...error("campaign_name")}>
          <Input
            value={draft.campaignName}
            maxLength={campaignNameCharsMax}
            onChange={(event) => set({ campaignName: event.target.value })}
          />
        </Field>
        <Field label={t("columns.goal")} {...error("goal")}>
          <Select<CampaignGoal | typeof none>
            value={draft.goal ?? none}
            onValueChange={(goal) => set({ goal: goal === none ? null : goal })}
            options={[none, ...campaignGoals].map((value) => ({
              value: value as CampaignGoal | typeof none,
              label: t(`goals.${value as CampaignGoal | typeof none}`),
            }))}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {utm("utmSource", "utm_source")}
        {utm("utmMedium", "utm_medium")}
        {utm("utmCampaign", "utm_campaign")}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("form.attribution")} help={t("form.attributionHelp")} {...error("attribution_days")}>
          <NumberField
            value={draft.attributionDays}
            onValueChange={(days) => set({ attributionDays: days ?? 0 })}
            min={0}
            max={365}
          />
        </Field>
        <Field label={t("form.cost")} help={t("form.costHelp")} optional {...error("cost_minor")}>
          <MoneyField
            value={draft.costMinor}
            currency={currency}
            onValueChange={(costMinor) => set({ costMinor, currency })}
          />
        </Field>
      </div>
    </FormSection>
  );
}
