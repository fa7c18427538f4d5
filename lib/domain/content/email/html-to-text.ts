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
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

const decode = (text: string): string => text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, decodeEntity);

const linkTo = (href: string, label: string): string => {
  const text = label.replace(/<[^>]+>/g, "").trim();
  if (href === "" || href.startsWith("#")) return text;
  return text === "" || text === href ? href : `${text} (${href})`;
};

/**
 * The plain-text part of an e-mail. Works on the Liquid source as well as on the result: `{{ … }}` and `{% … %}`
 * come through untouched, also from inside a link.
 */
export function htmlToText(html: string): string {
  const liquid: string[] = [];
  const hidden = html
    .replace(/[\uE000\uE001]/g, "")
    .replace(/\{\{.*?\}\}|\{%.*?%\}/gs, (token) => `\uE000${liquid.push(token) - 1}\uE001`);
  const text = hidden
    .replace(/<!--.*?-->|<(head|style|script|title)\b.*?<\/\1\s*>/gis, "")
    .replace(/<[^>]*\bdata-preheader\b.*?<\/\w+>/gis, "")
    .replace(/\s+/g, " ")
    .replace(
      /<a\b[^>]*?\bhref\s*=\s*["']([^"']*)["'][^>]*>(.*?)<\/a\s*>/gi,
      (_, href: string, label: string) => linkTo(href, label),
    )
    .replace(/<img\b[^>]*?\balt\s*=\s*["']([^"']+)["'][^>]*>/gi, "[$1]")
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<br\b[^>]*>|<\/(tr|ul|ol|div|table)\s*>/gi, "\n")
    .replace(/<\/(p|h[1-6]|blockquote|section)\s*>|<hr\b[^>]*>/gi, "\n\n")
    .replace(/<[^>]*>/g, "");
  return decode(text)
    .replace(/[^\S\n]*\n[^\S\n]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => liquid[Number(index)] ?? "")
    .trim();
}
