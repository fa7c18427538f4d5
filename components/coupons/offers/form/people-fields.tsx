"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AudienceBuilder } from "@/components/audience/audience-builder";
import { useShell } from "@/components/layout/shell-context";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Select } from "@/components/ui/forms/select";
import { Switch } from "@/components/ui/forms/switch";
import { Textarea } from "@/components/ui/forms/textarea";
import { everyone } from "@/lib/domain/audience/audience-filter";
import { commonCurrencies } from "@/lib/domain/coupons/money/money";
import { accountAgeDaysMax } from "@/lib/domain/coupons/offers/offer-fields";
import {
  type Restrictions,
  type RestrictionsInput,
  toRestrictions,
  userTypes,
} from "@/lib/domain/coupons/offers/restrictions";
import { MoneyField } from "../../money-field";
import { LimitField } from "./limit-field";
import type { SectionProps } from "./section-props";

const anybody = "anybody";

type PeopleFieldsProps = SectionProps & { onSegmentUnfinished: (isUnfinished: boolean) => void };

/** Who may use it, and with what in the basket. */
export function PeopleFields({ draft, set, error, onSegmentUnfinished }: PeopleFieldsProps) {
  const t = useTranslations("offers.form");
  const rules = draft.restrictions;
  const currency = draft.currency ?? commonCurrencies[0];
  const setRules = (change: RestrictionsInput) =>
    set({ restrictions: toRestrictions({ ...rules, ...change }) });
  return (
    <FormSection title={t("people")} description={t("peopleHelp")}>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t("userType")} {...error("restrictions.user_types")}>
          <Select
            value={rules.userTypes?.[0] ?? anybody}
            onValueChange={(value) => setRules({ userTypes: value === anybody ? undefined : [value] })}
            options={[anybody, ...userTypes].map((value) => ({
              value: value as (typeof userTypes)[number] | typeof anybody,
              label: t(`userTypes.${value}`),
            }))}
          />
        </Field>
        <LimitField
          label={t("accountAge")}
          value={rules.accountAgeDaysMin ?? null}
          onValueChange={(value) => setRules({ accountAgeDaysMin: value ?? undefined })}
          max={accountAgeDaysMax}
          {...error("restrictions.account_age_days_min")}
        />
        <Field label={t("orderMin")} optional {...error("restrictions.order_minor_min")}>
          <MoneyField
            value={rules.orderMinorMin ?? null}
            currency={currency}
            placeholder={t("noLimit")}
            onValueChange={(value) => {
              set({
                currency,
                restrictions: toRestrictions({ ...rules, orderMinorMin: value || undefined }),
              });
            }}
          />
        </Field>
      </div>
      <Field label={t("domains")} help={t("domainsHelp")} optional {...error("restrictions.domains")}>
        <Textarea
          rows={2}
          value={draft.domains}
          placeholder="company.com"
          spellCheck={false}
          onChange={(event) => set({ domains: event.target.value })}
        />
      </Field>
      <Switch
        label={t("firstPurchase")}
        description={t("firstPurchaseHelp")}
        checked={rules.firstPurchaseOnly === true}
        onCheckedChange={(isOn) => setRules({ firstPurchaseOnly: isOn || undefined })}
      />
      <Switch
        label={t("holderOnly")}
        description={t("holderOnlyHelp")}
        checked={rules.holderOnly === true}
        onCheckedChange={(isOn) => setRules({ holderOnly: isOn || undefined })}
      />
      <Segment
        value={rules.segment}
        onChange={(segment) => setRules({ segment })}
        onUnfinished={onSegmentUnfinished}
      />
    </FormSection>
  );
}

type SegmentProps = {
  value: Restrictions["segment"];
  onChange: (segment: Restrictions["segment"]) => void;
  onUnfinished: (isUnfinished: boolean) => void;
};

function Segment({ value, onChange, onUnfinished }: SegmentProps) {
  const t = useTranslations("offers.form");
  const { slug } = useShell().workspace;
  const [filter] = useState(value ?? everyone);
  const [isOn, setIsOn] = useState(value !== undefined);
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("segment")}
        description={t("segmentHelp")}
        checked={isOn}
        onCheckedChange={(next) => {
          setIsOn(next);
          onUnfinished(false);
          onChange(next ? filter : undefined);
        }}
      />
      {isOn ? (
        <AudienceBuilder
          workspace={slug}
          filter={filter}
          onChange={(next) => {
            onUnfinished(next === undefined);
            if (next) onChange(next);
          }}
        />
      ) : null}
    </div>
  );
}
