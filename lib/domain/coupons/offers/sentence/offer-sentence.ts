import type { HourSpan, PeriodLimit } from "../offer";
import type { OfferFields } from "../offer-fields";

/** A value of a sentence, to be written as the reader's language writes its kind. */
export type SentenceValue =
  | { kind: "number"; value: number }
  | { kind: "basisPoints"; value: number }
  | { kind: "money"; value: number; currency: string }
  | { kind: "text"; value: string }
  | { kind: "list"; value: readonly string[] }
  | { kind: "day"; value: string }
  | { kind: "moment"; value: Date; timeZone: string }
  | { kind: "weekdays"; value: readonly number[] }
  | { kind: "hours"; value: readonly HourSpan[] };

/** A message of `offers.sentence` with what stands in it. */
export type SentencePart = { key: string; values: Record<string, SentenceValue> };

/** What is granted, and under which rules, in the order in which people ask. */
export type OfferSentence = { grant: SentencePart; rules: SentencePart[] };

const number = (value: number): SentenceValue => ({ kind: "number", value });

/** Of a draft that does not say it yet. */
const notYet = { kind: "text", value: "…" } as const;

const part = (key: string, values: Record<string, SentenceValue> = {}): SentencePart => ({ key, values });

/** The rules of an offer as parts of one sentence. `planName` of a membership. */
export function offerSentenceOf(offer: OfferFields, planName: string | null): OfferSentence {
  return {
    grant: grantOf(offer, planName),
    rules: [...limitsOf(offer), ...timesOf(offer), ...peopleOf(offer), ...mannersOf(offer)],
  };
}

function moneyOf({ currency }: OfferFields, value: number): SentenceValue {
  return currency === null ? number(value) : { kind: "money", value, currency };
}

function grantOf(offer: OfferFields, planName: string | null): SentencePart {
  const { kind, durationMonths, durationDays } = offer;
  if (kind === "percent") {
    const share = offer.discountBasisPoints;
    const percent: SentenceValue = share === null ? notYet : { kind: "basisPoints", value: share };
    return offer.discountMinorMax === null
      ? part("percent", { percent })
      : part("percentCapped", { percent, cap: moneyOf(offer, offer.discountMinorMax) });
  }
  if (kind === "fixed") {
    const { discountMinor } = offer;
    return part("fixed", { amount: discountMinor === null ? notYet : moneyOf(offer, discountMinor) });
  }
  const plan: SentenceValue = { kind: "text", value: planName ?? notYet.value };
  if (durationMonths !== null) return part("membershipMonths", { plan, months: number(durationMonths) });
  if (durationDays !== null) return part("membershipDays", { plan, days: number(durationDays) });
  return offer.planId === null ? part("membership") : part("membershipForever", { plan });
}

function limitsOf(offer: OfferFields): SentencePart[] {
  const { usesMax, usesPerCodeMax, usesPerContactMax, periodLimits, budgetMinor } = offer;
  return [
    ...(usesPerContactMax === null ? [] : [part("perContact", { count: number(usesPerContactMax) })]),
    ...(usesPerCodeMax === null ? [] : [part("perCode", { count: number(usesPerCodeMax) })]),
    usesMax === null ? part("endless") : part("inAll", { count: number(usesMax) }),
    ...periodLimits.map(periodOf),
    ...(budgetMinor === null ? [] : [part("budget", { amount: moneyOf(offer, budgetMinor) })]),
  ];
}

const periodOf = ({ scope, period, max }: PeriodLimit): SentencePart =>
  part("period", {
    scope: { kind: "text", value: scope },
    period: { kind: "text", value: period },
    count: number(max),
  });

function timesOf({ startsAt, endsAt, lastDay, timeZone, weekdays, hours }: OfferFields): SentencePart[] {
  const moment = (value: Date): SentenceValue => ({ kind: "moment", value, timeZone });
  return [
    part("from", { from: moment(startsAt) }),
    ...(lastDay !== null ? [part("throughDay", { day: { kind: "day", value: lastDay } })] : []),
    ...(lastDay === null && endsAt !== null ? [part("until", { until: moment(endsAt) })] : []),
    ...(weekdays === null ? [] : [part("weekdays", { days: { kind: "weekdays", value: weekdays } })]),
    ...(hours === null ? [] : [part("hours", { hours: { kind: "hours", value: hours } })]),
  ];
}

function peopleOf(offer: OfferFields): SentencePart[] {
  const rules = offer.restrictions;
  const [userType] = rules.userTypes?.length === 1 ? rules.userTypes : [];
  return [
    ...(rules.domains ? [part("domains", { domains: { kind: "list", value: rules.domains } })] : []),
    ...(userType ? [part(userType === "new" ? "newPeople" : "existingPeople")] : []),
    ...(rules.accountAgeDaysMin === undefined
      ? []
      : [part("accountAge", { days: number(rules.accountAgeDaysMin) })]),
    ...(rules.firstPurchaseOnly ? [part("firstPurchase")] : []),
    ...(rules.segment ? [part("segment")] : []),
    ...(rules.orderMinorMin === undefined
      ? []
      : [part("orderMin", { amount: moneyOf(offer, rules.orderMinorMin) })]),
    ...(rules.holderOnly ? [part("holderOnly")] : []),
  ];
}

function mannersOf({ stacksWith, reversal }: OfferFields): SentencePart[] {
  return [
    ...(stacksWith.length === 0 ? [] : [part("stacks", { classes: { kind: "list", value: stacksWith } })]),
    ...(reversal === "always" ? [] : [part(reversal === "never" ? "neverBack" : "backUntilStart")]),
  ];
}
