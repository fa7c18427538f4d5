"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Textarea } from "@/components/ui/forms/textarea";
import { reversalPolicies } from "@/lib/domain/coupons/offers/offer";
import { exclusiveClass } from "@/lib/domain/coupons/offers/offer-fields";
import type { SectionProps } from "./section-props";

const holdMinutesMax = 10_080;

/** What it combines with, whether it can be taken back, and how long a hold lasts. */
export function MannerFields({ draft, set, error }: SectionProps) {
  const t = useTranslations("offers.form");
  return (
    <FormSection title={t("manner")} description={t("mannerHelp")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t("stackingClass")}
          help={t("stackingClassHelp", { exclusive: exclusiveClass })}
          {...error("stacking_class")}
        >
          <Input
            value={draft.stackingClass}
            spellCheck={false}
            onChange={(event) => set({ stackingClass: event.target.value.trim().toLowerCase() })}
          />
        </Field>
        <Field label={t("stacksWith")} help={t("stacksWithHelp")} optional {...error("stacks_with")}>
          <Textarea
            rows={1}
            value={draft.classes}
            spellCheck={false}
            onChange={(event) => set({ classes: event.target.value })}
          />
        </Field>
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-sm">{t("reversal")}</p>
        <RadioGroup
          aria-label={t("reversal")}
          value={draft.reversal}
          onValueChange={(reversal) => set({ reversal })}
          options={reversalPolicies.map((value) => ({
            value,
            label: t(`reversals.${value}`),
            description: t(`reversalHelp.${value}`),
          }))}
        />
      </div>
      <Field label={t("hold")} help={t("holdHelp")} className="max-w-xs" {...error("hold_seconds")}>
        <NumberField
          value={draft.holdSeconds / 60}
          onValueChange={(minutes) => set({ holdSeconds: Math.round((minutes ?? 15) * 60) })}
          min={1}
          max={holdMinutesMax}
        />
      </Field>
    </FormSection>
  );
}
