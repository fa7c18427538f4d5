import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "./content";

/** The same word in both languages of the product, and in most others. */
const mark = "[Test]";

/** Says first of all that it is a test, in the line that the channel shows first. */
export function markAsTest(content: Content, channel: Channel): Content {
  const marked = (text: string) => `${mark} ${text}`.trim();
  if (channel !== "sms") return { ...content, title: marked(content.title) };
  const field = content.body !== "" ? "body" : content.subtitle !== "" ? "subtitle" : "title";
  return { ...content, [field]: marked(content[field]) };
}
