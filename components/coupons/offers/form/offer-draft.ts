import { fieldsOf, type OfferFields, offerDefaults } from "@/lib/domain/coupons/offers/offer-fields";
import { endOfDay } from "@/lib/domain/coupons/offers/resolve-offer";
import { toRestrictions } from "@/lib/domain/coupons/offers/restrictions";
import type { Offer, OfferChange } from "../api";

export const endings = ["never", "day", "moment"] as const;

/** An offer as its form holds it: lists as they are typed, one a line. */
export type OfferDraft = OfferFields & {
  ending: (typeof endings)[number];
  domains: string;
  classes: string;
};

export function draftOf(
  offer: Offer | undefined,
  usual: Pick<OfferFields, "startsAt" | "timeZone" | "currency">,
): OfferDraft {
  const fields: OfferFields = offer
    ? { ...offer, restrictions: toRestrictions(offer.restrictions) }
    : { ...offerDefaults, ...usual, periodLimits: [], stacksWith: [], name: "", kind: "membership" };
  return {
    ...fields,
    ending: fields.lastDay !== null ? "day" : fields.endsAt !== null ? "moment" : "never",
    domains: fields.restrictions.domains?.join("\n") ?? "",
    classes: fields.stacksWith.join("\n"),
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim().toLowerCase())
    .filter(Boolean);

/** What the draft says so far, with what its kind does not have left out. */
export function fieldsOfDraft({ ending, domains, classes, ...draft }: OfferDraft): OfferFields {
  const isMembership = draft.kind === "membership";
  const isPercent = draft.kind === "percent";
  const named = linesOf(domains);
  const { domains: _, ...restrictions } = draft.restrictions;
  const lastDay = ending === "day" ? draft.lastDay : null;
  return {
    ...draft,
    planId: isMembership ? draft.planId : null,
    durationMonths: isMembership ? draft.durationMonths : null,
    durationDays: isMembership ? draft.durationDays : null,
    discountBasisPoints: isPercent ? draft.discountBasisPoints : null,
    discountMinorMax: isPercent ? draft.discountMinorMax : null,
    discountMinor: draft.kind === "fixed" ? draft.discountMinor : null,
    lastDay,
    endsAt: lastDay !== null ? endOfDay(lastDay, draft.timeZone) : ending === "moment" ? draft.endsAt : null,
    stacksWith: linesOf(classes),
    restrictions: { ...restrictions, ...(named.length > 0 && { domains: named }) },
  };
}

/** As it is sent: a last day says the end by itself. */
export function bodyOf(draft: OfferDraft): OfferChange & Pick<OfferFields, "name" | "kind"> {
  const { endsAt, restrictions, name, ...rest } = fieldsOf(fieldsOfDraft(draft));
  const { version: _, ...rules } = restrictions;
  return {
    ...rest,
    name: name.trim(),
    ...(rest.lastDay === null ? { endsAt } : {}),
    restrictions: rules,
  };
}
