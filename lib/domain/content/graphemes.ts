const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const isPlain = (text: string): boolean => /^[\n\x20-\x7e]*$/.test(text);

/** What a reader calls characters: an emoji with its modifiers is one, `ğ` is one however it is encoded. */
export function countGraphemes(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** At most `max` characters, the last one an ellipsis where something was cut. */
export function truncateGraphemes(text: string, max: number): string {
  // No grapheme is shorter than one UTF-16 unit, so most texts need no counting.
  if (text.length <= max) return text;
  const kept: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    kept.push(segment);
    if (kept.length > max)
      return `${kept
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
  }
  return text;
}
