import type { Context, FilterImplOptions } from "liquidjs";
import { textOfValue } from "./text-of-value";

type CaseContext = Context & { readonly language?: string | undefined };

const upper = (text: string, language: string | undefined): string =>
  language === undefined ? text.toUpperCase() : text.toLocaleUpperCase(language);

const lower = (text: string, language: string | undefined): string =>
  language === undefined ? text.toLowerCase() : text.toLocaleLowerCase(language);

function capitalize(text: string, language: string | undefined): string {
  const [first = ""] = text;
  return upper(first, language) + lower(text.slice(first.length), language);
}

const inLanguageOf = (change: typeof upper): FilterImplOptions =>
  function (value: unknown) {
    return change(textOfValue(value), (this.context as CaseContext).language);
  };

/** As Liquid has them, by the language of the message: Turkish has two letters i. */
export const caseFilters: Record<string, FilterImplOptions> = {
  upcase: inLanguageOf(upper),
  downcase: inLanguageOf(lower),
  capitalize: inLanguageOf(capitalize),
};
