import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "../compile-content";
import type { Content } from "../content";
import { isPush, payloadBytesMax } from "../content-rules";
import { type ContentProblem, contentProblem } from "./content-problem";

export function checkPush(content: Content, channel: Channel, rendered: RenderedContent): ContentProblem[] {
  if (!isPush(channel)) return [];
  const { language } = content;
  const bytes = payloadBytesOf(rendered);
  if (bytes <= payloadBytesMax) return [];
  const values = { bytes, max: payloadBytesMax };
  return [contentProblem("payload_too_large", { language, field: "body", values })];
}

/** What the message weighs on the wire, before ids and signed links are added. */
export function payloadBytesOf(rendered: RenderedContent): number {
  const { title, body, imageUrl, iconUrl, badgeUrl, deepLink, actions, data } = rendered;
  const payload = JSON.stringify({ title, body, imageUrl, iconUrl, badgeUrl, deepLink, actions, data });
  return new TextEncoder().encode(payload).byteLength;
}
