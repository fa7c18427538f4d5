import { acceptedLocaleOf, type InterfaceLocale } from "@/lib/domain/users/interface-locale";
import type { AppError, InvalidParam } from "@/lib/platform/errors";
import englishContent from "@/messages/en/content.json" with { type: "json" };
import english from "@/messages/en/errors.json" with { type: "json" };
import turkishContent from "@/messages/tr/content.json" with { type: "json" };
import turkish from "@/messages/tr/errors.json" with { type: "json" };

type Catalogue = Record<string, string>;

const catalogues: Record<InterfaceLocale, Catalogue> = { en: english, tr: turkish };
const contentProblems: Record<InterfaceLocale, Catalogue> = {
  en: englishContent.problems,
  tr: turkishContent.problems,
};

/** Sentences that schemas say of a field, by their English words. */
const keyOfSentence = new Map(Object.entries(english).map(([key, sentence]) => [sentence, key]));

/** The sentence for a reason or a code in the caller's language; the English message where none is written. */
export function translateProblem(error: AppError, acceptLanguage: string | null): string {
  const language = acceptedLocaleOf(acceptLanguage);
  const catalogue = catalogues[language];
  const { reason = "", problem, rule } = error.details;
  const template =
    catalogue[`${reason}_${rule}`] ??
    catalogue[`${error.code}_${reason}`] ??
    catalogue[`${reason}_${problem}`] ??
    catalogue[reason] ??
    (language === "en" ? undefined : catalogue[error.code]);
  return template === undefined ? error.message : fill(template, error.details);
}

/** The same for each wrong field: by what the schema says of it, by its own code, or by what is wrong with the content. */
export function translateParams(
  { errors = [], ...details }: AppError["details"],
  acceptLanguage: string | null,
): InvalidParam[] {
  const language = acceptedLocaleOf(acceptLanguage);
  return errors.map(({ values = {}, ...param }) => {
    if (language === "en") return param;
    const template =
      catalogues[language][keyOfSentence.get(param.detail) ?? ""] ??
      catalogues[language][isOwnCode(param, details) ? param.code : ""] ??
      contentProblems[language][Object.keys(values).length > 0 ? param.code : ""];
    // Sentences that count in their own grammar are written for the dashboard alone.
    const isPlain = template !== undefined && !/\{\w+,/.test(template);
    return isPlain ? { ...param, detail: fill(template, { ...details, ...values }) } : param;
  });
}

/** An answer whose warnings are in the caller's language. */
export function translateWarnings<T extends { warnings: InvalidParam[] }>(
  answer: T,
  { headers }: Request,
): T {
  return {
    ...answer,
    warnings: translateParams({ errors: answer.warnings }, headers.get("accept-language")),
  };
}

const fieldCodes: ReadonlySet<string> = new Set([
  "converted",
  "invalid_email",
  "invalid_phone",
  "invalid_endpoint",
]);

const isOwnCode = ({ code }: InvalidParam, { reason }: AppError["details"]): boolean =>
  code === reason || fieldCodes.has(code);

const fill = (template: string, values: Record<string, unknown>): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
