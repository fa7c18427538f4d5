import { forwardSearch } from "../forward-search";

/** `at` is where the piece begins. */
export type HtmlPiece = { at: number; source: string } & (
  | { kind: "text" | "comment" }
  | { kind: "end"; name: string }
  | { kind: "start"; name: string; attributes: ReadonlyMap<string, string> }
  /** An element in which nothing is markup, with its end. */
  | { kind: "raw"; name: string; attributes: ReadonlyMap<string, string>; inner: string }
);

const opener = /<(?:(!--)|[!?]|(\/?)([a-z][^\t\n\f\r />]*)|\/)/gi;

const attribute =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"?|'([^']*)'?|([^\t\n\f\r >]*)))?/y;

const rawNames = ["script", "style", "textarea", "title"];

/** A page cut at its tags, as a browser cuts it, in one pass whatever the page is. What is never closed is text. */
export function* htmlPieces(html: string): Generator<HtmlPiece, void> {
  const nextComment = forwardSearch(html, /--!?>/);
  const nextTagEnd = forwardSearch(html, />/);
  const readTag = tagReader(html, nextTagEnd);
  const nextRawEnd = new Map(
    rawNames.map((name) => [name, forwardSearch(html, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`))]),
  );

  function pieceAt(at: number, [lead, comment, slash, tagName]: RegExpExecArray): HtmlPiece | undefined {
    const piece = (end: number) => ({ at, source: html.slice(at, end) });
    if (tagName === undefined) {
      const closer = (comment && nextComment(at + 2)) || nextTagEnd(at);
      return closer && { kind: "comment", ...piece(closer.end) };
    }
    const tag = readTag(at + lead.length);
    if (!tag) return undefined;
    const name = tagName.toLowerCase();
    if (slash) return { kind: "end", name, ...piece(tag.end) };
    const { attributes } = tag;
    const closer = nextRawEnd.get(name)?.(tag.end);
    const end = closer && nextTagEnd(closer.end)?.end;
    if (end === undefined) return { kind: "start", name, attributes, ...piece(tag.end) };
    return { kind: "raw", name, attributes, inner: html.slice(tag.end, closer?.start), ...piece(end) };
  }

  const starts = new RegExp(opener);
  let done = 0;
  for (let match = starts.exec(html); match; match = starts.exec(html)) {
    const piece = pieceAt(match.index, match);
    if (!piece) continue;
    if (match.index > done) yield { kind: "text", at: done, source: html.slice(done, match.index) };
    yield piece;
    done = match.index + piece.source.length;
    starts.lastIndex = done;
  }
  if (done < html.length) yield { kind: "text", at: done, source: html.slice(done) };
}

type Tag = { end: number; attributes: ReadonlyMap<string, string> };

/** Reads from behind a tag's name. After a quote without its second no quote is believed any more, or each would be read to the end. */
function tagReader(html: string, nextTagEnd: ReturnType<typeof forwardSearch>) {
  let believesQuotes = true;
  return (from: number): Tag | undefined => {
    if (believesQuotes) {
      const tag = readAttributes(html, from);
      if (tag) return tag;
      believesQuotes = false;
    }
    const closer = nextTagEnd(from);
    return closer && { end: closer.end, attributes: new Map() };
  };
}

function readAttributes(html: string, from: number): Tag | undefined {
  const attributes = new Map<string, string>();
  const next = new RegExp(attribute);
  let end = from;
  next.lastIndex = from;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const [, name = "", double, single, bare] = match;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? "");
    end = next.lastIndex;
  }
  while (end < html.length && /[\t\n\f\r /]/.test(html.charAt(end))) end += 1;
  return html[end] === ">" ? { end: end + 1, attributes } : undefined;
}
