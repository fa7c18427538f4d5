import type { Channel } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { convertContent, variableOf } from "@/lib/domain/content/convert-single-braces";
import type { KeptDocument, Notice, NotificationDocument } from "../notification-document";
import { toContentActions } from "../words/action-words";
import { toFilter } from "../words/audience-words";
import { toChannel } from "../words/channel-words";
import { toTime } from "../words/time-words";
import { toTracking } from "../words/tracking-words";

type Readable = KeptDocument | NotificationDocument;

/** What a document says. Its words were looked at before: nothing is refused here. */
export function readNotice(document: Readable, language: string): Notice {
  const { content } = readContent(document, language);
  const channels = channelsOf(document);
  return {
    content,
    channels,
    audience: toFilter(document),
    time: toTime(document.schedule),
    isBestTime: document.cep_strategy?.optimal_time === "user_preference",
    tracking: toTracking(document.tracking, channels[0]),
    priority: document.priority ?? "normal",
    ttlSeconds: document.ttl ?? null,
  };
}

/** The message, with `{name}` made Liquid, and which of those there were. */
export function readContent(document: Readable, language: string): { content: Content; converted: string[] } {
  const { deep_link: deepLink = "", variables = {}, ...data } = document.data ?? {};
  const words: Content = {
    ...emptyContent,
    language,
    title: document.title,
    body: document.body,
    iconUrl: document.icon ?? "",
    imageUrl: document.image ?? "",
    badgeUrl: document.badge ?? "",
    deepLink,
    actions: toContentActions(document.actions ?? [], deepLink),
    requireInteraction: document.require_interaction ?? false,
    data: texts(data),
  };
  const { content, converted } = convertContent(words);
  const defaults = Object.entries(texts(variables)).map(
    ([name, value]) => [variableOf(name), value] as const,
  );
  return {
    content: defaults.length > 0 ? { ...content, variables: Object.fromEntries(defaults) } : content,
    converted,
  };
}

const texts = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

export function channelsOf({ cep_strategy: strategy }: Readable): [Channel, ...Channel[]] {
  const [first = "web_push", ...others] = (strategy?.channel_priority ?? []).flatMap(
    (word) => toChannel(word) ?? [],
  );
  return [first, ...others];
}
