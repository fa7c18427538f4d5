import { randomBytes } from "node:crypto";
import { htmlPieces } from "./html-pieces";

/** Drawn per process: no text from outside can look like a mark. */
const fence = `pp${randomBytes(8).toString("hex")}`;
/** A signed link has one byte for its number. */
export const linksMax = 255;

/** Stands for the picture that tells of an opening. */
export const pixelMark = `${fence}0|${fence}`;

/** A link in a page's source that will be filled in for each person; `url` may hold Liquid. */
export const linkMark = (linkNo: number, url: string): string => `${fence}${linkNo}|${url}${fence}`;

const hrefIn = /\bhref[\t\n\f\r ]*=[\t\n\f\r ]*("([^"]*)"|'([^']*)')/gi;

/** Marks every link of a page but those that unsubscribe, in its order from 1. */
export function markLinks(html: string): string {
  let linkNo = 0;
  let marked = "";
  for (const piece of htmlPieces(html)) {
    const href = piece.kind === "start" && piece.name === "a" ? piece.attributes.get("href") : undefined;
    const isMarkable = href && !/unsubscribe_url/.test(href) && linkNo < linksMax;
    marked += isMarkable
      ? piece.source.replace(hrefIn, (whole, _quoted, double?: string, single?: string) => {
          if ((double ?? single) !== href) return whole;
          linkNo += 1;
          return `href="${linkMark(linkNo, href.replaceAll('"', "&quot;"))}"`;
        })
      : piece.source;
  }
  return marked;
}

type Fill = {
  /** What takes the place of an address, as it would stand in an attribute. */
  link: (linkNo: number, href: string) => string;
  pixel: () => string;
};

export function fillMarks(html: string, fill: Fill): string {
  const parts = html.split(fence);
  if (parts.length === 1) return html;
  return parts
    .map((part, position) => {
      if (position % 2 === 0) return part;
      const at = part.indexOf("|");
      const linkNo = Number(part.slice(0, at));
      return linkNo === 0 ? fill.pixel() : fill.link(linkNo, part.slice(at + 1));
    })
    .join("");
}
