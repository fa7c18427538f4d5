export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

export const locales = ["tr", "en"] as const;
export type Locale = (typeof locales)[number];

export const cookieNames = {
  theme: "theme",
  locale: "locale",
  timeZone: "timeZone",
  sidebar: "sidebar",
  shortcuts: "shortcuts",
} as const;

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

export function parseLocale(value: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === value);
}

/** The first supported language of an `Accept-Language` header, by its weights. */
export function findAcceptedLocale(header: string | null): Locale | undefined {
  if (!header) return undefined;
  const wanted = header.split(",").map((entry) => {
    const [tag = "", weight] = entry.trim().split(";q=");
    return { language: tag.split("-")[0]?.toLowerCase(), weight: weight ? Number(weight) : 1 };
  });
  wanted.sort((left, right) => right.weight - left.weight);
  for (const { language, weight } of wanted) {
    const locale = weight > 0 ? parseLocale(language) : undefined;
    if (locale) return locale;
  }
  return undefined;
}
