"use client";

import { useQuery } from "@tanstack/react-query";
import { BadgeCheck, Coins, Percent } from "lucide-react";
import { useTranslations } from "next-intl";
import { plansOptions } from "@/components/coupons/plans/api";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { commonCurrencies } from "@/lib/domain/coupons/money/money";
import { offerKinds } from "@/lib/domain/coupons/offers/offer";
import { offerDescriptionCharsMax, offerNameCharsMax } from "@/lib/domain/coupons/offers/offer-fields";
import { MoneyField } from "../../money-field";
import { TermFields } from "../../term-fields";
import type { SectionProps } from "./section-props";

const icons = { membership: <BadgeCheck />, percent: <Percent />, fixed: <Coins /> };

const plansMax = 100;

type GrantFieldsProps = SectionProps & {
  /** Codes of it were live: kind and currency stay. */
  isFixed: boolean;
  errors: Record<string, { detail: string }>;
};

/** What it is called and what it gives. */
export function GrantFields(props: GrantFieldsProps) {
  const { draft, set, error, isFixed } = props;
  const t = useTranslations("offers");
  const currency = draft.currency ?? commonCurrencies[0];
  const currencies = [...new Set([...commonCurrencies, currency])];
  return (
    <FormSection title={t("form.grant")} description={t("form.grantHelp")}>
      <Field label={t("form.name")} {...error("name")}>
        <Input
          value={draft.name}
          maxLength={offerNameCharsMax}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-sm">{t("columns.kind")}</p>
        <RadioGroup
          appearance="cards"
          aria-label={t("columns.kind")}
          className="sm:grid-cols-3"
          value={draft.kind}
          disabled={isFixed}
          onValueChange={(kind) => set({ kind })}
          options={offerKinds.map((value) => ({
            value,
            label: t(`kinds.${value}`),
            description: t(`kindHelp.${value}`),
            icon: icons[value],
          }))}
        />
      </div>
      {draft.kind === "membership" ? <PlanFields {...props} /> : null}
      {draft.kind === "percent" ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("form.percent")} {...error("discount_basis_points")}>
            <NumberField
              value={draft.discountBasisPoints === null ? null : draft.discountBasisPoints / 10_000}
              onValueChange={(share) =>
                set({ discountBasisPoints: share === null ? null : Math.round(share * 10_000) })
              }
              min={0}
              step={0.01}
              format={{ style: "percent", maximumFractionDigits: 2 }}
            />
          </Field>
          <Field label={t("form.cap")} help={t("form.capHelp")} optional {...error("discount_minor_max")}>
            <MoneyField
              value={draft.discountMinorMax}
              currency={currency}
              placeholder={t("form.noLimit")}
              onValueChange={(discountMinorMax) =>
                set({ discountMinorMax: discountMinorMax || null, currency })
              }
            />
          </Field>
        </div>
      ) : null}
      {draft.kind === "fixed" ? (
        <Field label={t("form.amount")} className="max-w-xs" {...error("discount_minor")}>
          <MoneyField
            value={draft.discountMinor}
            currency={currency}
            onValueChange={(discountMinor) => set({ discountMinor, currency })}
          />
        </Field>
      ) : null}
      <Field
        label={t("form.currency")}
        help={t(draft.kind === "membership" ? "form.currencyOfPlan" : "form.currencyHelp")}
        className="max-w-xs"
        {...error("currency")}
      >
        <Select
          value={currency}
          disabled={isFixed || draft.kind === "membership"}
          onValueChange={(next) => set({ currency: next })}
          options={currencies.map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field label={t("form.description")} optional {...error("description")}>
        <Textarea
          rows={2}
          value={draft.description}
          maxLength={offerDescriptionCharsMax}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
    </FormSection>
  );
}

function PlanFields({ draft, set, error, errors }: GrantFieldsProps) {
  const t = useTranslations("offers.form");
  const tiers = useTranslations("plans.tiers");
  const { slug } = useShell().workspace;
  const { data } = useQuery(plansOptions(slug, { limit: plansMax }));
  const plans = data?.data.filter(({ id, isActive }) => isActive || id === draft.planId) ?? [];
  const chosen = plans.find(({ id }) => id === draft.planId);
  if (data && plans.length === 0) {
    return (
      <Callout
        tone="warning"
        title={t("noPlans")}
        actions={<ButtonLink href={hrefOf(slug, "coupons/plans?new=true")}>{t("makePlan")}</ButtonLink>}
      >
        {t("noPlansHelp")}
      </Callout>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("plan")} {...error("plan_id")}>
        <Select
          value={draft.planId}
          onValueChange={(planId) => {
            const plan = plans.find(({ id }) => id === planId);
            if (!plan) return;
            const { durationMonths, durationDays, currency } = plan;
            set({ planId, durationMonths, durationDays, currency });
          }}
          options={plans.map((plan) => ({
            value: plan.id,
            label: plan.name,
            description: `${tiers(plan.tier)} · ${plan.currency}`,
          }))}
        />
      </Field>
      {chosen ? <TermFields tier={chosen.tier} term={draft} onChange={set} errors={errors} /> : null}
    </div>
  );
}
