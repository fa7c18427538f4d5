const detailLengthMax = 200;

/** One printable line of what a provider said, for storing and showing. */
export function toAnswerDetail(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > detailLengthMax ? `${line.slice(0, detailLengthMax - 1)}…` : line;
}
