import { expect, it } from "vitest";
import { checkContent } from "./check/check-content";
import { ContentSyntaxError, compileContent } from "./compile-content";
import { type Content, emptyContent } from "./content";
import { convertContent } from "./convert-single-braces";
import { htmlToText } from "./email/html-to-text";
import { LiquidProblem } from "./liquid/liquid-engine";
import { sampleVariables } from "./sample-variables";

/** The most that the contract takes. */
const longest = { html: 300_000, text: 20_000, url: 4_000, line: 2_000 };

const pieces = [
  "<",
  "</",
  "<a ",
  '<a href="',
  '<a href=""',
  "<a href='x'>",
  '<img alt="',
  '<img alt="x" ',
  "<!--",
  "<!",
  "<li ",
  "<body ",
  "<head>",
  "<style>",
  "<script ",
  "<p data-preheader>",
  "{",
  "{a.",
  "{{",
  "{%",
  "{{ a }}",
  "{{ a | upcase }}",
  "{% if a %}",
  "{% assign a = b %}",
  "{% raw %}",
  "{% unsubscribe_url",
  "{{ x | default: ",
  "&nbsp;",
  "<b> ",
  " \n",
  "http://",
];

const filled = (piece: string, length: number) => piece.repeat(length / piece.length);

const hostile = (piece: string): Content => ({
  ...emptyContent,
  title: filled(piece, longest.line),
  subtitle: filled(piece, longest.text),
  body: filled(piece, longest.text),
  imageUrl: filled(piece, longest.url),
  deepLink: filled(piece, longest.url),
});

function send(content: Content): void {
  const converted = convertContent(content).content;
  checkContent([converted], "email", { attributeNames: [] });
  try {
    compileContent(converted, "email").render(sampleVariables("en"));
  } catch (error) {
    if (!(error instanceof ContentSyntaxError || error instanceof LiquidProblem)) throw error;
  }
}

it.each(pieces)(
  "a message of nothing but %j is checked and compiled before anybody waits",
  (piece) => {
    send({ ...emptyContent, title: "t", html: filled(piece, longest.html) });
    send(hostile(piece));
    send({ ...hostile(piece), body: "", html: filled(piece, longest.html) });
    htmlToText(filled(piece, longest.html));
  },
  10_000,
);

it("a plain text is no longer than its page, whatever the page says of its own placeholders", () => {
  const html = `{{ ${"a".repeat(100)} }}${"&#57344;0&#xE001;".repeat(100)}`;
  expect(htmlToText(html).length).toBeLessThanOrEqual(html.length);
});
