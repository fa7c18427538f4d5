import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { ConsentStatus } from "@/lib/domain/contacts/contact";

export type ConsentWord = {
  channel: Channel;
  category: MessageCategory;
  status: ConsentStatus;
  source: string;
  occurredAt: Date;
};

type Said = { channel: Channel; category: MessageCategory; status: ConsentStatus; day: string };

/** The day on the clock of whoever looks, as date inputs have it. */
export const todayIn = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;

/** Today's word was said now; an earlier day's at no known hour, so it counts for the whole of that day. */
export const consentWordOf = ({ day, ...said }: Said, now: Date): ConsentWord => ({
  ...said,
  source: "dashboard",
  occurredAt: day === todayIn(now) ? now : new Date(`${day}T23:59:59`),
});

/** The latest word counts: one from before it would be written down and change nothing. */
export function wordProblemOf(
  day: string,
  lastWordAt: Date | undefined,
  now: Date,
): "missing" | "future" | "older" | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "missing";
  if (day > todayIn(now)) return "future";
  return lastWordAt && day < todayIn(lastWordAt) ? "older" : undefined;
}
