"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { conditionsPerEventMax, type PropertyCondition } from "@/lib/domain/automations/definition";
import { EventNameField } from "./event-name-field";
import { LastPayload } from "./last-payload";
import { PropertyConditionRow } from "./property-condition-row";

export type EventChoice = { event: string; where: PropertyCondition[] };

export type EventFieldsProps = {
  value: EventChoice;
  onChange: (choice: EventChoice) => void;
  label: string;
};

/** An event, and what its properties must be. */
export function EventFields({ value, onChange, label }: EventFieldsProps) {
  const t = useTranslations("automations.event");
  const { event, where } = value;
  const change = (next: PropertyCondition[]) => onChange({ event, where: next });
  const isFull = where.length >= conditionsPerEventMax;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <EventNameField label={label} value={event} onChange={(name) => onChange({ event: name, where })} />
      <fieldset className="min-w-0">
        <legend className="font-medium text-sm">{t("conditions")}</legend>
        <p className="text-muted-foreground text-xs">
          {t(where.length > 0 ? "allMustHold" : "noConditions")}
        </p>
        {where.length > 0 ? (
          <ul className="mt-2 flex flex-col gap-2">
            {where.map((condition, position) => (
              <PropertyConditionRow
                // Conditions have no identity but their place.
                key={position.toString()}
                condition={condition}
                onChange={(changed) => change(where.with(position, changed))}
                onRemove={() => change(where.toSpliced(position, 1))}
              />
            ))}
          </ul>
        ) : null}
        {isFull ? null : (
          <Button
            size="sm"
            className="mt-2"
            icon={<Plus />}
            onClick={() => change([...where, { property: "", operator: "equals", value: "" }])}
          >
            {t("addCondition")}
          </Button>
        )}
      </fieldset>
      {event === "" ? null : (
        <LastPayload
          event={event}
          onPick={
            isFull
              ? undefined
              : ({ property, value: found }) =>
                  change([...where, { property, operator: "equals", value: found }])
          }
        />
      )}
    </div>
  );
}
