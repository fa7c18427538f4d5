"use client";

import type { CampaignRecurrence } from "@/lib/domain/timing/campaign-timing";
import { formOfRule, type RecurrenceForm, ruleOfForm } from "@/lib/domain/timing/recurrence/recurrence-form";
import { EndsFields } from "./ends-fields";
import { ExceptDates } from "./except-dates";
import { weeklyFrom } from "./new-recurrence";
import { RepeatFields } from "./repeat-fields";
import { RuleField } from "./rule-field";

export type RecurrenceEditorProps = {
  recurrence: CampaignRecurrence;
  onChange: (recurrence: CampaignRecurrence) => void;
};

/** A form that writes the rule, or the rule itself where no form can. */
export function RecurrenceEditor({ recurrence, onChange }: RecurrenceEditorProps) {
  const { rrule, start, exceptDates } = recurrence;
  const form = formOfRule(rrule);
  const setRule = (next: string) => onChange({ ...recurrence, rrule: next });
  const setForm = (next: RecurrenceForm) => setRule(ruleOfForm(next));
  return (
    <>
      {form ? (
        <>
          <RepeatFields form={form} firstDate={start.date} onChange={setForm} />
          <EndsFields
            ends={form.ends}
            firstDate={start.date}
            onChange={(ends) => setForm({ ...form, ends })}
          />
        </>
      ) : null}
      <ExceptDates
        dates={exceptDates}
        firstDate={start.date}
        onChange={(dates) => onChange({ ...recurrence, exceptDates: dates })}
      />
      <RuleField
        rrule={rrule}
        onChange={setRule}
        isOnly={!form}
        onReset={() => setRule(weeklyFrom(start.date))}
      />
    </>
  );
}
