import { z } from "zod";
import { invariants } from "@/lib/domain/coupons/ledger/invariant";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";

const tag = "Redemption log";

const check = wireObject({
  invariant: z.enum(invariants),
  off: z.number().int().meta({ description: "How many are not as they must be." }),
  findings: z
    .array(
      wireObject({
        name: z.string(),
        offerId: wireId("offer").nullable(),
        batchId: wireId("batch").nullable(),
        contactId: wireId("contact").nullable(),
        subject: z.string().nullable(),
        seen: z.string(),
        needed: z.string(),
      }),
    )
    .meta({ description: "The first twenty." }),
});

export const getInvariantsContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/invariants",
  tag,
  summary: "Check the ledger against all that is counted beside it",
  description:
    "It looks now, and reports; it never repairs. `nightly` is what the last night found. `misses` are codes that nobody has.",
  access: { permission: "coupons.read" },
  status: 200,
  response: wireObject({
    checkedAt: wireInstant,
    off: z.number().int(),
    checks: z.array(check),
    misses: wireObject({
      missed: z.number().int().meta({ description: "Within the last day." }),
      honeytokens: z.number().int(),
      attempts: z.number().int(),
      usualPerDay: z.number().meta({ description: "Of the four weeks before." }),
      isUnusual: z.boolean(),
    }),
    nightly: wireObject({ checkedAt: wireInstant, off: z.number().int(), checks: z.array(check) }).nullable(),
  }).meta({ id: "CouponInvariants" }),
});
