export const durationUnits = ["minutes", "hours", "days", "weeks"] as const;

export type DurationUnit = (typeof durationUnits)[number];

export const minutesPer: Record<DurationUnit, number> = {
  minutes: 1,
  hours: 60,
  days: 1_440,
  weeks: 10_080,
};

/** The largest unit that the minutes are whole numbers of. */
export const unitOf = (minutes: number): DurationUnit =>
  durationUnits.findLast((unit) => minutes > 0 && minutes % minutesPer[unit] === 0) ?? "minutes";

export type DurationPart = { unit: "minutes" | "hours" | "days"; count: number };

/** 1500 minutes are a day and an hour. */
export function splitDuration(minutes: number): DurationPart[] {
  const parts: DurationPart[] = [
    { unit: "days", count: Math.floor(minutes / minutesPer.days) },
    { unit: "hours", count: Math.floor((minutes % minutesPer.days) / minutesPer.hours) },
    { unit: "minutes", count: minutes % minutesPer.hours },
  ];
  const said = parts.filter(({ count }) => count > 0);
  return said.length > 0 ? said : [{ unit: "minutes", count: 0 }];
}
