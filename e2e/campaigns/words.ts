import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/browser/preferences";

/** The words that a person of this language sees, by namespace. */
export function wordsOf(locale: Locale, namespace: string) {
  const text = readFileSync(`messages/${locale}/${namespace}.json`, "utf8");
  return createTranslator({ locale, messages: JSON.parse(text) as Record<string, string> });
}
