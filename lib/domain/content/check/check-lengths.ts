import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "../compile-content";
import { type Content, textOf } from "../content";
import { bodyMaxOf, contentRules } from "../content-rules";
import { countGraphemes } from "../graphemes";
import { type ContentProblem, contentProblem } from "./content-problem";

/** Where the text stands that the person wrote. */
const textField = (content: Content) =>
  content.body === "" && content.subtitle !== "" ? "subtitle" : "body";

export function checkLengths(
  content: Content,
  channel: Channel,
  rendered: RenderedContent,
): ContentProblem[] {
  const rules = contentRules[channel];
  const { language } = content;
  const problems: ContentProblem[] = [];
  for (const field of ["title", "body"] as const) {
    const limit = rules[field];
    const at = field === "body" ? textField(content) : field;
    if (!limit) continue;
    const count = countGraphemes(rendered[field]);
    const max = (field === "body" && bodyMaxOf(channel, content.imageUrl !== "")) || limit.max;
    if (count > max)
      problems.push(contentProblem("too_long", { language, field: at, values: { count, max } }));
    else if (limit.advised !== undefined && count > limit.advised) {
      const values = { count, advised: limit.advised };
      problems.push(contentProblem("long", { severity: "warning", language, field: at, values }));
    }
  }
  return [...problems, ...missing(content, channel)];
}

function missing(content: Content, channel: Channel): ContentProblem[] {
  const text = channel === "sms" ? textOf(content) || content.title : textOf(content) || content.html;
  const given = { title: content.title, body: text };
  return contentRules[channel].required
    .filter((field) => given[field].trim() === "")
    .map((field) => contentProblem("required", { language: content.language, field }));
}
