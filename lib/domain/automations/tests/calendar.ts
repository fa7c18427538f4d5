import { instantOfWall } from "@/lib/domain/timing/zone-clock";
import type { Trigger } from "../definition";
import {
  birthdayBetween,
  couponEnding,
  dayMillis,
  type Ending,
  membershipEnding,
  silenceAfter,
} from "../journey/entry-rules";
import type { Scenario } from "./scenario";

/** What the calendar brings next, of what has not come yet. */
export function nextByCalendar(
  trigger: Trigger,
  { person, startsAt }: Pick<Scenario, "person" | "startsAt">,
  known: ReadonlySet<string>,
  lastActive: Date,
): Ending | undefined {
  const start = Date.parse(startsAt);
  switch (trigger.kind) {
    case "birthday":
      return nextBirthday(trigger, person, known, start);
    case "inactive":
      return unless(known, silenceAfter(lastActive, trigger.days));
    case "coupon_expiring":
    case "membership_expiring": {
      const ending = endingOf(trigger, person);
      return ending && ending.dueAt.getTime() >= start ? unless(known, ending) : undefined;
    }
    default:
      return undefined;
  }
}

const unless = (known: ReadonlySet<string>, ending: Ending): Ending | undefined =>
  known.has(ending.entryKey) ? undefined : ending;

function nextBirthday(
  trigger: Extract<Trigger, { kind: "birthday" }>,
  { birthDate, timeZone }: Scenario["person"],
  known: ReadonlySet<string>,
  start: number,
): Ending | undefined {
  if (!birthDate) return undefined;
  for (let from = start; ; ) {
    const birthday = birthdayBetween(birthDate, trigger, timeZone, { from, to: from + 370 * dayMillis });
    if (!birthday || !known.has(birthday.entryKey)) return birthday;
    from = birthday.dueAt.getTime() + dayMillis;
  }
}

type Expiring = Extract<Trigger, { kind: "coupon_expiring" | "membership_expiring" }>;

function endingOf({ kind, days }: Expiring, person: Scenario["person"]): Ending | undefined {
  if (kind === "membership_expiring") {
    const expiresAt = membershipEndOf(person);
    return expiresAt ? membershipEnding(expiresAt, days) : undefined;
  }
  const endsAt = endOf(person.couponEndsOn, person.timeZone);
  return endsAt ? couponEnding({ offerId: "", batchId: "", seq: 0, endsAt }, days) : undefined;
}

export const membershipEndOf = ({ membershipEndsOn, timeZone }: Scenario["person"]): Date | null =>
  endOf(membershipEndsOn, timeZone);

/** Midnight after a day. */
const endOf = (day: string | null | undefined, timeZone: string): Date | null =>
  day ? new Date(instantOfWall(Date.parse(`${day}T00:00:00Z`) + dayMillis, timeZone)) : null;
