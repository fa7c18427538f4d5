const mark = " (2)";

/** What a copy is called: it says that it is one, and keeps to the limit without half of an emoji. */
export function copyNameOf(name: string, charsMax: number): string {
  const kept = name.slice(0, charsMax - mark.length).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}${mark}`;
}
