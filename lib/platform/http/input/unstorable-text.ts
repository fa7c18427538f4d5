/**
 * Where a value holds text that Postgres cannot store (U+0000, lone surrogates), as a dotted path; undefined when it
 * holds none. Without recursion: the value comes from outside and may be nested without end.
 */
export function findUnstorableText(value: unknown): string | undefined {
  const open: { entry: unknown; path: string }[] = [{ entry: value, path: "" }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { entry, path } = next;
    if (typeof entry === "string") {
      if (!isStorable(entry)) return path;
    } else if (typeof entry === "object" && entry !== null) {
      for (const [key, child] of Object.entries(entry)) {
        const inner = path === "" ? key : `${path}.${key}`;
        if (!isStorable(key)) return path;
        if (typeof child === "string" || typeof child === "object") open.push({ entry: child, path: inner });
      }
    }
  }
  return undefined;
}

/** Of at most so many characters, without half of one at its end. */
export function cutText(text: string, lengthMax: number): string {
  const cut = text.slice(0, lengthMax);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");
