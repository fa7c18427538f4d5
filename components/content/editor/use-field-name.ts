import { useTranslations } from "next-intl";
import type { ContentProblem } from "@/components/content/api";

export type ProblemPlace = { field: string; part: ContentProblem["part"] };

/** The place of a problem as it reads in a sentence: the field, or the one button or key of it. */
export function useFieldName(): (place: ProblemPlace) => string {
  const t = useTranslations("content");
  return ({ field, part }) => {
    if (part !== null && field === "data") return t("fieldParts.data", { key: part });
    const [index, what] = part?.split(".") ?? [];
    if (what === "title" || what === "url")
      return t(`fieldParts.action_${what}`, { number: Number(index) + 1 });
    return t.has(`fieldNames.${field}`) ? t(`fieldNames.${field}`) : field;
  };
}
