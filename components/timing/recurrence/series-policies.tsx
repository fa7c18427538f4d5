"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import {
  type CampaignRecurrence,
  missedPolicies,
  overlapPolicies,
} from "@/lib/domain/timing/campaign-timing";

export type SeriesPoliciesProps = {
  recurrence: CampaignRecurrence;
  onChange: (recurrence: CampaignRecurrence) => void;
};

/** What becomes of a date that cannot be kept. */
export function SeriesPolicies({ recurrence, onChange }: SeriesPoliciesProps) {
  const t = useTranslations("timing.recurrence");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("overlap")} help={t("overlapHelp")}>
        <Select
          options={overlapPolicies.map((value) => ({ value, label: t(`overlaps.${value}`) }))}
          value={recurrence.overlap}
          onValueChange={(overlap) => onChange({ ...recurrence, overlap })}
        />
      </Field>
      <Field label={t("missed")} help={t("missedHelp")}>
        <Select
          options={missedPolicies.map((value) => ({ value, label: t(`missedChoices.${value}`) }))}
          value={recurrence.missed}
          onValueChange={(missed) => onChange({ ...recurrence, missed })}
        />
      </Field>
    </div>
  );
}
