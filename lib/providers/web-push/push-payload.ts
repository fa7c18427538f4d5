import type { WebPushMessage } from "@/lib/domain/providers/message-port";
import { toCollapseId } from "@/lib/providers/collapse-id";

/** Encrypted, exactly a body of 4,096 bytes, the least every push service takes. */
export const plaintextBytesMax = 3993;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What our service worker receives: the arguments of `showNotification`, and `data` for clicks. */
export type PushPayload = {
  title: string;
  body: string;
  icon?: string;
  image?: string;
  badge?: string;
  tag: string;
  silent?: boolean;
  requireInteraction?: boolean;
  actions?: { action: string; title: string }[];
  data: {
    pushpilot_id: string;
    deep_link?: string;
    action_links?: Record<string, string>;
    [key: string]: unknown;
  };
};

/** The payload as JSON that fits: image and actions go first, then the end of the body; undefined when even that is too long. */
export function toFittingPayload(message: WebPushMessage): string | undefined {
  const payload = toPayload(message);
  const full = JSON.stringify(payload);
  // A UTF-16 unit is at most three bytes: most payloads are known to fit without counting.
  if (full.length * 3 <= plaintextBytesMax || fits(full)) return full;
  const { image: _image, actions: _actions, ...plain } = payload;
  const { action_links: _links, ...data } = plain.data;
  const lean = { ...plain, data };
  const leanJson = JSON.stringify(lean);
  if (fits(leanJson)) return leanJson;
  return truncateBody(lean, Buffer.byteLength(leanJson) - plaintextBytesMax);
}

function truncateBody(payload: PushPayload, excessBytes: number): string | undefined {
  const kept = [...graphemes.segment(payload.body)].map(({ segment }) => segment);
  let missing = excessBytes + Buffer.byteLength("…");
  while (missing > 0 && kept.length > 0) missing -= getJsonBytes(kept.pop() ?? "");
  const json = JSON.stringify({ ...payload, body: kept.length > 0 ? `${kept.join("").trimEnd()}…` : "" });
  return fits(json) ? json : undefined;
}

function toPayload(message: WebPushMessage): PushPayload {
  const links =
    message.actions?.flatMap(({ id, url }) => (url === undefined ? [] : [[id, url] as const])) ?? [];
  return {
    title: message.title,
    body: message.body,
    icon: message.iconUrl,
    image: message.imageUrl,
    badge: message.badgeUrl,
    tag: toCollapseId(message.collapseKey),
    silent: message.isSilent,
    requireInteraction: message.requireInteraction,
    actions: message.actions?.map(({ id, title }) => ({ action: id, title })),
    data: {
      ...message.data,
      deep_link: message.clickUrl,
      pushpilot_id: message.idempotencyKey,
      action_links: links.length > 0 ? Object.fromEntries(links) : undefined,
    },
  };
}

function fits(json: string): boolean {
  return Buffer.byteLength(json) <= plaintextBytesMax;
}

function getJsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
