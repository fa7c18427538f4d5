type Found = { start: number; end: number };

/**
 * Where the next match at or after a place is. Asked from left to right, all answers together read the text once: a
 * match that lies ahead is kept, and so is that there is none.
 */
export function forwardSearch(text: string, wanted: RegExp): (from: number) => Found | undefined {
  const pattern = new RegExp(wanted, "gi");
  let found: Found | undefined = { start: -1, end: -1 };
  return (from) => {
    if (!found || found.start >= from) return found;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    found = match ? { start: match.index, end: pattern.lastIndex } : undefined;
    return found;
  };
}
