import { useTranslations } from "next-intl";
import { useAnswerWords } from "@/components/providers/answer/use-answer-words";

/** What a failure code means, where it is one of those we know; the code itself else. */
export function useCodeWords(): (code: string) => string {
  const t = useTranslations("notifications.failureCodes");
  const answerWords = useAnswerWords();
  return (code) => (t.has(code) ? t(code) : (answerWords(code) ?? code));
}
