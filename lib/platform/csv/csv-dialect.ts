export const delimiters = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof delimiters)[number];

/** Whether what a spreadsheet would run as a formula is kept from it. */
export const formulaModes = ["guarded", "plain"] as const;

export type FormulaMode = (typeof formulaModes)[number];

export const encodings = ["utf-8", "utf-16le", "windows-1254"] as const;

export type Encoding = (typeof encodings)[number];

/**
 * The delimiter that cuts the first lines into the same number of columns, and into the most. Delimiters inside
 * quotes do not count.
 */
export function sniffDelimiter(head: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const counts = countPerLine(head, delimiter).slice(0, 20);
    const [first = 0] = counts;
    const same = counts.filter((count) => count === first).length;
    const score = first === 0 ? 0 : (same / counts.length) * 1_000 + first;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function countPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let empty = true;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === delimiter) count += 1;
    else if (!quoted && sign === "\n") {
      if (!empty) counts.push(count);
      count = 0;
      empty = true;
      continue;
    }
    if (sign !== "\r") empty = false;
  }
  if (counts.length === 0 && !empty) counts.push(count);
  return counts;
}

/** From the first bytes alone: a mark decides, then whether they are UTF-8; else it is what Turkish Excel writes. */
export function sniffEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  try {
    // Streaming, since the head may end inside a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1254";
  }
}

/** Begins like a ZIP archive, which is what a workbook is. */
export const beginsAsZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;

/** Text holds no zeros, unless each of its characters is two bytes. */
export const isText = (bytes: Uint8Array, encoding: Encoding): boolean =>
  encoding === "utf-16le" || !bytes.includes(0);
