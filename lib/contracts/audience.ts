import { z } from "zod";
import {
  type AudienceCondition,
  type AudienceFilter,
  audienceConditionsMax,
  audienceDepthMax,
  explainBadCondition,
  measureFilter,
} from "@/lib/domain/audience/audience-filter";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "./wire/ids";
import { wireObject } from "./wire/wire-object";

const value = z.union([
  z.string().max(1_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(1_000)).min(1).max(1_000),
  z.array(z.number()).min(1).max(1_000),
]);

const condition = z
  .strictObject({ field: z.string().max(120), operator: z.string().max(40), value: value.optional() })
  .check((context) => {
    const problem = explainBadCondition(context.value as AudienceCondition);
    if (problem) context.issues.push({ code: "custom", message: problem, input: context.value, path: [] });
  });

const nested: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(nested).max(audienceConditionsMax) }),
    z.strictObject({ or: z.array(nested).max(audienceConditionsMax) }),
    z.strictObject({ not: nested }),
    condition,
  ]),
);

/** Measured before it is walked: a hostile depth must not reach the recursion. */
const measured = z.unknown().check((context) => {
  const { depth, conditions } = measureFilter(context.value);
  if (depth <= audienceDepthMax && conditions <= audienceConditionsMax) return;
  const message = `At most ${audienceDepthMax} levels and ${audienceConditionsMax} conditions.`;
  context.issues.push({ code: "custom", message, input: undefined, path: [], continue: false });
});

export const audienceFilter = measured.pipe(nested).meta({
  id: "AudienceFilter",
  description:
    "`{ and: [] }`, `{ or: [] }`, `{ not: {} }` or `{ field, operator, value }`; a field is a contact field or `attributes.<name>`. `{ and: [] }` is everyone. A date without an offset is one in the workspace's time zone, without a time of day midnight there.",
  example: {
    and: [
      { field: "country", operator: "equals", value: "TR" },
      { field: "attributes.plan", operator: "in", value: ["pro"] },
    ],
  },
}) as unknown as z.ZodType<AudienceFilter, AudienceFilter>;

export const audience = wireObject({ filter: audienceFilter });

/** As it was saved: what may be asked changes, and what somebody asked is shown all the same. */
export const savedAudience = wireObject({
  filter: z.custom<AudienceFilter>().meta({ $ref: "#/components/schemas/AudienceFilter" }),
});

export const countAudienceContract = defineContract({
  method: "POST",
  path: "/api/v1/audience/count",
  tag: "Audience",
  summary: "Count an audience exactly",
  description:
    "How many people match, and how many of them each channel reaches: an active address, not suppressed, consent given.",
  access: { permission: "contacts.read" },
  body: wireObject({ filter: audienceFilter, category: z.enum(messageCategories).optional() }),
  status: 200,
  response: wireObject({
    total: z.number().int(),
    reach: z.array(wireObject({ channel: z.enum(channels), count: z.number().int() })),
    sample: z.array(wireObject({ id: wireId("contact"), name: z.string() })),
  }),
});
