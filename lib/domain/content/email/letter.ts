import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { escapeHtml } from "@/lib/platform/escape-html";
import { emailPage, paragraphsOf } from "./email-html";

export type Letter = {
  language: InterfaceLocale;
  subject: string;
  paragraphs: readonly string[];
  button: { label: string; url: string };
  /** Small print under the button. */
  closing: string;
};

const buttonStyle =
  "display:inline-block;padding:12px 24px;background:#4338ca;border-radius:8px;color:#ffffff;font-weight:bold;text-decoration:none";
const closingStyle = "margin:24px 0 0;color:#6b7280;font-size:13px;line-height:20px";

/** A mail from us to one person, with one thing to press. Its words are not templates: names stand in it as they are. */
export function composeLetter({ language, subject, paragraphs, button, closing }: Letter) {
  const { label, url } = button;
  const link = escapeHtml(url);
  const inner = [
    paragraphsOf(paragraphs.join("\n\n")),
    `<p style="margin:24px 0"><a href="${link}" style="${buttonStyle}">${escapeHtml(label)}</a></p>`,
    `<p style="${closingStyle}">${link}</p>`,
    `<p style="${closingStyle}">${escapeHtml(closing)}</p>`,
  ].join("");
  return {
    subject: subject.replace(/\s+/g, " "),
    html: emailPage({ language, preheader: "", inner }),
    text: [...paragraphs, `${label}: ${url}`, closing].join("\n\n"),
  };
}
