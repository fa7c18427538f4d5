export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

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
