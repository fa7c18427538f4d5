import { useTranslations } from "next-intl";
import type { ContentProblem } from "@/components/content/api";
import { useFieldName } from "./use-field-name";

/** The sentence of a problem in the reader's language. */
export function useProblemText(): (problem: ContentProblem, fieldName?: string) => string {
  const t = useTranslations("content");
  const nameOf = useFieldName();
  return ({ code, field, part, language, values }, fieldName) => {
    const place = { field: fieldName ?? nameOf({ field, part }), language };
    return t(`problems.${code}`, { ...place, ...values });
  };
}
