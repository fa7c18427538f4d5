/** A button under a push message. */
export type ContentAction = { id: string; title: string; url?: string };

/**
 * What one language of a message says, before rendering. Text fields are Liquid. `subtitle` is the message text
 * where `body` is empty; on iOS with both it is the line between title and body.
 */
export type Content = {
  language: string;
  title: string;
  subtitle: string;
  body: string;
  /** E-mail only. */
  html: string;
  imageUrl: string;
  iconUrl: string;
  badgeUrl: string;
  deepLink: string;
  actions: ContentAction[];
  requireInteraction: boolean;
  data: Record<string, string>;
  /** What stands for a variable that neither the person nor the event has, by its name. */
  variables?: Record<string, string> | undefined;
};

export const emptyContent: Content = {
  language: "en",
  title: "",
  subtitle: "",
  body: "",
  html: "",
  imageUrl: "",
  iconUrl: "",
  badgeUrl: "",
  deepLink: "",
  actions: [],
  requireInteraction: false,
  data: {},
};

/** The text under the title. */
export const textOf = (content: Pick<Content, "body" | "subtitle">): string =>
  content.body || content.subtitle;

/**
 * The best language for a person: exact tag, then its base language, then the workspace's, then the first.
 * `contents` is never empty: a campaign without content cannot be sent.
 */
export function pickLanguage<T extends { language: string }>(
  contents: readonly [T, ...T[]],
  locale: string | null | undefined,
  workspaceLocale: string,
): T {
  const wanted = [locale, locale?.split("-")[0], workspaceLocale, workspaceLocale.split("-")[0]];
  for (const tag of wanted) {
    const found = contents.find((content) => content.language === tag);
    if (found) return found;
  }
  return contents[0];
}
