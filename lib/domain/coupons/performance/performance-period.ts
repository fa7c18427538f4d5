import { Temporal } from "temporal-polyfill";
import { daysOfRange, type ReportRange, reportRangeDefault } from "@/lib/domain/analytics/report-range";
import { invalidField } from "@/lib/platform/errors";

export const performanceBuckets = ["hour", "day"] as const;

export type PerformanceBucket = (typeof performanceBuckets)[number];

export type PeriodInput = {
  range?: ReportRange | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  bucket?: PerformanceBucket | undefined;
};

export type PerformancePeriod = {
  timeZone: string;
  bucket: PerformanceBucket;
  from: Date;
  to: Date;
  /** As long, right before; of a range it ends at the same time of day. */
  previousFrom: Date;
  previousTo: Date;
  /** Starts of the hours or days. */
  starts: Date[];
};

/** What a series may have: a month by the hour, two years by the day. */
const startsMax = 750;

/** The day on which this begins is not too early to be told in any zone. */
const earliest = new Date("1900-01-02T00:00:00Z");

/** Days are the workspace's: they begin at its midnight, also where that is no whole hour of UTC. */
export function performancePeriod(input: PeriodInput, timeZone: string, now: Date): PerformancePeriod {
  const { from, to } = input;
  if ((from ?? to) && input.range) throw invalidField("range", "Give either `range`, or `from` and `to`.");
  if (from && from < earliest) throw invalidField("from", "Before 1900 nobody redeemed anything.");
  if (to && !from) throw invalidField("from", "A span needs its beginning: give `from` as well.");
  const inZone = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const days = daysOfRange[input.range ?? reportRangeDefault];
  // Figures are kept by the hour: one that has begun belongs to what is asked for.
  const begin = from
    ? hourOf(inZone(from))
    : inZone(now)
        .startOfDay()
        .subtract({ days: days - 1 });
  const end = inZone(to ?? now);
  if (from && Temporal.ZonedDateTime.compare(inZone(from), end) >= 0)
    throw invalidField("to", "A span ends after it begins.");
  const bucket = input.bucket ?? (end.since(begin).total("hours") <= 48 ? "hour" : "day");
  const length = { milliseconds: end.epochMilliseconds - begin.epochMilliseconds };
  return {
    timeZone,
    bucket,
    from: toDate(begin),
    to: toDate(end),
    previousFrom: toDate(from ? begin.subtract(length) : begin.subtract({ days })),
    previousTo: toDate(from ? begin : end.subtract({ days })),
    starts: startsOf(begin, end, bucket),
  };
}

function startsOf(begin: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, bucket: PerformanceBucket) {
  const first = bucket === "day" ? begin.startOfDay() : hourOf(begin);
  const starts: Date[] = [];
  let at = first;
  while (Temporal.ZonedDateTime.compare(at, end) < 0) {
    starts.push(toDate(at));
    if (starts.length > startsMax)
      throw invalidField("bucket", `More than ${startsMax} of them: choose a shorter span, or days.`);
    at = bucket === "day" ? first.add({ days: starts.length }).startOfDay() : at.add({ hours: 1 });
  }
  return starts;
}

const hourOf = (moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  moment.round({ smallestUnit: "hour", roundingMode: "floor" });

const toDate = (moment: Temporal.ZonedDateTime): Date => new Date(moment.epochMilliseconds);
