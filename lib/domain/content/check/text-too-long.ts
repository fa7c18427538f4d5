import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "../compile-content";
import { bodyMaxOf } from "../content-rules";
import { countGraphemes } from "../graphemes";

/** One person's values made the text longer than its channel carries. */
export class TextTooLong extends Error {
  override readonly name = "TextTooLong";
  constructor(count: number, max: number) {
    super(`${count} characters for this person; at most ${max} are allowed.`);
  }
}

/** Throws `TextTooLong`. A text that was cut to fit, as a push is, always does. */
export function assertTextFits(channel: Channel, { body, imageUrl }: RenderedContent): void {
  const max = bodyMaxOf(channel, imageUrl !== "");
  // No character is shorter than one UTF-16 unit, so most texts need no counting.
  if (max === undefined || body.length <= max) return;
  const count = countGraphemes(body);
  if (count > max) throw new TextTooLong(count, max);
}
