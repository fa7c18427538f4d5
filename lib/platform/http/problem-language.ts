import { acceptedLocaleOf, type InterfaceLocale } from "@/lib/domain/users/interface-locale";
import type { AppError } from "@/lib/platform/errors";
import english from "@/messages/en/errors.json" with { type: "json" };
import turkish from "@/messages/tr/errors.json" with { type: "json" };

type Catalogue = Record<string, string>;

const catalogues: Record<InterfaceLocale, Catalogue> = { en: english, tr: turkish };

/** The sentence for a reason or a code in the caller's language; the English message where none is written. */
export function translateProblem(error: AppError, acceptLanguage: string | null): string {
  const language = acceptedLocaleOf(acceptLanguage);
  const catalogue = catalogues[language];
  const template =
    catalogue[error.details.reason ?? ""] ?? (language === "en" ? undefined : catalogue[error.code]);
  if (template === undefined) return error.message;
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(error.details[name] ?? hole));
}
