import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/browser/preferences";

type Messages = { [key: string]: string };
type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The words that a person of this language sees, by namespace. */
export function wordsOf(locale: Locale, namespace: string): Translate {
  const text = readFileSync(`messages/${locale}/${namespace}.json`, "utf8");
  const t = createTranslator<Messages>({ locale, messages: JSON.parse(text) as Messages });
  // Keys are chosen at run time, so what each of them takes is not known to the types.
  const translate = t as unknown as Translate;
  return (key, values) => translate(key, values);
}
