import { Temporal } from "temporal-polyfill";
import { daysOfRange, type ReportRange } from "./report-range";

export type ReportingPeriod = {
  range: ReportRange;
  timeZone: string;
  granularity: "hour" | "day";
  from: Date;
  to: Date;
  /** As long as the period, one period earlier, and ending at the same time of day: like is compared with like. */
  previousFrom: Date;
  previousTo: Date;
  todayFrom: Date;
  yesterdayFrom: Date;
  yesterdayTo: Date;
  /** Starts of the hours or days from `from` to now. */
  buckets: Date[];
};

/** Days are the workspace's: they begin at its midnight, and one of them may have 23 or 25 hours. */
export function reportingPeriod(range: ReportRange, timeZone: string, now: Date): ReportingPeriod {
  const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const today = moment.startOfDay();
  const days = daysOfRange[range];
  const from = today.subtract({ days: days - 1 });
  const granularity = range === "today" ? "hour" : "day";
  return {
    range,
    timeZone,
    granularity,
    from: toDate(from),
    to: now,
    previousFrom: toDate(from.subtract({ days })),
    previousTo: toDate(moment.subtract({ days })),
    todayFrom: toDate(today),
    yesterdayFrom: toDate(today.subtract({ days: 1 })),
    yesterdayTo: toDate(moment.subtract({ days: 1 })),
    buckets: granularity === "day" ? dayStarts(from, days) : hourStarts(today, moment),
  };
}

/** Added up day by day from the calendar, so that a changing clock moves no midnight. */
const dayStarts = (from: Temporal.ZonedDateTime, days: number): Date[] =>
  Array.from({ length: days }, (_, day) => toDate(from.add({ days: day }).startOfDay()));

function hourStarts(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): Date[] {
  const hours: Date[] = [];
  for (let hour = from; Temporal.ZonedDateTime.compare(hour, to) <= 0; hour = hour.add({ hours: 1 })) {
    hours.push(toDate(hour));
  }
  return hours;
}

const toDate = (moment: Temporal.ZonedDateTime): Date => new Date(moment.epochMilliseconds);
