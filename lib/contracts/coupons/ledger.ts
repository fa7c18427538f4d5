import { z } from "zod";
import { offerKinds, reversalPolicies } from "@/lib/domain/coupons/offers/offer";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import {
  redemptionActs,
  redemptionSources,
  redemptionStatuses,
} from "@/lib/domain/coupons/redemptions/redemption";
import { refusalReasons } from "@/lib/domain/coupons/redemptions/refusal";
import { defineContract } from "@/lib/platform/http/contract";
import { wireDelimiter } from "../contacts/contact-imports";
import { job, wireFormulas } from "../jobs";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";

const tag = "Redemption log";

/** Somebody, beside what they did. */
export const knownContact = wireObject({
  id: wireId("contact"),
  externalId: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
});

const offer = wireObject({ id: wireId("offer"), name: z.string(), kind: z.enum(offerKinds) });
const batch = wireObject({ id: wireId("batch"), batchCode: z.string() });
const campaign = wireObject({ id: wireId("campaign"), name: z.string() });

const ip = z.string().nullable().meta({
  description:
    "Whole for those who may roll back, the network (`203.0.113.0/24`) for others. Null after thirty days.",
  example: "203.0.113.0/24",
});

const redemptionShape = {
  id: wireId("redemption"),
  status: z.enum(redemptionStatuses),
  code: z.string(),
  offer,
  batch: batch.nullable(),
  contact: knownContact.nullable().meta({ description: "Null once the person was erased." }),
  price: wireObject({
    listMinor: z.number().int(),
    paidMinor: z.number().int(),
    discountMinor: z.number().int(),
    currency: z.string(),
  })
    .nullable()
    .meta({ description: "As it was then, in minor units." }),
  grant: wireObject({
    planId: wireId("plan"),
    planName: z.string(),
    tier: z.enum(membershipTiers),
    months: z.number().int().nullable(),
    days: z.number().int().nullable(),
    startsAt: wireInstant.nullable(),
    expiresAt: wireInstant.nullable(),
  }).nullable(),
  orderId: z.string().nullable(),
  campaign: campaign.nullable().meta({ description: "Whose message brought the code." }),
  source: z.string(),
  ip,
  createdAt: wireInstant,
  holdExpiresAt: wireInstant.nullable(),
  redeemedAt: wireInstant.nullable(),
  reversedAt: wireInstant.nullable(),
  reversalReason: z.string().nullable(),
};

export const redemption = wireObject(redemptionShape).meta({ id: "Redemption" });

export const redemptionDetail = wireObject({
  ...redemptionShape,
  reversal: z.enum(reversalPolicies).meta({ description: "Until when the offer lets it be rolled back." }),
  ordinal: z.number().int().meta({ description: "Of this person's uses of the offer." }),
  orderMinor: z.number().int().nullable(),
  idempotencyKey: z.string(),
  userAgent: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
}).meta({ id: "RedemptionDetail" });

const narrowing = {
  offerId: wireId("offer").optional(),
  batchId: wireId("batch").optional(),
  contactId: wireId("contact").optional(),
  code: z.string().max(160).optional().meta({ description: "Exactly this code, however it is typed." }),
  since: wireInstant.optional(),
  until: wireInstant.optional().meta({ description: "Before then." }),
};

const search = listQueryShape.q.meta({
  description:
    "The beginning of a code however it is typed, the id of an order, or somebody's name, external id or address.",
});

export const listRedemptionsContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/redemptions",
  tag,
  summary: "List redemptions",
  description:
    "The newest first, or by `sort=created_at` the oldest. `total` is given when you page by number; a cursor costs the same anywhere.",
  access: { permission: "coupons.read" },
  query: wireObject({
    ...listQueryShape,
    ...narrowing,
    q: search,
    status: wireWords(redemptionStatuses).optional(),
    source: wireWords(redemptionSources).optional(),
  }),
  status: 200,
  response: wireList(redemption),
});

export const getRedemptionContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/redemptions/{redemption_id}",
  tag,
  summary: "Get a redemption with everything around it",
  access: { permission: "coupons.read" },
  params: wireObject({ redemptionId: wireId("redemption") }),
  status: 200,
  response: redemptionDetail,
});

export const exportRedemptionsContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/redemptions/exports",
  tag,
  summary: "Export redemptions to CSV",
  description:
    "Those that match now, the oldest first, as UTF-8 with a mark. Cells that a spreadsheet would run as a formula begin with an apostrophe.",
  access: { permission: "coupons.export" },
  body: wireObject({
    filter: wireObject({
      ...narrowing,
      q: search,
      status: z.array(z.enum(redemptionStatuses)).optional(),
      source: z.array(z.enum(redemptionSources)).optional(),
    }).meta({ description: "The filter of the list; `{}` is all." }),
    delimiter: wireDelimiter.optional(),
    formulas: wireFormulas,
  }),
  status: 202,
  response: job,
  idempotent: true,
});

export const refusal = wireObject({
  id: wireId("refusal"),
  act: z.enum(redemptionActs),
  reason: z.enum(refusalReasons),
  rule: z.string().nullable(),
  seen: z.string().nullable(),
  needed: z.string().nullable(),
  currency: z.string().nullable().meta({ description: "Of amounts in `seen` and `needed`, in minor units." }),
  code: z.string().meta({ description: "Folded, where nobody has this code." }),
  offer: offer.nullable(),
  batch: batch.nullable(),
  contact: knownContact.nullable(),
  source: z.string(),
  ip,
  userAgent: z.string().nullable(),
  createdAt: wireInstant,
}).meta({ id: "CouponRefusal" });

export const listCouponRefusalsContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/refusals",
  tag,
  summary: "List what was refused, and why",
  description:
    "The newest first. `rule` failed: it saw `seen` and needed `needed`. A `honeytoken` was told to its guesser as `not_found`.",
  access: { permission: "coupons.read" },
  query: wireObject({
    ...listQueryShape,
    ...narrowing,
    q: search,
    reason: wireWords(refusalReasons).optional(),
    act: wireWords(redemptionActs).optional(),
    source: wireWords(redemptionSources).optional(),
  }),
  status: 200,
  response: wireList(refusal),
});
