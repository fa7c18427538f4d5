import { useTranslations } from "next-intl";
import { type AudienceOperator, attributeName } from "@/lib/domain/audience/audience-filter";
import { isKnownField, valueKindOf } from "./audience-field";

/** Names of fields and operators in the reader's language. */
export function useAudienceWords() {
  const t = useTranslations("audience");
  return {
    fieldName: (field: string) =>
      isKnownField(field) ? t(`fields.${field}`) : (attributeName(field) ?? field),
    operatorName: (field: string, operator: AudienceOperator) => {
      const isList = field === "tags" || field === "channels";
      if (isList && operator === "contains") return t("operators.has");
      if (isList && operator === "not_contains") return t("operators.has_not");
      const kind = valueKindOf(field, operator);
      return kind === "number" ? t(`operators.${operator}_number`) : t(`operators.${operator}`);
    },
  };
}
