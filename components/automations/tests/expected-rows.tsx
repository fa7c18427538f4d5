"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import type { Step } from "@/lib/domain/automations/definition";
import { scenarioEventsMax } from "@/lib/domain/automations/tests/scenario";
import { DurationField } from "../editor/duration-field";
import { useStepName } from "../words/use-step-name";
import { type ExpectedRow, newRow } from "./scenario-draft";

export type ExpectedRowsProps = {
  rows: ExpectedRow[];
  steps: readonly Step[];
  onChange: (rows: ExpectedRow[]) => void;
};

/** The messages that must come of it. */
export function ExpectedRows({ rows, steps, onChange }: ExpectedRowsProps) {
  const t = useTranslations("automations.tests");
  const stepName = useStepName();
  const messages = steps.filter(({ kind }) => kind === "message");
  const [first] = messages;
  const set = (row: ExpectedRow, part: Partial<ExpectedRow>) =>
    onChange(rows.map((one) => (one.key === row.key ? { ...one, ...part } : one)));
  return (
    <section aria-label={t("expected")} className="flex min-w-0 flex-col gap-3">
      <h3 className="font-semibold text-sm">{t("expected")}</h3>
      <p className="-mt-2 text-muted-foreground text-xs">
        {t(rows.length > 0 ? "expectedHelp" : "expectedNone")}
      </p>
      <ol className="flex flex-col gap-3 empty:hidden">
        {rows.map((row, position) => (
          <li key={row.key} className="flex flex-wrap items-start gap-3 rounded-md border p-3">
            <Field label={t("message")} className="min-w-48 flex-1">
              <Select
                options={messages.map(({ id }) => ({ value: id, label: stepName(steps, id) }))}
                value={messages.some(({ id }) => id === row.stepId) ? row.stepId : null}
                placeholder={stepName(steps, row.stepId)}
                onValueChange={(stepId) => set(row, { stepId })}
              />
            </Field>
            <DurationField
              label={t("afterStart")}
              min={0}
              minutes={row.atMinutes}
              onChange={(atMinutes) => set(row, { atMinutes })}
            />
            <IconButton
              size="sm"
              icon={<Trash2 />}
              label={t("expectedRemove", { number: position + 1 })}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          </li>
        ))}
      </ol>
      {first && rows.length < scenarioEventsMax ? (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus />}
          onClick={() =>
            onChange([...rows, newRow({ atMinutes: rows.at(-1)?.atMinutes ?? 0, stepId: first.id })])
          }
        >
          {t("expectedAdd")}
        </Button>
      ) : null}
    </section>
  );
}
