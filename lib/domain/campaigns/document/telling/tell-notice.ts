import { isDeepStrictEqual } from "node:util";
import type { DocumentData, DocumentStrategy, KeptDocument, Notice } from "../notification-document";
import { readNotice } from "../reading/read-notice";
import { toDocumentActions } from "../words/action-words";
import { type AudienceWords, toAudienceWords } from "../words/audience-words";
import { toChannelWord } from "../words/channel-words";
import { toScheduleWords } from "../words/time-words";
import { toTrackingWords } from "../words/tracking-words";

type Told = Omit<KeptDocument, "cdp_data">;

/**
 * What is so now, over what was kept: a part that still says what it said when it was read is given back letter by
 * letter, what somebody changed since is told anew. `untold`: what the document has no words for.
 */
export function tellNotice(kept: KeptDocument | null, now: Notice): { told: Told; untold: string[] } {
  const before = kept ? readNotice(kept, now.content.language) : undefined;
  const isAsBefore = (part: (notice: Notice) => unknown): boolean =>
    before !== undefined && isSame(part(before), part(now));
  const pick = <T>(part: (notice: Notice) => unknown, was: T | undefined, is: T | undefined) =>
    isAsBefore(part) ? was : is;

  const { content } = now;
  const audience = toAudienceWords(now.audience);
  const schedule = toScheduleWords(now.time);
  const isOldAudience = isAsBefore((notice) => toAudienceWords(notice.audience) ?? notice.audience);
  const isOldTime = isAsBefore(({ time }) => time);
  const { segments, targeting_rules }: AudienceWords = (isOldAudience ? kept : audience) ?? {};
  const told = {
    ...aside(kept),
    title: pick((one) => one.content.title, kept?.title, content.title) ?? "",
    body: pick((one) => one.content.body, kept?.body, content.body) ?? "",
    icon: pick((one) => one.content.iconUrl, kept?.icon, text(content.iconUrl)),
    image: pick((one) => one.content.imageUrl, kept?.image, text(content.imageUrl)),
    badge: pick((one) => one.content.badgeUrl, kept?.badge, text(content.badgeUrl)),
    data: tellData(kept?.data, now, pick),
    segments,
    targeting_rules,
    actions: pick(
      ({ content: { actions, deepLink } }) => toDocumentActions(actions, deepLink),
      kept?.actions,
      toDocumentActions(content.actions, content.deepLink),
    ),
    schedule: isOldTime ? kept?.schedule : schedule,
    tracking: pick(
      (one) => one.tracking,
      kept?.tracking,
      now.tracking ? toTrackingWords(now.tracking) : undefined,
    ),
    priority: pick((one) => one.priority, kept?.priority, now.priority),
    ttl: pick((one) => one.ttlSeconds, kept?.ttl, now.ttlSeconds ?? undefined),
    require_interaction: pick(
      (one) => one.content.requireInteraction,
      kept?.require_interaction,
      content.requireInteraction,
    ),
    cep_strategy: tellStrategy(kept?.cep_strategy, now, pick),
  };
  const untold = [
    ...(isOldAudience || audience ? [] : ["audience"]),
    ...(isOldTime || schedule ? [] : ["schedule"]),
  ];
  return { told: withoutHoles(told) as Told, untold };
}

type Pick = <T>(part: (notice: Notice) => unknown, was: T | undefined, is: T | undefined) => T | undefined;

function tellData(kept: DocumentData | undefined, { content }: Notice, pick: Pick): DocumentData | undefined {
  const { deep_link: deepLink, variables, ...others } = kept ?? {};
  const own = content.variables && Object.keys(content.variables).length > 0 ? content.variables : undefined;
  const data = withoutHoles({
    ...pick<Record<string, unknown>>((one) => one.content.data, others, content.data),
    deep_link: pick((one) => one.content.deepLink, deepLink, text(content.deepLink)),
    variables: pick<Record<string, string | number | boolean>>(
      (one) => one.content.variables ?? {},
      variables,
      own,
    ),
  });
  return kept || Object.keys(data).length > 0 ? data : undefined;
}

function tellStrategy(
  kept: DocumentStrategy | undefined,
  now: Notice,
  pick: Pick,
): DocumentStrategy | undefined {
  const strategy = withoutHoles({
    channel_priority: pick((one) => one.channels, kept?.channel_priority, now.channels.map(toChannelWord)),
    optimal_time: pick<"user_preference">(
      (one) => one.isBestTime,
      kept?.optimal_time,
      now.isBestTime ? "user_preference" : undefined,
    ),
  });
  return kept || Object.keys(strategy).length > 0 ? strategy : undefined;
}

/** What no part of the product acts upon. */
const aside = (kept: KeptDocument | null) => ({
  id: kept?.id,
  ab_test_group: kept?.ab_test_group,
  variant_id: kept?.variant_id,
  webhooks: kept?.webhooks,
  created_at: kept?.created_at,
});

const text = (value: string): string | undefined => (value === "" ? undefined : value);

function withoutHoles<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/** As JSON: what was stored and what was just made compare alike. */
const isSame = (left: unknown, right: unknown): boolean => isDeepStrictEqual(plain(left), plain(right));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
