/** What the hourly totals count. `opened` and `clicked` are people, `opens` and `clicks` times; machines count apart. */
const countNames = [
  "sent",
  "delivered",
  "opened",
  "clicked",
  "failed",
  "skipped",
  "opens",
  "clicks",
  "automatedOpens",
  "automatedClicks",
] as const;

export type Counts = Record<(typeof countNames)[number], number>;

const countsBy = (count: (name: (typeof countNames)[number]) => number): Counts =>
  Object.fromEntries(countNames.map((name) => [name, count(name)])) as Counts;

export const noCounts: Counts = countsBy(() => 0);

/** In percent; null where nothing of the kind was ever reported, which is not the same as 0 %. */
export type Rates = {
  deliveredRate: number | null;
  openedRate: number | null;
  clickedRate: number | null;
  failedRate: number | null;
};

type Rated = Pick<Counts, "sent" | "delivered" | "opened" | "clicked" | "failed">;

/** The part of the counts that belongs to channels and messages whose arrival is reported. */
export type Reported = Pick<Counts, "sent" | "delivered" | "opened" | "clicked">;

/** Of one campaign on one channel all is reported, or nothing. */
const reportedAtOnce = ({ sent, delivered, opened, clicked }: Rated): Reported =>
  delivered > 0 ? { sent, delivered, opened, clicked } : noCounts;

/**
 * What arrived is counted against what reports its arrival; opens and clicks against what arrived where receipts say
 * so, else against what was sent.
 */
export function ratesOf(counts: Rated, reported: Reported = reportedAtOnce(counts)): Rates {
  const { sent, opened, clicked, failed } = counts;
  const arrived = sent - reported.sent + reported.delivered;
  return {
    deliveredRate: reported.delivered > 0 ? percentOf(reported.delivered, reported.sent) : null,
    openedRate: opened > 0 ? percentOf(opened, arrived) : null,
    clickedRate: clicked > 0 ? percentOf(clicked, arrived) : null,
    failedRate: percentOf(failed, sent + failed),
  };
}

/** Hundredths of a percent are kept; null of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null;

/** 0.12 is 12 % more; null when there is nothing to compare with. */
export const changeOf = (now: number, before: number): number | null =>
  before > 0 ? Math.round((now / before - 1) * 10_000) / 10_000 : null;

export const addCounts = (left: Counts, right: Counts): Counts =>
  countsBy((name) => left[name] + right[name]);
