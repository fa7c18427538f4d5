/** The reader's own language where the message has it, else the first one. */
export const languageToShow = (
  contents: readonly { language: string }[],
  locale: string,
): string | undefined => (contents.find(({ language }) => language === locale) ?? contents[0])?.language;
