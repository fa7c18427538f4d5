import { forwardSearch } from "../forward-search";
import { splitAtLiquid } from "../liquid/split-at-liquid";
import { type HtmlPiece, htmlPieces } from "./html-pieces";

const named: Record<string, string> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  copy: "©",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
};

function decodeEntity(whole: string, code: string): string {
  if (!code.startsWith("#")) return named[code.toLowerCase()] ?? whole;
  const hex = code[1] === "x" || code[1] === "X";
  const point = Number.parseInt(code.slice(hex ? 2 : 1), hex ? 16 : 10);
  if (point === 0xe000 || point === 0xe001) return "";
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

const decode = (text: string): string => text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, decodeEntity);

const linkTo = (href: string, label: string): string => {
  const text = label.trim();
  if (href === "" || href.startsWith("#")) return text;
  return text === "" || text === href ? href : `${text} (${href})`;
};

const breaksAtStart: Record<string, string> = { li: "\n- ", br: "\n", hr: "\n\n" };

const breaksAtEnd: Record<string, string> = {
  ...Object.fromEntries(["tr", "ul", "ol", "div", "table"].map((name) => [name, "\n"])),
  ...Object.fromEntries(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"].map((name) => [name, "\n\n"]),
  ),
};

const placeholder = /\uE000(\d+)\uE001/g;

/** A name without the condition that stands right before or behind it, as in `{% if x %}href="…"`. */
const plainName = (name: string): string => name.replace(placeholder, "");

function attributeOf(attributes: ReadonlyMap<string, string>, wanted: string): string | undefined {
  for (const [name, value] of attributes) {
    if (plainName(name) === wanted) return oneSpace(value);
  }
  return undefined;
}

const oneSpace = (text: string): string => text.replace(/\s+/g, " ");

/** What a page says, without its head, its scripts and its preview line; line breaks where its blocks end. */
function readPage(html: string): string {
  const nextEnd = {
    head: forwardSearch(html, /<\/head\s*>/),
    preheader: forwardSearch(html, /<\/\w+>/),
    link: forwardSearch(html, /<\/a\s*>/),
  };
  let written = "";
  let words = "";
  let link: { href: string; from: number } | undefined;
  let skippedTo = 0;

  const write = (text: string) => {
    written += oneSpace(words) + text;
    words = "";
  };
  const closeLink = () => {
    write("");
    if (link) written = written.slice(0, link.from) + linkTo(link.href, written.slice(link.from));
    link = undefined;
  };
  const start = ({ at, source, name, attributes }: HtmlPiece & { kind: "start" }) => {
    const element = plainName(name);
    const isPreheader = attributeOf(attributes, "data-preheader") !== undefined;
    const hidden = isPreheader ? nextEnd.preheader(at) : element === "head" ? nextEnd.head(at) : undefined;
    if (hidden) {
      skippedTo = hidden.end;
      return;
    }
    write("");
    if (link) return;
    const href = element === "a" ? attributeOf(attributes, "href") : undefined;
    const alt = element === "img" ? attributeOf(attributes, "alt") : undefined;
    if (href !== undefined && nextEnd.link(at + source.length)) link = { href, from: written.length };
    else if (alt) write(`[${alt}]`);
    else write(breaksAtStart[element] ?? "");
  };

  for (const piece of htmlPieces(html)) {
    if (piece.at < skippedTo) continue;
    if (piece.kind === "text") words += piece.source;
    else if (piece.kind === "start") start(piece);
    else if (piece.kind === "end") {
      if (!link) write(breaksAtEnd[plainName(piece.name)] ?? "");
      else if (piece.name === "a") closeLink();
      else write("");
    }
  }
  closeLink();
  return written;
}

/**
 * The plain-text part of an e-mail. Works on the Liquid source as well as on the result: `{{ … }}` and `{% … %}`
 * come through untouched, also from inside a link.
 */
export function htmlToText(html: string): string {
  const pieces = splitAtLiquid(html.replace(/[\uE000\uE001]/g, ""));
  const hidden = pieces.map((piece, index) => (index % 2 === 1 ? `\uE000${index}\uE001` : piece)).join("");
  return decode(readPage(hidden))
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(placeholder, (_, index: string) => pieces[Number(index)] ?? "")
    .trim();
}
