"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { scenarioEventsMax } from "@/lib/domain/automations/tests/scenario";
import { DurationField } from "../editor/duration-field";
import { EventNameField } from "../editor/event/event-name-field";
import { PropertiesField } from "../test-run/properties-field";
import { type EventRow, newRow } from "./scenario-draft";

export type EventRowsProps = { rows: EventRow[]; onChange: (rows: EventRow[]) => void };

/** What the person does, and when. */
export function EventRows({ rows, onChange }: EventRowsProps) {
  const t = useTranslations("automations.tests");
  const set = (row: EventRow, part: Partial<EventRow>) =>
    onChange(rows.map((one) => (one.key === row.key ? { ...one, ...part } : one)));
  return (
    <section aria-label={t("events")} className="flex min-w-0 flex-col gap-3">
      <h3 className="font-semibold text-sm">{t("events")}</h3>
      <ol className="flex flex-col gap-3 empty:hidden">
        {rows.map((row, position) => (
          <li key={row.key} className="flex min-w-0 flex-col gap-3 rounded-md border p-3">
            <div className="flex items-center justify-between gap-2">
              <span className="font-medium text-sm">{t("eventNo", { number: position + 1 })}</span>
              <IconButton
                size="sm"
                icon={<Trash2 />}
                label={t("eventRemove", { number: position + 1 })}
                onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              />
            </div>
            <DurationField
              label={t("afterStart")}
              min={0}
              minutes={row.atMinutes}
              onChange={(atMinutes) => set(row, { atMinutes })}
            />
            <EventNameField label={t("event")} value={row.name} onChange={(name) => set(row, { name })} />
            <PropertiesField
              label={t("properties")}
              value={row.properties ?? {}}
              onChange={(properties) => set(row, { properties })}
              rows={2}
            />
          </li>
        ))}
      </ol>
      {rows.length < scenarioEventsMax ? (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus />}
          onClick={() =>
            onChange([...rows, newRow({ atMinutes: rows.at(-1)?.atMinutes ?? 0, name: "", properties: {} })])
          }
        >
          {t("eventAdd")}
        </Button>
      ) : null}
    </section>
  );
}
