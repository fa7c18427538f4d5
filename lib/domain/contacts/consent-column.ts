import {
  type Channel,
  channels,
  type MessageCategory,
  messageCategories,
} from "@/lib/domain/channels/channel";

/** A column of a file that says for one channel and category whether the person agreed. */
export type ConsentColumn = `consents.${Channel}.${MessageCategory}`;

/** A column that says it for several channels at once: `consents.email,sms.marketing`. Only files that come in have it. */
export type JointConsentColumn = `consents.${Channel},${string}.${MessageCategory}`;

export type ConsentTopic = { channel: Channel; category: MessageCategory };

const columns = new Map(
  channels.flatMap((channel) =>
    messageCategories.map((category) => [`consents.${channel}.${category}`, { channel, category }] as const),
  ),
);

/** What marketers keep in files; a transactional message asks for no consent. */
export const marketingConsentColumns = channels.map((channel) => `consents.${channel}.marketing` as const);

export const isConsentColumn = (text: string): text is ConsentColumn => columns.has(text as ConsentColumn);

/** What a column is the consent to; undefined when it is no column of consents. */
export function consentsOf(text: string): ConsentTopic[] | undefined {
  const [, names = "", category] = /^consents\.([a-z_,]+)\.([a-z]+)$/.exec(text) ?? [];
  const listed = names.split(",");
  if (new Set(listed).size !== listed.length) return undefined;
  const topics = listed.map((name) => columns.get(`consents.${name}.${category}` as ConsentColumn));
  return topics.every((topic) => topic !== undefined) ? topics : undefined;
}

/** The column that is the consent to marketing over these channels, of which there is one at least. */
export const consentColumnOf = (among: readonly Channel[]): ConsentColumn | JointConsentColumn =>
  `consents.${among.join(",") as Channel}.marketing`;

export function consentOf(column: ConsentColumn): ConsentTopic {
  const found = columns.get(column);
  if (!found) throw new Error(`No consent column: ${column}`);
  return found;
}
