import { z } from "zod";
import { flipRules } from "@/lib/domain/coupons/offers/impact/judge-use";
import {
  campaignGoals,
  displayStates,
  offerKinds,
  offerStates,
  reversalPolicies,
} from "@/lib/domain/coupons/offers/offer";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { hourSpan, offerInputShape, periodLimit, restrictionsOut } from "./offer-fields";
import { endOrZero, sayingForEver, termOut, zeroForNone } from "./terms";

const tag = "Offers";

const count = z.number().int();
const limit = count.nullable();

export const offer = sayingForEver(
  wireObject({
    id: wireId("offer"),
    name: z.string(),
    description: z.string(),
    state: z.enum(offerStates).meta({ description: "As it was set." }),
    displayState: z.enum(displayStates).meta({
      description: "Of the state, the clock and the counter: what a person would call it.",
    }),
    kind: z.enum(offerKinds),
    planId: wireId("plan").nullable(),
    planName: z.string().nullable(),
    planTier: z.enum(membershipTiers).nullable(),
    ...termOut,
    discountBasisPoints: limit,
    discountMinorMax: limit,
    discountMinor: limit,
    currency: z.string().nullable(),
    usesMax: zeroForNone("Of the whole offer. 0: without limit; for the limits below that is null."),
    usesPerCodeMax: limit,
    usesPerContactMax: limit,
    periodLimits: z.array(periodLimit),
    budgetMinor: limit,
    taken: count.meta({ description: "Live uses: held and redeemed." }),
    startsAt: wireInstant,
    endsAt: endOrZero,
    lastDay: z.string().nullable(),
    timeZone: z.string(),
    weekdays: z.array(count).nullable(),
    hours: z.array(hourSpan).nullable(),
    restrictions: restrictionsOut,
    stackingClass: z.string(),
    stacksWith: z.array(z.string()),
    reversal: z.enum(reversalPolicies),
    holdSeconds: count,
    campaignName: z.string(),
    goal: z.enum(campaignGoals).nullable(),
    utmSource: z.string(),
    utmMedium: z.string(),
    utmCampaign: z.string(),
    attributionDays: count,
    costMinor: limit,
    code: z.string().nullable().meta({ description: "The oldest of its own codes." }),
    codes: count.meta({ description: "Its own, which no batch made." }),
    batches: count,
    version: count.meta({ description: "Send it back with a change; a stale one is refused." }),
    createdBy: z.string(),
    updatedBy: z.string(),
    createdAt: wireInstant,
    updatedAt: wireInstant,
  }),
).meta({ id: "Offer" });

const offerParams = wireObject({ offerId: wireId("offer") });

type Shape = typeof offerInputShape;
type Optional<S> = { [Key in keyof S]: S[Key] extends z.ZodType ? z.ZodOptional<S[Key]> : never };

const optionalShape = Object.fromEntries(
  Object.entries(offerInputShape).map(([name, schema]) => [name, schema.optional()]),
) as Optional<Shape>;

const windowWords =
  "`last_day` says until which day, inclusive, in `time_zone`; `ends_at` says a moment. 0 means without limit for limits and for ever for `duration_months` and `ends_at`, and so does null. Answers give 0 for `uses_max`, `duration_months` and `ends_at`, null for the other limits.";

export const listOffersContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/offers",
  tag,
  summary: "List offers",
  description:
    "Archived ones when `state` asks for them. `q` finds names, campaigns, and the offer of a whole code.",
  access: { permission: "coupons.read" },
  query: wireObject({
    ...listQueryShape,
    sort: listQueryShape.sort.meta({
      description: "`-created_at` (the default), `created_at`, `name` or `-name`.",
    }),
    state: wireWords(displayStates).optional().meta({ description: "The displayed one." }),
    kind: wireWords(offerKinds).optional(),
    goal: wireWords(campaignGoals).optional(),
    planId: wireId("plan").optional(),
  }),
  status: 200,
  response: wireList(offer),
});

export const createOfferContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/offers",
  tag,
  summary: "Create an offer",
  description: `A draft until it is activated. Absent limits are none, but for one use per person. ${windowWords}`,
  access: { permission: "coupons.write" },
  body: wireObject({ ...optionalShape, name: offerInputShape.name, kind: offerInputShape.kind }),
  status: 201,
  response: offer,
  idempotent: true,
});

export const getOfferContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/offers/{offer_id}",
  tag,
  summary: "Get an offer",
  access: { permission: "coupons.read" },
  params: offerParams,
  status: 200,
  response: offer,
});

export const updateOfferContract = defineContract({
  method: "PATCH",
  path: "/api/v1/coupons/offers/{offer_id}",
  tag,
  summary: "Change an offer",
  description: `Uses from the next moment on go by the new rules; what was redeemed stays. ${windowWords}`,
  access: { permission: "coupons.write" },
  params: offerParams,
  body: wireObject({ ...optionalShape, version: count }),
  status: 200,
  response: offer,
});

const uses = wireObject({
  checked: count,
  flipped: count,
  rules: z
    .array(wireObject({ rule: z.enum(flipRules), count }))
    .meta({ description: "Why, each use under the first rule it fails; most first." }),
});

export const previewImpactContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/offers/{offer_id}/impact",
  tag,
  summary: "See what a change would have refused",
  description:
    "How many of the last 1,000 redemptions, and of the last 1,000 holds that stand, pass the rules as they are and would fail the changed ones. Nothing is changed. Limits of periods are counted among those looked at.",
  access: { permission: "coupons.write" },
  params: offerParams,
  body: wireObject(optionalShape),
  status: 200,
  response: wireObject({ redemptions: uses, holds: uses }),
});

export const duplicateOfferContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/offers/{offer_id}/duplicate",
  tag,
  summary: "Copy an offer",
  description: "A draft of the same rules, without codes and uses.",
  access: { permission: "coupons.write" },
  params: offerParams,
  body: wireObject({ name: offerInputShape.name.optional() }),
  status: 201,
  response: offer,
  idempotent: true,
});

export const deleteOfferContract = defineContract({
  method: "DELETE",
  path: "/api/v1/coupons/offers/{offer_id}",
  tag,
  summary: "Delete a draft that nobody redeemed",
  access: { permission: "coupons.write" },
  params: offerParams,
  status: 204,
});

const act = (verb: string, summary: string, description: string) =>
  ({
    method: "POST",
    path: `/api/v1/coupons/offers/{offer_id}/${verb}`,
    tag,
    summary,
    description,
    access: { permission: "coupons.write" },
    params: offerParams,
    status: 200,
    response: offer,
  }) as const;

export const activateOfferContract = defineContract(
  act("activate", "Let an offer be redeemed", "Within its window, from now on."),
);
export const pauseOfferContract = defineContract(
  act(
    "pause",
    "Pause an offer",
    "Nothing is redeemed until it is activated again; holds that stand may be committed.",
  ),
);
export const archiveOfferContract = defineContract(
  act("archive", "Archive an offer", "Its codes work no more; its redemptions stay."),
);
export const unarchiveOfferContract = defineContract(
  act("unarchive", "Bring an archived offer back", "It comes back paused."),
);
