import { useTranslations } from "next-intl";
import type { ContentProblem } from "@/components/content/api";

/** The sentence of a problem in the reader's language. */
export function useProblemText(): (problem: ContentProblem, fieldName?: string) => string {
  const t = useTranslations("content");
  return ({ code, field, language, values }, fieldName) => {
    const place = { field: fieldName ?? t(`fieldNames.${field}`), language };
    return t(`problems.${code}`, { ...place, ...values });
  };
}
