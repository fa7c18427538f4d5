import { fieldsOf, type OfferFields, offerDefaults } from "@/lib/domain/coupons/offers/offer-fields";
import { endOfDay } from "@/lib/domain/coupons/offers/resolve-offer";
import { toRestrictions } from "@/lib/domain/coupons/offers/restrictions";
import { snakeCase } from "@/lib/platform/snake-case";
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
  // As addresses end.
  const named = linesOf(domains).map((name) => name.replace(/^@/, ""));
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

/** What cannot be sent yet, by the name on the wire, with the word that says why. */
export function findDraftProblems(draft: OfferDraft) {
  const share = draft.discountBasisPoints;
  const isShareWrong = share === null || share < 1 || share > 10_000;
  return {
    ...(!draft.name.trim() && { name: "nameRequired" }),
    ...(draft.kind === "membership" && draft.planId === null && { plan_id: "planRequired" }),
    ...(draft.kind === "percent" && isShareWrong && { discount_basis_points: "percentRange" }),
    ...(draft.kind === "fixed" && !draft.discountMinor && { discount_minor: "amountRequired" }),
  } as const;
}

const typedAs: Record<string, keyof OfferDraft> = {
  "restrictions.domains": "domains",
  stacks_with: "classes",
};

/** Whether a field still says what it said in the draft that was refused. */
export function isAsRefused(pointer: string, refused: OfferDraft, draft: OfferDraft): boolean {
  const valueIn = (one: OfferDraft): unknown => {
    const [root = "", rule] = pointer.split(".");
    const typed = typedAs[pointer.replace(/\.\d.*$/, "")];
    if (typed) return one[typed];
    const { restrictions, ...rest } = one;
    const fields: Record<string, unknown> = root === "restrictions" ? restrictions : rest;
    const wanted = root === "restrictions" ? rule : root;
    return Object.entries(fields).find(([name]) => snakeCase(name) === wanted)?.[1];
  };
  return JSON.stringify(valueIn(refused)) === JSON.stringify(valueIn(draft));
}
