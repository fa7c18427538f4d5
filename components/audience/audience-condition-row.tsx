"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Combobox } from "@/components/ui/forms/combobox";
import { Select } from "@/components/ui/forms/select";
import type { AudienceCondition } from "@/lib/domain/audience/audience-filter";
import { firstValueOf, operatorsOf, valueKindOf } from "./audience-field";
import type { ConditionNode } from "./audience-node";
import { AudienceValueInput } from "./audience-value-input";
import { type BuilderActs, NodeActions } from "./node-actions";
import { useAudienceWords } from "./use-audience-words";

export type AudienceConditionRowProps = { node: ConditionNode; acts: BuilderActs };

/** field · operator · value, each as the field's type allows. */
export function AudienceConditionRow({ node, acts }: AudienceConditionRowProps) {
  const t = useTranslations("audience");
  const { fieldName, operatorName } = useAudienceWords();
  const { condition } = node;
  const kind = valueKindOf(condition.field, condition.operator);
  const change = (next: AudienceCondition) => acts.change(node.id, { ...node, condition: next });
  const name = fieldName(condition.field);
  return (
    <li
      data-audience-node={node.id}
      className="grid gap-2 rounded-md border bg-card p-2 sm:grid-cols-[minmax(9rem,12rem)_minmax(8rem,11rem)_minmax(0,1fr)_auto] sm:items-center"
    >
      <Combobox
        aria-label={t("field")}
        options={acts.fields.map((value) => ({ value, label: fieldName(value) }))}
        value={condition.field}
        onValueChange={(field) => field && change(blankCondition(field))}
        disabled={acts.disabled}
      />
      <Select
        aria-label={t("operatorOf", { field: name })}
        options={operatorsOf(condition.field).map((value) => ({
          value,
          label: operatorName(condition.field, value),
        }))}
        value={condition.operator}
        onValueChange={(operator) => change(withOperator(condition, operator))}
        disabled={acts.disabled}
      />
      <div className={cn("min-w-0", kind === "none" && "max-sm:hidden")}>
        <AudienceValueInput
          kind={kind}
          field={condition.field}
          value={condition.value}
          onChange={(value) => change(withValue(condition, value))}
          label={t("valueOf", { field: name })}
          disabled={acts.disabled}
        />
      </div>
      <NodeActions id={node.id} name={name} acts={acts} />
    </li>
  );
}

function withValue(
  { field, operator }: AudienceCondition,
  value: AudienceCondition["value"],
): AudienceCondition {
  return value === undefined ? { field, operator } : { field, operator, value };
}

/** The value is kept where the new operator asks for the same kind. */
function withOperator(
  condition: AudienceCondition,
  operator: AudienceCondition["operator"],
): AudienceCondition {
  const { field, value } = condition;
  const kind = valueKindOf(field, operator);
  const isSame = kind === valueKindOf(field, condition.operator);
  return withValue({ field, operator }, isSame ? value : firstValueOf(kind));
}

export function blankCondition(field: string): AudienceCondition {
  const operator = operatorsOf(field)[0] ?? "equals";
  return withValue({ field, operator }, firstValueOf(valueKindOf(field, operator)));
}
