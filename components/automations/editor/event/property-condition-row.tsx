"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { parseAny } from "@/components/audience/audience-field";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { asksForValue, type PropertyCondition, propertyOperators } from "@/lib/domain/automations/definition";

export type PropertyConditionRowProps = {
  condition: PropertyCondition;
  onChange: (condition: PropertyCondition) => void;
  onRemove: () => void;
};

type Operator = PropertyCondition["operator"];

const propertyCharsMax = 200;
const valueCharsMax = 1_000;

/** property · operator · value. */
export function PropertyConditionRow({ condition, onChange, onRemove }: PropertyConditionRowProps) {
  const t = useTranslations("automations.event");
  const { property, operator, value } = condition;
  const name = property || t("property");
  const withOperator = (next: Operator): PropertyCondition =>
    asksForValue(next) ? { property, operator: next, value: value ?? "" } : { property, operator: next };
  return (
    <li className="grid gap-2 rounded-md border bg-card p-2 sm:grid-cols-[minmax(0,1fr)_minmax(8rem,11rem)_minmax(0,1fr)_auto] sm:items-center">
      <Input
        aria-label={t("property")}
        placeholder={t("propertyPlaceholder")}
        value={property}
        maxLength={propertyCharsMax}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ ...condition, property: event.currentTarget.value.trim() })}
      />
      <Select
        aria-label={t("operatorOf", { property: name })}
        options={propertyOperators.map((one) => ({ value: one, label: t(`operators.${one}`) }))}
        value={operator}
        onValueChange={(next) => onChange(withOperator(next))}
      />
      {asksForValue(operator) ? (
        <ValueInput
          label={t("valueOf", { property: name })}
          value={value}
          onChange={(next) => onChange({ property, operator, value: next })}
        />
      ) : (
        <span className="max-sm:hidden" />
      )}
      <IconButton
        size="sm"
        className="justify-self-end"
        icon={<Trash2 />}
        label={t("removeCondition", { property: name })}
        onClick={onRemove}
      />
    </li>
  );
}

type Value = PropertyCondition["value"];

type ValueInputProps = { label: string; value: Value; onChange: (value: NonNullable<Value>) => void };

/** Keeps what was typed, as "1." is on its way to a number; another value from outside is shown. */
function ValueInput({ label, value, onChange }: ValueInputProps) {
  const [text, setText] = useState(String(value ?? ""));
  const shown = String(read(text)) === String(value ?? "") ? text : String(value ?? "");
  return (
    <Input
      aria-label={label}
      value={shown}
      maxLength={valueCharsMax}
      autoComplete="off"
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}

/** Whether it is a number or a text matters to nobody but "more than" and "less than". */
function read(text: string): string | number | boolean {
  const value = parseAny(text);
  return Array.isArray(value) ? text : value;
}
