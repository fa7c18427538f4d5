"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { Select } from "@/components/ui/forms/select";
import {
  durationDaysMax,
  durationMonthsMax,
  type MembershipTier,
  monthsOfTier,
  type Term,
} from "@/lib/domain/coupons/plans/plan";

export type TermFieldsProps = {
  tier: MembershipTier;
  term: Term;
  onChange: (term: Term) => void;
  errors: Record<string, { detail: string }>;
};

/** How long it lasts: in what the tier is sold by. Unlimited has no end, and asks nothing. */
export function TermFields({ tier, term, onChange, errors }: TermFieldsProps) {
  const t = useTranslations("plans.term");
  const { durationMonths, durationDays } = term;
  const unit = durationDays !== null ? "days" : "months";
  const detail = (errors.duration_months ?? errors.duration_days)?.detail;
  if (tier === "unlimited") {
    return <p className="self-end pb-1.5 text-muted-foreground text-sm">{t("unlimited")}</p>;
  }
  const step = tier === "trial" ? 1 : monthsOfTier[tier];
  const set = (value: number | null, of: typeof unit) =>
    onChange(
      of === "days"
        ? { durationDays: value, durationMonths: null }
        : { durationMonths: value, durationDays: null },
    );
  const count = (
    <Field
      className="flex-1"
      label={tier === "trial" ? t("length") : t("months")}
      {...(tier === "trial" ? {} : { help: t("multiple", { count: step }) })}
      {...(detail ? { error: detail } : {})}
    >
      <NumberField
        value={durationDays ?? durationMonths}
        onValueChange={(value) => set(value, unit)}
        min={step}
        max={unit === "days" ? durationDaysMax : durationMonthsMax}
        step={step}
      />
    </Field>
  );
  if (tier !== "trial") return count;
  return (
    <div className="flex gap-3">
      {count}
      <Field label={t("unit")} className="w-24">
        <Select
          value={unit}
          onValueChange={(next) => set(durationDays ?? durationMonths, next)}
          options={(["days", "months"] as const).map((value) => ({ value, label: t(`units.${value}`) }))}
        />
      </Field>
    </div>
  );
}
