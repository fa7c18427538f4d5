import type { Campaign } from "../api";

/** When it goes out, as a draft and a scheduled campaign have it. */
export type Plan = Pick<Campaign, "scheduleType" | "scheduledAt" | "timing">;

export type SendAct = "now" | "later" | "ownClock" | "series" | "bestTime" | "bestTimeFrom";

/** What sending it means. */
export function sendActOf({ scheduleType, scheduledAt, timing }: Plan): SendAct {
  if (scheduleType === "recurring") return "series";
  if (scheduleType === "best_time") return scheduledAt ? "bestTimeFrom" : "bestTime";
  if (scheduleType === "send_now" || !scheduledAt) return "now";
  return timing.clock === "recipient" ? "ownClock" : "later";
}
