import { type HtmlPiece, htmlPieces } from "@/lib/domain/content/email/html-pieces";

const policy =
  "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; font-src https: data:; base-uri 'none'; form-action 'none'";

/** No scripts, no forms, no requests but pictures: the page's own policy on top of the frame's sandbox. */
export function isolatedPage(html: string, nonce: string | undefined, theme?: "light" | "dark"): string {
  const pieces = [...htmlPieces(theme ? onDevice(html, theme) : html)];
  // A srcdoc page also inherits the dashboard's policy, which takes style sheets by nonce only. They move to the front:
  // behind anything that the page brings, the nonce could end up inside an address that the page asks for.
  const sheets = nonce ? pieces.filter(isSheet) : [];
  const styles = sheets.map(({ attributes, inner }) => {
    const media = attributes.get("media");
    return `<style nonce="${nonce}"${media ? ` media="${media.replaceAll('"', "&quot;")}"` : ""}>${inner}</style>`;
  });
  const rest = nonce ? pieces.filter((piece) => !isSheet(piece)) : pieces;
  return `<!doctype html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank">${styles.join("")}${rest.map(({ source }) => source).join("")}`;
}

const isSheet = (piece: HtmlPiece): piece is HtmlPiece & { kind: "raw" } =>
  piece.kind === "raw" && piece.name === "style";

const schemeAsked = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;

const takesBothSchemes = (piece: HtmlPiece): boolean =>
  piece.kind === "start" &&
  piece.name === "meta" &&
  piece.attributes.get("name")?.toLowerCase() === "color-scheme" &&
  /^\s*(light dark|dark light)\s*$/i.test(piece.attributes.get("content") ?? "");

/** The page as a device in this theme shows it, whichever theme this browser prefers. */
const onDevice = (html: string, theme: "light" | "dark"): string =>
  [...htmlPieces(html)]
    .map((piece) =>
      takesBothSchemes(piece) ? `<meta name="color-scheme" content="${theme}">` : piece.source,
    )
    .join("")
    .replace(schemeAsked, (_, asked: string) =>
      asked.toLowerCase() === theme ? "(min-width: 0)" : "(max-width: 0)",
    );
