import type { Campaign } from "../api";

/** When it goes out, as a draft and a scheduled campaign have it. */
export type Plan = Pick<Campaign, "scheduleType" | "scheduledAt" | "timing">;

/** The others name a stretch of time, not a moment. */
const momentActs: readonly SendAct[] = ["now", "later", "ownClock"];

/** Whether it says a moment, which hours and clocks may put off. */
export const namesMoment = (plan: Plan): boolean => momentActs.includes(sendActOf(plan));

export type SendAct = "now" | "later" | "ownClock" | "series" | "bestTime" | "bestTimeFrom";

/** What sending it means. */
export function sendActOf({ scheduleType, scheduledAt, timing }: Plan): SendAct {
  if (scheduleType === "recurring") return "series";
  if (scheduleType === "best_time") return scheduledAt ? "bestTimeFrom" : "bestTime";
  if (scheduleType === "send_now" || !scheduledAt) return "now";
  return timing.clock === "recipient" ? "ownClock" : "later";
}
