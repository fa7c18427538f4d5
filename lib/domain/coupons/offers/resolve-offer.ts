import type { PlanRow } from "@/db/queries/coupons/plans/plans";
import { instantOfWall } from "@/lib/domain/timing/zone-clock";
import { unprocessable } from "@/lib/platform/errors";
import { definedOf } from "../changed-fields";
import { findOfferProblems } from "./find-offer-problems";
import type { OfferFields } from "./offer-fields";
import { type RestrictionsInput, toRestrictions } from "./restrictions";

/** Fields as they were asked for; what is absent stays. */
export type OfferChange = {
  [Key in Exclude<keyof OfferFields, "restrictions">]?: OfferFields[Key] | undefined;
} & {
  restrictions?: RestrictionsInput | undefined;
};

const dayMillis = 86_400_000;

/** "Until 5 December" ends as the 6th begins, on the clock of the offer's zone. */
export const endOfDay = (day: string, timeZone: string): Date =>
  new Date(instantOfWall(Date.parse(`${day}T00:00:00Z`) + dayMillis, timeZone));

/** The fields with the change in them: a last day that is given sets the end, an end that is given forgets the last day. */
export function withChange(before: OfferFields, { restrictions, ...change }: OfferChange): OfferFields {
  const after: OfferFields = {
    ...before,
    ...definedOf(change),
    ...(restrictions && { restrictions: toRestrictions(restrictions) }),
  };
  if (change.lastDay === undefined && change.endsAt !== undefined) after.lastDay = null;
  if (change.lastDay === null && change.endsAt === undefined && before.lastDay !== null) after.endsAt = null;
  if (after.lastDay === null) return after;
  const isTold = change.lastDay !== undefined || (change.timeZone ?? before.timeZone) !== before.timeZone;
  return isTold ? { ...after, endsAt: endOfDay(after.lastDay, after.timeZone) } : after;
}

/** An offer of a plan counts in the currency of its plan, also when nobody has said so. */
export const inCurrencyOfPlan = (offer: OfferFields, plan: PlanRow | undefined): OfferFields =>
  plan && offer.currency === null ? { ...offer, currency: plan.currency } : offer;

export function assertSound(offer: OfferFields, plan: PlanRow | undefined): void {
  const errors = findOfferProblems(offer, plan);
  const [first] = errors;
  if (first) throw unprocessable(first.detail, { reason: "offer_rules_invalid", errors });
}
