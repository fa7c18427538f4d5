const DETAIL_LENGTH_MAX = 200;

/** One printable line of what a provider said, for storing and showing. */
export function toAnswerDetail(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > DETAIL_LENGTH_MAX ? `${line.slice(0, DETAIL_LENGTH_MAX - 1)}…` : line;
}
