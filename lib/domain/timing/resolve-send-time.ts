import { type BestTimeClues, bestTimeWithin } from "./best-time";
import { type CapEntry, type FrequencyCap, findCapping, freeFrom } from "./frequency-cap";
import type { RecipientZone } from "./recipient-zone";
import { isOpenAt, nextOpening, type SendingWindow } from "./sending-window";
import { instantOfWall, wallMillisAt } from "./zone-clock";

/** What to do for people whose zone has left the planned time behind. */
export const pastZonePolicies = ["next_day", "now", "skip"] as const;

export type PastZonePolicy = (typeof pastZonePolicies)[number];

/** All times are milliseconds: instants, or `wall` as `wallMillisAt` gives it. */
export type PlannedTime =
  | { clock: "fixed"; at: number }
  | { clock: "recipient"; wall: number; whenPast: PastZonePolicy };

export type TimingRules = {
  planned: PlannedTime;
  isBestTime: boolean;
  /** Null: any hour will do. */
  window: SendingWindow | null;
  /** What a window means for people of whom no zone is known: it counts on the workspace's clock, or they are left out. */
  unknownZone: "workspace" | "skip";
  /** Over how long those are spread who waited for the window to open. */
  spreadMillis: number;
  caps: readonly FrequencyCap[];
  expiresAt: number | null;
  /** How long a person's message is worth sending after its planned time. */
  ttlMillis: number | null;
};

export type TimedPerson = {
  zone: RecipientZone;
  bestTime: BestTimeClues | null;
  /** What counts against the caps: sent, or reserved by what is more important. */
  entries: readonly CapEntry[];
  /** Between 0 and 1, and the same for a person and a run each time. */
  draw: number;
};

export const timingSkips = ["zone_passed", "unknown_zone", "never_open", "frequency_cap", "expired"] as const;

export type TimingSkip = (typeof timingSkips)[number];

export const timingRules = [
  "planned",
  "past_zone",
  "best_time",
  "sending_window",
  "frequency_cap",
  "expiry",
] as const;

/** One rule's say, in the order in which they were asked: where the message stood after it. */
export type TimingStep = {
  rule: (typeof timingRules)[number];
  at: number;
  detail: Record<string, string | number | string[]>;
};

export type Resolution =
  | { at: number; skip?: never; steps: TimingStep[] }
  | { at?: never; skip: TimingSkip; steps: TimingStep[] };

const dayMillis = 86_400_000;
const roundsMax = 100;

/** When a message goes to a person, or why it never does, with every rule's part in it. */
export function resolveSendTime(given: TimingRules, person: TimedPerson, now: number): Resolution {
  const steps: TimingStep[] = [];
  const note = (rule: TimingStep["rule"], at: number, detail: TimingStep["detail"] = {}) => {
    steps.push({ rule, at, detail });
    return at;
  };
  const skip = (reason: TimingSkip): Resolution => ({ skip: reason, steps });
  const { timeZone, source } = person.zone;
  if (given.window && source === "workspace" && given.unknownZone === "skip") return skip("unknown_zone");

  const planned = plannedInstant(given.planned, timeZone, now);
  const rules = { ...given, expiresAt: endOf(given, planned.resolved) };
  note("planned", planned.at, { timeZone, source });
  if (planned.isPast && planned.policy === "skip") return skip("zone_passed");
  let at = planned.isPast
    ? note("past_zone", planned.resolved, { policy: planned.policy })
    : planned.resolved;
  if (rules.isBestTime && person.bestTime) {
    const best = bestTimeWithin(person.bestTime, at, timeZone, (choice) =>
      isAllowed(rules, choice, timeZone),
    );
    if (best.basis !== "none") at = note("best_time", best.at, { basis: best.basis });
  }
  for (let round = 0; round < roundsMax; round += 1) {
    const opened = intoWindow(rules, person, at);
    if (opened === undefined) return skip("never_open");
    if (opened > at) at = note("sending_window", opened);
    const capping = findCap(rules.caps, person, at);
    if (!capping) return isExpired(rules, at) ? expire(note, skip, rules) : { at, steps };
    const { cap, full } = capping;
    const free = cap.whenFull === "skip" ? at : freeFrom(cap, person.entries, at, timeZone);
    at = note("frequency_cap", free, {
      cap: cap.id,
      limit: cap.limit,
      lostTo: full.map(({ runId }) => runId),
    });
    if (cap.whenFull === "skip") return skip("frequency_cap");
    if (isExpired(rules, at)) return expire(note, skip, rules);
  }
  return skip("never_open");
}

/** `at`: the planned time; `resolved`: when that leaves the message, its zone's past included. */
type Planned = { at: number; resolved: number; isPast: boolean; policy: PastZonePolicy };

/** A zone is left behind when its clock shows the planned time no more. */
export function plannedInstant(planned: PlannedTime, timeZone: string, now: number): Planned {
  if (planned.clock === "fixed") {
    return { at: planned.at, resolved: Math.max(planned.at, now), isPast: false, policy: "now" };
  }
  const at = instantOfWall(planned.wall, timeZone);
  const policy = planned.whenPast;
  if (at >= now) return { at, resolved: at, isPast: false, policy };
  return {
    at,
    resolved: policy === "next_day" ? nextDay(planned.wall, timeZone, now) : now,
    isPast: true,
    policy,
  };
}

/** From when on nobody is written to whose planned time was `planned`. */
export function endOf({ expiresAt, ttlMillis }: TimingRules, planned: number): number | null {
  if (ttlMillis === null) return expiresAt;
  return Math.min(expiresAt ?? Number.POSITIVE_INFINITY, planned + ttlMillis);
}

/** Days are those of the clock on the wall: across a change of the clocks some have an hour less or more. */
function nextDay(wall: number, timeZone: string, now: number): number {
  const days = Math.max(1, Math.ceil((wallMillisAt(now, timeZone) - wall) / dayMillis));
  const at = instantOfWall(wall + days * dayMillis, timeZone);
  return at >= now ? at : instantOfWall(wall + (days + 1) * dayMillis, timeZone);
}

const isExpired = ({ expiresAt }: TimingRules, at: number): boolean => expiresAt !== null && at >= expiresAt;

function isAllowed(rules: TimingRules, at: number, timeZone: string): boolean {
  return !isExpired(rules, at) && (!rules.window || isOpenAt(rules.window, at, timeZone));
}

/** Who has to wait is spread over a while after the opening: nine o'clock is no spike. */
function intoWindow(
  { window, spreadMillis }: TimingRules,
  person: TimedPerson,
  at: number,
): number | undefined {
  if (!window) return at;
  const { timeZone } = person.zone;
  const opening = nextOpening(window, at, timeZone);
  if (!opening || opening.at === at) return opening?.at;
  const room = Math.max(0, Math.min(spreadMillis, opening.until - opening.at - 1));
  const spread = opening.at + Math.floor(person.draw * room);
  return isOpenAt(window, spread, timeZone) ? spread : opening.at;
}

function findCap(caps: readonly FrequencyCap[], { entries, zone }: TimedPerson, at: number) {
  for (const cap of caps) {
    const full = findCapping(cap, entries, at, zone.timeZone);
    if (full) return { cap, full };
  }
  return undefined;
}

function expire(
  note: (rule: "expiry", at: number) => number,
  skip: (reason: TimingSkip) => Resolution,
  { expiresAt }: TimingRules,
): Resolution {
  note("expiry", expiresAt ?? 0);
  return skip("expired");
}
