"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { type Reentry, reentryDaysMax, reentryKinds } from "@/lib/domain/automations/definition";

export type ReentryFieldsProps = { reentry: Reentry; onChange: (reentry: Reentry) => void };

const daysDefault = 30;

/** Whether somebody who was inside may come in again. */
export function ReentryFields({ reentry, onChange }: ReentryFieldsProps) {
  const t = useTranslations("automations.reentry");
  const choose = (kind: Reentry["kind"]) =>
    onChange(kind === "after" ? { kind, days: daysDefault } : { kind });
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("label")}>
        <RadioGroup
          value={reentry.kind}
          onValueChange={choose}
          options={reentryKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Field>
      {reentry.kind === "after" ? (
        <Field label={t("days")} className="max-w-60">
          <NumberField
            min={1}
            max={reentryDaysMax}
            value={reentry.days}
            onValueChange={(days) => days && onChange({ kind: "after", days })}
          />
        </Field>
      ) : null}
    </div>
  );
}
