import { type FieldProblem, findTermProblem, type MembershipTier } from "../plans/plan";
import type { HourSpan } from "./offer";
import { exclusiveClass, type OfferFields } from "./offer-fields";

/** What is granted by, as far as rules ask about it. */
export type PlanOfOffer = { tier: MembershipTier; currency: string };

/** Sentences that `messages/<locale>/errors.json` has in other languages. */
export const offerProblems = {
  offer_plan_required: "A membership offer needs the plan that it grants.",
  offer_plan_only_membership: "Only a membership offer grants a plan. Leave this empty, or change the kind.",
  offer_term_only_membership: "Only a membership offer lasts. Leave this empty, or change the kind.",
  offer_percent_required: "A percentage offer needs its percentage, in hundredths of a percent.",
  offer_percent_only: "Only a percentage offer has this. Leave it empty, or change the kind.",
  offer_discount_required: "A fixed discount needs its amount.",
  offer_discount_only: "Only a fixed discount has an amount. Leave it empty, or change the kind.",
  offer_currency_required: "Amounts need a currency. Name one, or leave the amounts empty.",
  offer_currency_of_plan: "This offer counts in the currency of its plan. Name that one.",
  offer_ends_before_start: "The end lies before the start. Choose a later end.",
  offer_hours_overlap: "Two spans of hours overlap. Join them into one.",
  offer_hours_empty: "A span of hours that begins and ends at the same minute is empty. Leave it out.",
  offer_weekdays_repeated: "A weekday is named twice. Name each once.",
  offer_period_repeated: "There are two limits of the same scope and period. Keep one of them.",
  offer_contact_above_total:
    "One person may use it more often than everybody together. Lower this, or raise the total.",
  offer_code_above_total:
    "One code may be used more often than all codes together. Lower this, or raise the total.",
  offer_exclusive_stacks:
    "An exclusive offer combines with nothing. Give it another class, or leave this empty.",
  offer_domain_repeated: "A domain is named twice. Name each once.",
} as const;

export type OfferProblemCode = keyof typeof offerProblems;

const problem = (pointer: string, code: OfferProblemCode): FieldProblem => ({
  pointer,
  code,
  detail: offerProblems[code],
});

/** Everything that is wrong with the fields taken together; each alone is checked by the contract. */
export function findOfferProblems(offer: OfferFields, plan: PlanOfOffer | undefined): FieldProblem[] {
  return [
    ...grantProblems(offer, plan),
    ...moneyProblems(offer, plan),
    ...timeProblems(offer),
    ...limitProblems(offer),
    ...(offer.stackingClass === exclusiveClass && offer.stacksWith.length > 0
      ? [problem("stacks_with", "offer_exclusive_stacks")]
      : []),
    ...(hasRepeats(offer.restrictions.domains ?? [])
      ? [problem("restrictions.domains", "offer_domain_repeated")]
      : []),
  ];
}

function grantProblems(offer: OfferFields, plan: PlanOfOffer | undefined): FieldProblem[] {
  const { kind, durationMonths, durationDays } = offer;
  const found: FieldProblem[] = [];
  if (kind === "membership") {
    if (offer.planId === null) found.push(problem("plan_id", "offer_plan_required"));
    const term = plan && findTermProblem(plan.tier, { durationMonths, durationDays });
    if (term) found.push(term);
  } else {
    if (offer.planId !== null) found.push(problem("plan_id", "offer_plan_only_membership"));
    if (durationMonths !== null) found.push(problem("duration_months", "offer_term_only_membership"));
    if (durationDays !== null) found.push(problem("duration_days", "offer_term_only_membership"));
  }
  if (kind === "percent") {
    if (offer.discountBasisPoints === null) {
      found.push(problem("discount_basis_points", "offer_percent_required"));
    }
  } else {
    if (offer.discountBasisPoints !== null)
      found.push(problem("discount_basis_points", "offer_percent_only"));
    if (offer.discountMinorMax !== null) found.push(problem("discount_minor_max", "offer_percent_only"));
  }
  if (kind === "fixed" && offer.discountMinor === null) {
    found.push(problem("discount_minor", "offer_discount_required"));
  }
  if (kind !== "fixed" && offer.discountMinor !== null) {
    found.push(problem("discount_minor", "offer_discount_only"));
  }
  return found;
}

/** Every amount of an offer is one of its currency. */
function moneyProblems(offer: OfferFields, plan: PlanOfOffer | undefined): FieldProblem[] {
  const amounts = [
    offer.discountMinor,
    offer.discountMinorMax,
    offer.budgetMinor,
    offer.costMinor,
    offer.restrictions.orderMinorMin ?? null,
  ];
  const needsOne = amounts.some((amount) => amount !== null);
  if (offer.currency === null) return needsOne ? [problem("currency", "offer_currency_required")] : [];
  const isOther = plan !== undefined && plan.currency !== offer.currency;
  return isOther ? [problem("currency", "offer_currency_of_plan")] : [];
}

function timeProblems({ startsAt, endsAt, lastDay, weekdays, hours }: OfferFields): FieldProblem[] {
  const found: FieldProblem[] = [];
  if (endsAt !== null && endsAt <= startsAt) {
    found.push(problem(lastDay === null ? "ends_at" : "last_day", "offer_ends_before_start"));
  }
  if (weekdays && hasRepeats(weekdays)) found.push(problem("weekdays", "offer_weekdays_repeated"));
  const empty = hours?.findIndex(({ from, to }) => from === to) ?? -1;
  if (empty >= 0) found.push(problem(`hours.${empty}`, "offer_hours_empty"));
  const overlapping = hours ? findOverlap(hours) : undefined;
  if (overlapping !== undefined) found.push(problem(`hours.${overlapping}`, "offer_hours_overlap"));
  return found;
}

const dayMinutes = 1_440;

/** The stretches of one day that a span covers; one overnight covers two. */
const stretchesOf = ({ from, to }: HourSpan): [number, number][] =>
  to > from
    ? [[from, to]]
    : [
        [from, dayMinutes],
        [0, to],
      ];

/** The first span that shares a minute with one before it. */
function findOverlap(hours: readonly HourSpan[]): number | undefined {
  const at = hours.findIndex((span, position) =>
    hours
      .slice(0, position)
      .some((other) =>
        stretchesOf(span).some(([from, to]) =>
          stretchesOf(other).some(([otherFrom, otherTo]) => from < otherTo && otherFrom < to),
        ),
      ),
  );
  return at < 0 ? undefined : at;
}

function limitProblems(offer: OfferFields): FieldProblem[] {
  const { usesMax, usesPerCodeMax, usesPerContactMax, periodLimits } = offer;
  const found: FieldProblem[] = [];
  if (usesMax !== null && usesPerContactMax !== null && usesPerContactMax > usesMax) {
    found.push(problem("uses_per_contact_max", "offer_contact_above_total"));
  }
  if (usesMax !== null && usesPerCodeMax !== null && usesPerCodeMax > usesMax) {
    found.push(problem("uses_per_code_max", "offer_code_above_total"));
  }
  const names = periodLimits.map(({ scope, period }) => `${scope} ${period}`);
  const repeated = names.findIndex((name, position) => names.indexOf(name) !== position);
  if (repeated >= 0) found.push(problem(`period_limits.${repeated}`, "offer_period_repeated"));
  return found;
}

const hasRepeats = (values: readonly (string | number)[]): boolean => new Set(values).size !== values.length;
