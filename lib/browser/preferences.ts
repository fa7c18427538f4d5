export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

export const cookieNames = {
  theme: "theme",
  locale: "locale",
  timeZone: "timeZone",
  sidebar: "sidebar",
  shortcuts: "shortcuts",
  /** Chosen by somebody who has not signed in yet: it becomes their account's. */
  chosenLocale: "chosenLocale",
} as const;

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
