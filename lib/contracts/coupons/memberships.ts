import { z } from "zod";
import { membershipExpiries } from "@/lib/domain/coupons/ledger/membership";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { knownContact, redemption } from "./ledger";

const tag = "Memberships";

export const membership = wireObject({
  contact: knownContact,
  plan: wireObject({ id: wireId("plan"), name: z.string() }).nullable(),
  tier: z.enum(membershipTiers),
  since: wireInstant,
  expiresAt: wireInstant.nullable().meta({ description: "Null: never." }),
  expiry: z.enum(membershipExpiries),
}).meta({ id: "Membership" });

export const listMembershipsContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/memberships",
  tag,
  summary: "List memberships",
  description:
    "Whose ends next first. `expiry`: `soon` within thirty days, `live` later, `over`, or `never`.",
  access: { permission: "coupons.read" },
  query: wireObject({
    ...listQueryShape,
    contactId: wireId("contact").optional(),
    tier: wireWords(membershipTiers).optional(),
    expiry: wireWords(membershipExpiries).optional(),
  }),
  status: 200,
  response: wireList(membership),
});

export const getContactCouponsContract = defineContract({
  method: "GET",
  path: "/api/v1/contacts/{contact_id}/coupons",
  tag,
  summary: "Get somebody's membership, codes and redemptions",
  description: "The newest twenty codes that messages brought, and the newest twenty redemptions.",
  access: { permission: "coupons.read" },
  params: wireObject({ contactId: wireId("contact") }),
  status: 200,
  response: wireObject({
    membership: membership.nullable(),
    codes: z.array(
      wireObject({
        code: z.string(),
        offerId: wireId("offer"),
        offerName: z.string(),
        batchId: wireId("batch"),
        batchCode: z.string(),
        allocatedAt: wireInstant,
        campaignId: wireId("campaign").nullable(),
        campaignName: z.string().nullable(),
        isUsed: z.boolean(),
      }),
    ),
    redemptions: z.array(redemption),
  }).meta({ id: "ContactCoupons" }),
});
