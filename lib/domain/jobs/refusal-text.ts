import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import english from "@/messages/en/jobs.json" with { type: "json" };
import turkish from "@/messages/tr/jobs.json" with { type: "json" };

const catalogues: Record<InterfaceLocale, Record<string, string>> = {
  en: english.refusals,
  tr: turkish.refusals,
};

type Problem = { reason: string; column: string };

/** What is wrong with a refused row, as a sentence that names its column. */
export function refusalText({ reason, column }: Problem, language: InterfaceLocale): string {
  const sentence = catalogues[language][reason] ?? reason;
  return column === "" ? sentence : `${column}: ${sentence}`;
}
