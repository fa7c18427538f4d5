import { z } from "zod";
import { codeCharsMax } from "@/lib/domain/coupons/codes/fold-code";
import { displayStates } from "@/lib/domain/coupons/offers/offer";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList } from "../wire/lists";
import { wireObject } from "../wire/wire-object";

const tag = "Coupon codes";

export const couponCode = wireObject({
  code: z.string().meta({ description: "As it is shown." }),
  codeKey: z.string().meta({ description: "As it is looked up, the same for every way of typing it." }),
  offerId: wireId("offer"),
  offerName: z.string(),
  offerState: z.enum(displayStates),
  batchId: wireId("batch").nullable(),
  batchCode: z.string().nullable(),
  uses: z.number().int().meta({ description: "Live ones: held and redeemed." }),
  usesMax: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Of each code of the offer. Null: without limit." }),
  contactId: wireId("contact").nullable().meta({ description: "Nobody else may use it." }),
  contactName: z.string().nullable(),
  isDisabled: z.boolean(),
  isHoneytoken: z
    .boolean()
    .meta({ description: "Planted and given to nobody: whoever tries it is guessing." }),
  createdAt: wireInstant,
}).meta({ id: "CouponCode" });

const offerParams = wireObject({ offerId: wireId("offer") });
const codeParams = wireObject({
  code: z
    .string()
    .min(1)
    .max(4 * codeCharsMax),
});

/** They have one order. */
const { sort: _, ...unsorted } = listQueryShape;

export const listCodesContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/offers/{offer_id}/codes",
  tag,
  summary: "List the codes of an offer that no batch made",
  description:
    "Newest first. `q` is any part of a code, however it is typed. The codes of a batch are listed with it.",
  access: { permission: "coupons.read" },
  params: offerParams,
  query: wireObject(unsorted),
  status: 200,
  response: wireList(couponCode),
});

export const addCodeContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/offers/{offer_id}/codes",
  tag,
  summary: "Add a code to an offer",
  description:
    "Of your own text, or a random one that nobody guesses when `code` is absent. Case, accents, spaces, dashes and look-alikes (O and 0, I, L and 1) make no other code: it is unique in the workspace without them.",
  access: { permission: "coupons.write" },
  params: offerParams,
  body: wireObject({
    code: z
      .string()
      .trim()
      .min(1)
      .max(4 * codeCharsMax)
      .optional(),
    contactId: wireId("contact").nullable().optional(),
  }),
  status: 201,
  response: couponCode,
  idempotent: true,
});

export const getCodeContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/codes/{code}",
  tag,
  summary: "Get a code by its text",
  description: "Whatever way it is typed; codes of batches, too.",
  access: { permission: "coupons.read" },
  params: codeParams,
  status: 200,
  response: couponCode,
});

export const updateCodeContract = defineContract({
  method: "PATCH",
  path: "/api/v1/coupons/codes/{code}",
  tag,
  summary: "Disable a code, enable it, or say whose it is",
  description: "What was redeemed with it stays.",
  access: { permission: "coupons.write" },
  params: codeParams,
  body: wireObject({
    isDisabled: z.boolean().optional(),
    contactId: wireId("contact").nullable().optional().meta({ description: "Null: anybody's." }),
  }),
  status: 200,
  response: couponCode,
});
