"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import { commonCurrencies } from "@/lib/domain/coupons/money/money";
import { limitPeriods, limitScopes, type PeriodLimit } from "@/lib/domain/coupons/offers/offer";
import { periodLimitsMax, usesMaxMax } from "@/lib/domain/coupons/offers/offer-fields";
import { MoneyField } from "../../money-field";
import { LimitField } from "./limit-field";
import type { SectionProps } from "./section-props";

/** How often: in all, per person, per code, per period, and for how much money. */
export function LimitFields({ draft, set, error }: SectionProps) {
  const t = useTranslations("offers.form");
  const currency = draft.currency ?? commonCurrencies[0];
  return (
    <FormSection title={t("limits")} description={t("limitsHelp")}>
      <div className="grid gap-4 sm:grid-cols-3">
        <LimitField
          label={t("usesMax")}
          value={draft.usesMax}
          onValueChange={(usesMax) => set({ usesMax })}
          max={usesMaxMax}
          {...error("uses_max")}
        />
        <LimitField
          label={t("perContact")}
          value={draft.usesPerContactMax}
          onValueChange={(usesPerContactMax) => set({ usesPerContactMax })}
          max={usesMaxMax}
          {...error("uses_per_contact_max")}
        />
        <LimitField
          label={t("perCode")}
          value={draft.usesPerCodeMax}
          onValueChange={(usesPerCodeMax) => set({ usesPerCodeMax })}
          max={usesMaxMax}
          {...error("uses_per_code_max")}
        />
      </div>
      <Field
        label={t("budget")}
        help={t("budgetHelp")}
        optional
        className="max-w-xs"
        {...error("budget_minor")}
      >
        <MoneyField
          value={draft.budgetMinor}
          currency={currency}
          placeholder={t("noLimit")}
          onValueChange={(budgetMinor) => set({ budgetMinor: budgetMinor || null, currency })}
        />
      </Field>
      <PeriodLimits
        value={draft.periodLimits}
        onChange={(periodLimits) => set({ periodLimits })}
        error={error}
      />
    </FormSection>
  );
}

type PeriodLimitsProps = {
  value: PeriodLimit[];
  onChange: (limits: PeriodLimit[]) => void;
  error: SectionProps["error"];
};

function PeriodLimits({ value, onChange, error }: PeriodLimitsProps) {
  const t = useTranslations("offers.form");
  const change = (at: number, next: Partial<PeriodLimit>) =>
    onChange(value.map((limit, position) => (position === at ? { ...limit, ...next } : limit)));
  const isFree = ({ scope, period }: Pick<PeriodLimit, "scope" | "period">) =>
    value.every((limit) => limit.scope !== scope || limit.period !== period);
  const next = limitScopes.flatMap((scope) => limitPeriods.map((period) => ({ scope, period }))).find(isFree);
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">{t("periods")}</p>
      {[...value.entries()].map(([at, limit]) => (
        <div key={at} className="flex items-start gap-2">
          <Field
            label={t("periodRow", { position: at + 1 })}
            labelHidden
            className="flex-1"
            {...error(`period_limits.${at}`)}
          >
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-[7rem_1fr_1fr]">
              <NumberField
                className="max-sm:col-span-2"
                aria-label={t("periodMax")}
                value={limit.max}
                onValueChange={(max) => change(at, { max: max ?? 1 })}
                min={1}
                max={usesMaxMax}
              />
              <Select
                aria-label={t("periodScope")}
                value={limit.scope}
                onValueChange={(scope) => change(at, { scope })}
                options={limitScopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
              />
              <Select
                aria-label={t("period")}
                value={limit.period}
                onValueChange={(period) => change(at, { period })}
                options={limitPeriods.map((period) => ({ value: period, label: t(`periodNames.${period}`) }))}
              />
            </div>
          </Field>
          <IconButton
            icon={<X />}
            label={t("removePeriod", { position: at + 1 })}
            onClick={() => onChange(value.filter((_, position) => position !== at))}
          />
        </div>
      ))}
      {next && value.length < periodLimitsMax ? (
        <Button
          className="self-start"
          icon={<Plus />}
          onClick={() => onChange([...value, { ...next, max: 1 }])}
        >
          {t("addPeriod")}
        </Button>
      ) : null}
    </div>
  );
}
