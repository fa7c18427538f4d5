import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** The words that a person of this language sees, by namespace. */
export function wordsOf(locale: InterfaceLocale, namespace: string): Words {
  const text = readFileSync(`messages/${locale}/${namespace}.json`, "utf8");
  const messages: Record<string, string> = JSON.parse(text);
  return createTranslator({ locale, messages }) as Words;
}
