import { z } from "zod";
import {
  featureCharsMax,
  membershipTiers,
  planFeaturesMax,
  planNameCharsMax,
} from "@/lib/domain/coupons/plans/plan";
import { defineContract } from "@/lib/platform/http/contract";
import { wireCurrency } from "../wire/currency";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { minor, sayingForEver, termFields, termOut } from "./terms";

const tag = "Membership plans";

const shape = {
  id: wireId("plan"),
  name: z.string(),
  tier: z.enum(membershipTiers),
  ...termOut,
  priceMinor: z.number().int().meta({ description: "In minor units, such as kuruş." }),
  discountPriceMinor: z.number().int().nullable(),
  currency: z.string(),
  features: z.array(z.string()),
  position: z.number().int(),
  isActive: z.boolean(),
  version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
  createdBy: z.string(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
};

export const plan = sayingForEver(wireObject(shape)).meta({ id: "MembershipPlan" });

const listedPlan = sayingForEver(
  wireObject({
    ...shape,
    offers: z.number().int().meta({ description: "Offers that grant it." }),
  }),
).meta({ id: "ListedMembershipPlan" });

const planParams = wireObject({ planId: wireId("plan") });

const fields = {
  name: z.string().trim().min(1).max(planNameCharsMax),
  tier: z.enum(membershipTiers),
  durationMonths: termFields.durationMonths.optional(),
  durationDays: termFields.durationDays.optional(),
  priceMinor: minor,
  discountPriceMinor: minor.nullable().optional(),
  currency: wireCurrency,
  features: z.array(z.string().trim().min(1).max(featureCharsMax)).max(planFeaturesMax),
};

const termWords =
  "Trials last days or months; monthly, quarterly and yearly plans whole multiples of 1, 3 and 12 months; unlimited ones have no end. `duration_months: 0` means for ever, and is what answers give for it.";

export const listPlansContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/plans",
  tag,
  summary: "List membership plans",
  access: { permission: "coupons.read" },
  query: wireObject({
    ...listQueryShape,
    sort: listQueryShape.sort.meta({ description: "`position` (the default), `name` or `-name`." }),
    tier: wireWords(membershipTiers).optional(),
    currency: wireCurrency.optional(),
    isActive: z
      .codec(z.enum(["true", "false"]), z.boolean(), {
        decode: (value) => value === "true",
        encode: (value) => (value ? "true" : "false"),
      })
      .optional(),
  }),
  status: 200,
  response: wireList(listedPlan),
});

export const createPlanContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/plans",
  tag,
  summary: "Create a membership plan",
  description: `There is one active plan of each tier and currency. ${termWords}`,
  access: { permission: "coupons.write" },
  body: wireObject({ ...fields, features: fields.features.optional() }),
  status: 201,
  response: plan,
  idempotent: true,
});

export const getPlanContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/plans/{plan_id}",
  tag,
  summary: "Get a membership plan",
  access: { permission: "coupons.read" },
  params: planParams,
  status: 200,
  response: plan,
});

export const updatePlanContract = defineContract({
  method: "PATCH",
  path: "/api/v1/coupons/plans/{plan_id}",
  tag,
  summary: "Change a membership plan",
  description: `What was redeemed keeps its price and its term. ${termWords}`,
  access: { permission: "coupons.write" },
  params: planParams,
  body: wireObject({
    version: z.number().int(),
    name: fields.name.optional(),
    tier: fields.tier.optional(),
    durationMonths: fields.durationMonths,
    durationDays: fields.durationDays,
    priceMinor: fields.priceMinor.optional(),
    discountPriceMinor: fields.discountPriceMinor,
    currency: fields.currency.optional(),
    features: fields.features.optional(),
  }),
  status: 200,
  response: plan,
});

const act = (verb: string, summary: string) =>
  ({
    method: "POST",
    path: `/api/v1/coupons/plans/{plan_id}/${verb}`,
    tag,
    summary,
    access: { permission: "coupons.write" },
    params: planParams,
    status: 200,
    response: plan,
  }) as const;

export const activatePlanContract = defineContract(act("activate", "Offer a membership plan again"));
export const deactivatePlanContract = defineContract(
  act("deactivate", "Take a membership plan out of use: nothing new is made of it"),
);

export const deletePlanContract = defineContract({
  method: "DELETE",
  path: "/api/v1/coupons/plans/{plan_id}",
  tag,
  summary: "Delete a membership plan that nothing uses",
  access: { permission: "coupons.write" },
  params: planParams,
  status: 204,
});

export const orderPlansContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/plans/order",
  tag,
  summary: "Put membership plans in order",
  description: "Those that are named come first, in this order; the others follow as they were.",
  access: { permission: "coupons.write" },
  body: wireObject({ planIds: z.array(wireId("plan")).min(1).max(500) }),
  status: 204,
});
