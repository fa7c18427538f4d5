import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "../compile-content";
import type { Content } from "../content";
import { actionsShown, isPush, payloadBytesMax } from "../content-rules";
import { type ContentProblem, contentProblem } from "./content-problem";

export function checkPush(content: Content, channel: Channel, rendered: RenderedContent): ContentProblem[] {
  if (!isPush(channel)) return [];
  const { language } = content;
  const problems = checkActions(content, rendered);
  const bytes = payloadBytesOf(rendered);
  if (bytes > payloadBytesMax) {
    const values = { bytes, max: payloadBytesMax };
    problems.push(contentProblem("payload_too_large", { language, field: "body", values }));
  }
  return problems;
}

function checkActions({ language }: Content, { actions }: RenderedContent): ContentProblem[] {
  const count = actions.length;
  const { advised, max } = actionsShown;
  const problems: ContentProblem[] = [];
  if (actions.some(({ title }) => title.trim() === ""))
    problems.push(contentProblem("action_without_title", { language, field: "actions" }));
  if (count > max)
    problems.push(contentProblem("too_many_actions", { language, field: "actions", values: { count, max } }));
  else if (count > advised) {
    const values = { count, advised };
    problems.push(
      contentProblem("many_actions", { severity: "warning", language, field: "actions", values }),
    );
  }
  return problems;
}

/** What the message weighs on the wire, before ids and signed links are added. */
export function payloadBytesOf(rendered: RenderedContent): number {
  const { title, body, imageUrl, iconUrl, badgeUrl, deepLink, actions, data } = rendered;
  const payload = JSON.stringify({ title, body, imageUrl, iconUrl, badgeUrl, deepLink, actions, data });
  return new TextEncoder().encode(payload).byteLength;
}
