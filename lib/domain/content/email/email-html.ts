import { type InterfaceLocale, toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { escapeHtml } from "@/lib/platform/escape-html";

const words: Record<InterfaceLocale, { prompt: string; unsubscribe: string }> = {
  tr: { prompt: "Bu e-postayı {{ workspace.name }} gönderdi.", unsubscribe: "Abonelikten çık" },
  en: { prompt: "You receive this e-mail from {{ workspace.name }}.", unsubscribe: "Unsubscribe" },
};

const footerStyle =
  "margin:32px 0 0;padding:16px 0 0;border-top:1px solid #e5e7eb;color:#6b7280;font:12px/18px Arial,Helvetica,sans-serif;text-align:center";

/** Liquid source of the footer that marketing e-mails get when they bring no unsubscribe link of their own. */
export function unsubscribeFooter(language: string): { html: string; text: string } {
  const { prompt, unsubscribe } = words[toInterfaceLocale(language)];
  return {
    html: `<p style="${footerStyle}">${prompt} <a href="{{ unsubscribe_url }}" style="color:#4b5563">${unsubscribe}</a></p>`,
    text: `\n\n--\n${prompt}\n${unsubscribe}: {{ unsubscribe_url }}`,
  };
}

/** Whether the variable stands behind a `{{` or `{%` that nothing has closed before it. */
export const mentionsUnsubscribe = (source: string): boolean =>
  source.split("}").some((piece) => {
    const start = piece.search(/\{[{%]/);
    return start >= 0 && /\bunsubscribe_url\b/.test(piece.slice(start + 2));
  });

/** Puts a piece at the end of the visible page. */
export function insertBeforeBodyEnd(html: string, piece: string): string {
  const end = html.search(/<\/body\s*>/i);
  return end < 0 ? html + piece : html.slice(0, end) + piece + html.slice(end);
}

type Mark = (linkNo: number, url: string) => string;

const linkedFrom = (mark: Mark) => {
  let linkNo = 0;
  return (escaped: string): string =>
    escaped.replace(/\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g, (url) => {
      linkNo += 1;
      return `<a href="${mark(linkNo, url)}" style="color:#2563eb">${url}</a>`;
    });
};

/**
 * A rendered plain text as paragraphs: blank lines part them, addresses become links, nothing else is markup. `mark`
 * says what stands for an address in its link.
 */
export function paragraphsOf(text: string, mark: Mark = (_, url) => url): string {
  const linked = linkedFrom(mark);
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(
      (paragraph) =>
        `<p style="margin:0 0 16px">${linked(escapeHtml(paragraph)).replaceAll("\n", "<br>")}</p>`,
    )
    .join("");
}

const preheaderStyle = "display:none;max-height:0;overflow:hidden;opacity:0";

/** The line that inboxes show beside the subject. */
export const preheaderOf = (text: string): string =>
  text === "" ? "" : `<div data-preheader style="${preheaderStyle}">${escapeHtml(text)}</div>`;

/** A plain, narrow page that every mail program draws alike. */
export function emailPage({
  language,
  preheader,
  inner,
}: {
  language: string;
  preheader: string;
  inner: string;
}): string {
  return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:24px 16px"><div style="max-width:560px;margin:0 auto;font:16px/24px Arial,Helvetica,sans-serif">${preheader}${inner}</div></body></html>`;
}
