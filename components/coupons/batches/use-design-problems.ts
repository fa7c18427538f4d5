import { useFormatter, useTranslations } from "next-intl";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import type { BatchPreview } from "./api";

/** What is wrong, by field of the form, in the person's language. */
export function useDesignProblems(error: unknown, refusal: BatchPreview["refusal"]): Record<string, string> {
  const t = useTranslations("batches.problems");
  const format = useFormatter();
  const problems: Record<string, string> = {};
  for (const [pointer, { code, detail }] of Object.entries(fieldErrorsOf(error)))
    problems[pointer.replace(/^design\./, "")] = t.has(code) ? t(code) : detail;
  if (refusal && !error) {
    const { needed = 0, quantity = 0 } = refusal.values ?? {};
    problems.length = t("guessable", { needed, quantity: format.number(Number(quantity)) });
  }
  return problems;
}
