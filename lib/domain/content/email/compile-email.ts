import type { MessageCategory } from "@/lib/domain/channels/channel";
import type { Content } from "../content";
import { compileText, renderText, type Variables } from "../liquid/compile-text";
import {
  emailPage,
  insertBeforeBodyEnd,
  mentionsUnsubscribe,
  paragraphsOf,
  preheaderOf,
  unsubscribeFooter,
} from "./email-html";
import { htmlToText } from "./html-to-text";
import { linkMark, markLinks, pixelMark } from "./link-marks";

type EmailInput = { variables: Variables; subtitle: string; body: string };

export type CompiledEmail = {
  isPersonal: boolean;
  render(input: EmailInput): { html: string; body: string };
};

/** Both parts of an e-mail; marketing gets an unsubscribe footer in a part that has no such link. */
export function compileEmail(
  content: Content,
  category: MessageCategory,
  { marks = false }: { marks?: boolean } = {},
): CompiledEmail {
  const footer = category === "marketing" ? unsubscribeFooter(content.language) : { html: "", text: "" };
  return content.html.trim() === "" ? fromBody(content, footer, marks) : fromHtml(content, footer, marks);
}

type Footer = { html: string; text: string };

const unlessPresent = (source: string, footer: string): string => (mentionsUnsubscribe(source) ? "" : footer);

/** The page is made of the rendered text: a condition around a paragraph then never breaks the markup. */
function fromBody(content: Content, footer: Footer, marks: boolean): CompiledEmail {
  const source = content.body || content.subtitle;
  const html = compileText(unlessPresent(source, footer.html), "html", content.language);
  const text = compileText(unlessPresent(source, footer.text), "plain", content.language);
  return {
    isPersonal: typeof html !== "string" || typeof text !== "string",
    render: ({ variables, subtitle, body }) => ({
      html: emailPage({
        language: content.language,
        preheader: preheaderOf(subtitle),
        inner:
          paragraphsOf(body, marks ? linkMark : undefined) +
          renderText(html, variables) +
          (marks ? pixelMark : ""),
      }),
      body: body + renderText(text, variables),
    }),
  };
}

function fromHtml(content: Content, footer: Footer, marks: boolean): CompiledEmail {
  const source = marks ? markLinks(content.html) : content.html;
  const end = unlessPresent(content.html, footer.html) + (marks ? pixelMark : "");
  const page = insertBeforeBodyEnd(source, end);
  const html = compileText(page, "html", content.language);
  const plain = content.body || htmlToText(content.html);
  const text = compileText(plain + unlessPresent(plain, footer.text), "plain", content.language);
  return {
    isPersonal: typeof html !== "string" || typeof text !== "string",
    render: ({ variables, subtitle }) => ({
      html: insertPreheader(renderText(html, variables), preheaderOf(subtitle)),
      body: renderText(text, variables),
    }),
  };
}

function insertPreheader(html: string, preheader: string): string {
  if (preheader === "") return html;
  const body = html.search(/<body\b/i);
  const at = body < 0 ? 0 : html.indexOf(">", body) + 1;
  return html.slice(0, at) + preheader + html.slice(at);
}
