import { useTranslations } from "next-intl";
import { answerKindOf } from "./answer-kind";

/** What a provider's own words mean, where we know; undefined else. */
export function useAnswerWords(): (raw: string) => string | undefined {
  const t = useTranslations("providers.answers");
  return (raw) => {
    const kind = answerKindOf(raw);
    return kind && t(kind);
  };
}
