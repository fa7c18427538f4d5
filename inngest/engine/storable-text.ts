/** Without what Postgres refuses in text: one event with a NUL in its key would otherwise stop all events behind it. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}
