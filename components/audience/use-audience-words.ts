import { useTranslations } from "next-intl";
import { type AudienceOperator, attributeName } from "@/lib/domain/audience/audience-filter";
import { isKnownField, valueKindOf } from "./audience-field";

/** The operator as its words are filed: lists have things, numbers are more and less. */
function operatorKey(field: string, operator: AudienceOperator): string {
  const isList = field === "tags" || field === "channels";
  if (isList && operator === "contains") return "has";
  if (isList && operator === "not_contains") return "has_not";
  return valueKindOf(field, operator) === "number" ? `${operator}_number` : operator;
}

/** Names of fields and operators in the reader's language. */
export function useAudienceWords() {
  const t = useTranslations("audience");
  return {
    fieldName: (field: string) =>
      isKnownField(field) ? t(`fields.${field}`) : (attributeName(field) ?? field),
    operatorName: (field: string, operator: AudienceOperator) =>
      t(`operators.${operatorKey(field, operator)}`),
    operatorKey,
  };
}
