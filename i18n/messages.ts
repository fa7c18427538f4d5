import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

const loaded = new Map<InterfaceLocale, Promise<AbstractIntlMessages>>();

/** One object per language, keyed by file name: adding a namespace needs no code. */
export function readMessages(locale: InterfaceLocale): Promise<AbstractIntlMessages> {
  if (process.env.NODE_ENV !== "production") return loadMessages(locale);
  const known = loaded.get(locale) ?? loadMessages(locale);
  loaded.set(locale, known);
  return known;
}

async function loadMessages(locale: InterfaceLocale): Promise<AbstractIntlMessages> {
  const folder = path.join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const entries = files.map(async (file) => {
    const text = await readFile(path.join(folder, file), "utf8");
    return [file.slice(0, -".json".length), JSON.parse(text)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
