import type { CampaignRecurrence } from "@/lib/domain/timing/campaign-timing";
import { ruleOfForm } from "@/lib/domain/timing/recurrence/recurrence-form";
import { weekdayOfDate } from "@/lib/domain/timing/weekday-names";
import { toWallTime } from "@/lib/domain/timing/zone-clock";

const dayMillis = 86_400_000;
const timeDefault = "10:00";

/** Every week on the day of a date, for ever. */
export const weeklyFrom = (date: string): string =>
  ruleOfForm({
    frequency: "weekly",
    interval: 1,
    weekdays: [weekdayOfDate(date)],
    monthDay: 1,
    shortMonth: "last_day",
    ends: { kind: "never" },
  });

/** What a series starts from: every week from tomorrow on, in the morning. */
export function newRecurrence(now: Date, timeZone: string): CampaignRecurrence {
  const { date } = toWallTime(new Date(now.getTime() + dayMillis), timeZone);
  return {
    rrule: weeklyFrom(date),
    start: { date, time: timeDefault },
    exceptDates: [],
    overlap: "skip",
    missed: "one",
  };
}
