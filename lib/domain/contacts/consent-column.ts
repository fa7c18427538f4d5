import {
  type Channel,
  channels,
  type MessageCategory,
  messageCategories,
} from "@/lib/domain/channels/channel";

/** A column of a file that says for one channel and category whether the person agreed. */
export type ConsentColumn = `consents.${Channel}.${MessageCategory}`;

const columns = new Map(
  channels.flatMap((channel) =>
    messageCategories.map((category) => [`consents.${channel}.${category}`, { channel, category }] as const),
  ),
);

/** What marketers keep in files; a transactional message asks for no consent. */
export const marketingConsentColumns = channels.map((channel) => `consents.${channel}.marketing` as const);

export const isConsentColumn = (text: string): text is ConsentColumn => columns.has(text as ConsentColumn);

export function consentOf(column: ConsentColumn): { channel: Channel; category: MessageCategory } {
  const found = columns.get(column);
  if (!found) throw new Error(`No consent column: ${column}`);
  return found;
}
