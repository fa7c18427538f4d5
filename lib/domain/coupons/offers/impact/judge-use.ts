import { wallMillisAt } from "@/lib/domain/timing/zone-clock";
import type { PeriodLimit } from "../offer";
import type { OfferFields } from "../offer-fields";

/** In the order in which a redemption asks them. */
export const flipRules = [
  "window",
  "hours",
  "weekdays",
  "holder",
  "domains",
  "user_types",
  "account_age",
  "first_purchase",
  "currency",
  "order_minimum",
  "segment",
  "uses_max",
  "uses_per_code_max",
  "uses_per_contact_max",
  "period_limit",
  "budget",
] as const;

export type FlipRule = (typeof flipRules)[number];

/** What is known of one use that stands. Ranks count it among the live ones, from the oldest, at 1. */
export type UseFacts = {
  id: string;
  status: "held" | "redeemed";
  createdAt: Date;
  codeKey: string;
  contactId: string | null;
  isHolder: boolean;
  emailDomain: string | null;
  isNew: boolean;
  contactSince: Date | null;
  isFirstPurchase: boolean;
  orderMinor: number | null;
  currency: string | null;
  grantedMinor: number;
  rank: number;
  codeRank: number;
  ordinal: number;
};

export type Rules = { fields: OfferFields; isInSegment: (contactId: string | null) => boolean };

const dayMillis = 86_400_000;

/**
 * The first rule that each use fails, oldest first; undefined where it passes. Limits of periods and the budget count those
 * that pass; `givenBefore` is what uses older than these gave away.
 */
export function judgeUses(
  uses: readonly UseFacts[],
  rules: Rules,
  givenBefore = 0,
): Map<string, FlipRule | undefined> {
  const { fields } = rules;
  const sorted = [...uses].sort((left, right) => left.rank - right.rank);
  const counted = new Map<string, number>();
  let given = givenBefore;
  const verdicts = new Map<string, FlipRule | undefined>();
  for (const use of sorted) {
    const rule =
      failedRule(use, rules) ??
      (isOverPeriod(use, fields, counted) ? "period_limit" : undefined) ??
      (fields.budgetMinor !== null && given + use.grantedMinor > fields.budgetMinor ? "budget" : undefined);
    verdicts.set(use.id, rule);
    if (rule) continue;
    given += use.grantedMinor;
    for (const limit of fields.periodLimits) {
      const key = periodKey(use, limit, fields.timeZone);
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
  }
  return verdicts;
}

function isOverPeriod(use: UseFacts, fields: OfferFields, counted: ReadonlyMap<string, number>): boolean {
  return fields.periodLimits.some(
    (limit) => (counted.get(periodKey(use, limit, fields.timeZone)) ?? 0) >= limit.max,
  );
}

function periodKey(
  { createdAt, codeKey, contactId }: UseFacts,
  limit: PeriodLimit,
  timeZone: string,
): string {
  const subject = limit.scope === "offer" ? "" : limit.scope === "code" ? codeKey : (contactId ?? "");
  const day = Math.floor(wallMillisAt(createdAt.getTime(), timeZone) / dayMillis);
  // Day 0 of the epoch was a Thursday; weeks begin on Monday.
  const period = {
    day: String(day),
    week: String(Math.floor((day + 3) / 7)),
    month: new Date(day * dayMillis).toISOString().slice(0, 7),
  }[limit.period];
  return [limit.scope, limit.period, subject, period].join(" ");
}

function failedRule(use: UseFacts, { fields, isInSegment }: Rules): FlipRule | undefined {
  const { restrictions: rules } = fields;
  const wall = wallOf(use, fields);
  const fails: Partial<Record<FlipRule, boolean>> = {
    window: use.createdAt < fields.startsAt || (fields.endsAt !== null && use.createdAt >= fields.endsAt),
    hours: wall === undefined,
    weekdays: wall !== undefined && fields.weekdays !== null && !fields.weekdays.includes(wall.weekday),
    holder: rules.holderOnly === true && !use.isHolder,
    domains: rules.domains !== undefined && !matchesDomain(use.emailDomain, rules.domains),
    user_types: rules.userTypes !== undefined && !rules.userTypes.includes(use.isNew ? "new" : "existing"),
    account_age: rules.accountAgeDaysMin !== undefined && !isOldEnough(use, rules.accountAgeDaysMin),
    first_purchase: rules.firstPurchaseOnly === true && !use.isFirstPurchase,
    currency: use.orderMinor !== null && fields.currency !== null && use.currency !== fields.currency,
    order_minimum: rules.orderMinorMin !== undefined && (use.orderMinor ?? 0) < rules.orderMinorMin,
    segment: rules.segment !== undefined && !isInSegment(use.contactId),
    uses_max: fields.usesMax !== null && use.rank > fields.usesMax,
    uses_per_code_max: fields.usesPerCodeMax !== null && use.codeRank > fields.usesPerCodeMax,
    uses_per_contact_max: fields.usesPerContactMax !== null && use.ordinal > fields.usesPerContactMax,
  };
  return flipRules.find((rule) => fails[rule]);
}

/** The weekday it counts as, 1 = Monday; the early hours of a night belong to the day before. Undefined outside the hours. */
function wallOf({ createdAt }: UseFacts, { timeZone, hours }: OfferFields): { weekday: number } | undefined {
  const wall = wallMillisAt(createdAt.getTime(), timeZone);
  const day = Math.floor(wall / dayMillis);
  const minute = Math.floor((wall - day * dayMillis) / 60_000);
  const weekdayOf = (of: number) => ((((of + 3) % 7) + 7) % 7) + 1;
  if (hours === null) return { weekday: weekdayOf(day) };
  const span = hours.find(({ from, to }) =>
    to > from ? minute >= from && minute < to : minute >= from || minute < to,
  );
  if (!span) return undefined;
  const isNightBefore = span.to <= span.from && minute < span.to;
  return { weekday: weekdayOf(isNightBefore ? day - 1 : day) };
}

function matchesDomain(domain: string | null, domains: readonly string[]): boolean {
  if (domain === null) return false;
  return domains.some((wanted) =>
    wanted.startsWith("*.")
      ? domain.endsWith(wanted.slice(1)) && domain !== wanted.slice(1)
      : domain === wanted,
  );
}

const isOldEnough = ({ createdAt, contactSince }: UseFacts, days: number): boolean =>
  contactSince !== null && createdAt.getTime() >= contactSince.getTime() + days * dayMillis;
