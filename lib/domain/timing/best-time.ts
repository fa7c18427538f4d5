import { wallMillisAt } from "./zone-clock";

export const hoursOfWeek = 168;

/** Opens and clicks by hour of the week on the person's clock, Monday midnight first. */
export type WeekHours = readonly number[];

export type BestTimeClues = {
  /** The hour (0–23) that the person asked for. */
  preferredHour: number | null;
  person: WeekHours | null;
  /** What everybody in the workspace did. */
  everybody: WeekHours | null;
  /** Between 0 and 1 and the same for a person and a run each time: below `explorationShare` another hour is tried. */
  draw: number;
};

export type BestTime = {
  /** Instant in milliseconds. */
  at: number;
  basis: "preference" | "person" | "everybody" | "exploration" | "daytime" | "none";
};

/** How many acts of everybody weigh as much as what a person did. */
const priorWeight = 8;
export const explorationShare = 0.1;
const personActsMin = 5;
/** Hours in which most people are awake, while nothing better is known. */
const dayStartsAt = 9;
const dayEndsAt = 21;
const hourMillis = 3_600_000;

/**
 * When in the 24 hours from `from` on the person is likeliest to look, among the hours that `mayBe` allows. With no
 * clue at all it stays at `from`, unless that is in the person's night: then it waits for the morning.
 */
export function bestTimeWithin(
  clues: BestTimeClues,
  from: number,
  timeZone: string,
  mayBe: (at: number) => boolean,
): BestTime {
  const choices = startsOfHours(from, timeZone).filter(mayBe);
  const [first] = choices;
  if (first === undefined) return { at: from, basis: "none" };
  if (clues.preferredHour !== null) {
    const wanted = choices.find((at) => hourOfWeek(at, timeZone) % 24 === clues.preferredHour);
    if (wanted !== undefined) return { at: wanted, basis: "preference" };
  }
  const personActs = sum(clues.person);
  if (personActs + sum(clues.everybody) === 0) return outOfNight(from, choices, timeZone);
  if (clues.draw < explorationShare) {
    const position = Math.floor((clues.draw / explorationShare) * choices.length);
    return { at: choices[position] ?? first, basis: "exploration" };
  }
  const likelihood = likelihoods(clues);
  const valueAt = (at: number) => likelihood[hourOfWeek(at, timeZone)] ?? 0;
  const best = choices.reduce((left, right) => (valueAt(right) > valueAt(left) ? right : left));
  return { at: best, basis: personActs >= personActsMin ? "person" : "everybody" };
}

function outOfNight(from: number, choices: readonly number[], timeZone: string): BestTime {
  const isDay = (at: number) => {
    const hour = hourOfWeek(at, timeZone) % 24;
    return hour >= dayStartsAt && hour < dayEndsAt;
  };
  const morning = isDay(from) ? undefined : choices.find(isDay);
  return morning === undefined ? { at: from, basis: "none" } : { at: morning, basis: "daytime" };
}

/** The two hours of the day in which the person looks most often; undefined while too little is known. */
export function usualHours(person: WeekHours | null): { from: number; to: number } | undefined {
  if (!person || sum(person) < personActsMin) return undefined;
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    person.reduce((total, count, position) => total + (position % 24 === hour ? count : 0), 0),
  );
  const pairOf = (hour: number) => (byHour[hour] ?? 0) + (byHour[(hour + 1) % 24] ?? 0);
  const from = byHour
    .map((_, hour) => hour)
    .reduce((left, right) => (pairOf(right) > pairOf(left) ? right : left));
  return { from, to: (from + 2) % 24 };
}

export function hourOfWeek(at: number, timeZone: string): number {
  const hours = Math.floor(wallMillisAt(at, timeZone) / hourMillis);
  // 1 January 1970 was a Thursday.
  return (hours + 72) % hoursOfWeek;
}

const sum = (hours: WeekHours | null): number => (hours ?? []).reduce((total, count) => total + count, 0);

/** The person's habits, drawn towards everybody's: the fewer acts we know of, the more. */
function likelihoods({ person, everybody }: BestTimeClues): number[] {
  const own = smooth(person);
  const all = smooth(everybody);
  const allActs = sum(everybody);
  const weight = allActs === 0 ? 0 : priorWeight / allActs;
  return own.map((count, hour) => count + weight * (all[hour] ?? 0));
}

/** An act at ten says something of nine and eleven too. */
function smooth(hours: WeekHours | null): number[] {
  const at = (hour: number) => hours?.[(hour + hoursOfWeek) % hoursOfWeek] ?? 0;
  return Array.from({ length: hoursOfWeek }, (_, hour) => at(hour) / 2 + at(hour - 1) / 4 + at(hour + 1) / 4);
}

/** `from` itself and the full hours of the person's clock in the day after it. */
function startsOfHours(from: number, timeZone: string): number[] {
  const intoHour = wallMillisAt(from, timeZone) % hourMillis;
  const next = intoHour === 0 ? from + hourMillis : from + hourMillis - intoHour;
  return [from, ...Array.from({ length: 23 }, (_, hour) => next + hour * hourMillis)];
}
