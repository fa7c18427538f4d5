import type { Channel } from "@/lib/domain/channels/channel";
import { compileContent, type RenderedContent } from "@/lib/domain/content/compile-content";
import { emptyContent } from "@/lib/domain/content/content";
import { contentRules } from "@/lib/domain/content/content-rules";
import { buildMessage } from "@/lib/domain/runs/sending/build-message";
import { newId } from "@/lib/platform/ids";
import type { Message } from "../message-port";
import type { TrialTarget } from "./trial-target";

const ttlSeconds = 10 * 60;

/** A message to one address outside of any run. Each is a new one: none replaces another on the device. */
export function trialMessageFor(channel: Channel, target: TrialTarget, rendered: RenderedContent): Message {
  const id = newId();
  const contactId = channel === "in_app" ? target.address : id;
  return buildMessage(
    { runId: id, collapseKey: id, channel, ttlSeconds, priority: "high" },
    { contactId, personId: contactId, firstName: null, lastName: null },
    { id, ...target },
    rendered,
    { unsubscribeUrl: undefined },
  );
}

export type TrialText = { title: string; body: string };

/** The same, saying what somebody typed: braces in it mean braces. */
export function trialMessageOf(channel: Channel, target: TrialTarget, { title, body }: TrialText): Message {
  const hasTitle = contentRules[channel].fields.includes("title");
  const words = hasTitle ? { title, body } : { title: "", body: `${title}\n${body}` };
  const content = { ...emptyContent, title: "{{ title }}", body: "{{ body }}" };
  return trialMessageFor(
    channel,
    target,
    compileContent(content, channel, { category: "transactional" }).render(words),
  );
}
