import { z } from "zod";
import { codeCharsMax } from "@/lib/domain/coupons/codes/fold-code";
import { orderMinorMax } from "@/lib/domain/coupons/money/money";
import { offerKinds } from "@/lib/domain/coupons/offers/offer";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { redemptionSources, redemptionStatuses } from "@/lib/domain/coupons/redemptions/redemption";
import { publicRefusal, refusalReasons } from "@/lib/domain/coupons/redemptions/refusal";
import { defineContract } from "@/lib/platform/http/contract";
import { personId } from "../events/event-input";
import { wireCurrency } from "../wire/currency";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";

const tag = "Redemptions";

const minor = z.number().int().min(0).max(orderMinorMax);

const code = z
  .string()
  .min(1)
  .max(4 * codeCharsMax)
  .meta({
    description: "As it was typed: case, accents, spaces and dashes do not matter.",
    example: "YAZ2O",
  });

const propertiesMax = 50;

const metadata = z
  .record(z.string().min(1).max(40), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
  .refine((map) => Object.keys(map).length <= propertiesMax, `At most ${propertiesMax} entries`)
  .meta({ description: "Yours, kept with the redemption.", example: { till: "Kadıköy 3" } });

const requestShape = {
  code,
  contactId: wireId("contact").optional(),
  externalId: personId.optional().meta({ description: "Your id of the person. Give this or `contact_id`." }),
  order: wireObject({
    id: z.string().trim().min(1).max(200).meta({ description: "Yours." }),
    totalMinor: minor.meta({ description: "Before the discount, in minor units (kuruş, cents)." }),
    currency: wireCurrency,
  })
    .optional()
    .meta({ description: "Needed by discounts, and by offers with a minimum order." }),
  source: z.enum(redemptionSources).optional(),
  metadata: metadata.optional(),
  stackWith: z.array(code).max(20).optional().meta({ description: "Other codes of the same order." }),
};

const price = wireObject({
  listMinor: minor.meta({ description: "Without the coupon." }),
  paidMinor: minor,
  discountMinor: minor,
  currency: z.string(),
});

const term = {
  planId: wireId("plan"),
  tier: z.enum(membershipTiers),
  months: z.number().int().nullable(),
  days: z.number().int().nullable().meta({ description: "For ever when months and days are null." }),
};

const receipt = wireObject({
  id: wireId("redemption"),
  status: z.enum(redemptionStatuses),
  code: z.string(),
  offer: wireObject({ id: wireId("offer"), name: z.string(), kind: z.enum(offerKinds) }),
  batchId: wireId("batch").nullable(),
  contactId: wireId("contact").nullable().meta({ description: "Null once the person was erased." }),
  price: price.nullable(),
  grant: wireObject({
    ...term,
    startsAt: wireInstant.nullable().meta({ description: "Null while it is only held." }),
    expiresAt: wireInstant.nullable().meta({ description: "Null: never, or not yet." }),
  }).nullable(),
  orderId: z.string().nullable(),
  source: z.string(),
  metadata: z.record(z.string(), z.unknown()),
  holdExpiresAt: wireInstant.nullable(),
  createdAt: wireInstant,
  redeemedAt: wireInstant.nullable(),
  reversedAt: wireInstant.nullable(),
  reversalReason: z.string().nullable(),
}).meta({ id: "RedemptionReceipt" });

const toldReasons = refusalReasons.filter((reason) => reason !== "honeytoken");

export const validateCodeContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/validate",
  tag,
  summary: "Ask whether a code would be accepted",
  description: [
    "The same judgement as a redemption; nothing is taken. The answer is 200 either way: `reason` says why not, `rule` which",
    `rule, \`seen\` and \`needed\` what it looked at. Publishable keys may call this from their origins and hear \`${publicRefusal}\``,
    "for every refusal. Too many wrong codes of one address or person are answered with 429.",
  ].join(" "),
  access: { permission: "coupons.redeem" },
  browsers: true,
  body: wireObject({
    ...requestShape,
    at: wireInstant.optional().meta({ description: "As if it were then. Not with a publishable key." }),
  }),
  status: 200,
  response: wireObject({
    isValid: z.boolean(),
    reason: z.enum([...toldReasons, publicRefusal]).nullable(),
    rule: z.string().nullable(),
    seen: z.string().nullable(),
    needed: z.string().nullable(),
    price: price.nullable(),
    grant: wireObject(term).nullable(),
  }).meta({ id: "CodeValidation" }),
});

const keyed =
  "A repeat with the same `Idempotency-Key` and body gives the redemption as it stands now; with another body 422. Refusals carry `reason`, `rule`, `seen` and `needed`, and are judged anew on every try.";

export const redeemCodeContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/redeem",
  tag,
  summary: "Redeem a code",
  description: keyed,
  access: { permission: "coupons.redeem" },
  body: wireObject(requestShape),
  status: 200,
  response: receipt,
  idempotent: "by_verb",
});

const holdSecondsMin = 10;
const holdSecondsMax = 604_800;

export const holdCodeContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/hold",
  tag,
  summary: "Hold a use while somebody pays",
  description: `It counts against every limit until it is committed, released, or over. ${keyed}`,
  access: { permission: "coupons.redeem" },
  body: wireObject({
    ...requestShape,
    holdSeconds: z
      .number()
      .int()
      .min(holdSecondsMin)
      .max(holdSecondsMax)
      .optional()
      .meta({ description: "As the offer says when absent." }),
  }),
  status: 200,
  response: receipt,
  idempotent: "by_verb",
});

const reference = { redemptionId: wireId("redemption") };

export const commitHoldContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/commit",
  tag,
  summary: "Make a hold a redemption",
  description:
    "A repeat is answered like the first. After the hold is over it is refused with `hold_expired`.",
  access: { permission: "coupons.redeem" },
  body: wireObject(reference),
  status: 200,
  response: receipt,
});

export const releaseHoldContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/release",
  tag,
  summary: "Give a hold back",
  description: "The use is free again at once. A repeat is answered like the first.",
  access: { permission: "coupons.redeem" },
  body: wireObject(reference),
  status: 200,
  response: receipt,
});

export const rollBackRedemptionContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/rollback",
  tag,
  summary: "Take a redemption back",
  description:
    "As far as the offer's reversal policy allows. A membership loses what this redemption gave it. A repeat is answered like the first.",
  access: { permission: "coupons.rollback" },
  body: wireObject({ ...reference, reason: z.string().trim().min(1).max(500).optional() }),
  status: 200,
  response: receipt,
});
