import { z } from "zod";
import {
  eventNamePattern,
  isDeeperThan,
  ownEventPrefix,
  personIdCharsMax,
  propertiesDepthMax,
} from "@/lib/domain/events/event";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";
import { commerceEvents } from "./commerce-events";

export const personId = z.string().min(1).max(personIdCharsMax);

const name = z
  .string()
  .regex(eventNamePattern, "Small letters, digits, dots and underscores, beginning with a letter")
  .refine((text) => !text.startsWith(ownEventPrefix), `Names in ${ownEventPrefix} are ours`)
  .meta({ example: "cart_updated" });

const propertyNameCharsMax = 200;

const isGoodName = (name: string): boolean => name !== "" && name.length <= propertyNameCharsMax;

// Looked at as it is: a copy of each, as an object schema makes it, would cost as much as the checks.
const properties = z
  .custom<Record<string, unknown>>()
  .check(({ value, issues }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      issues.push({ code: "invalid_type", expected: "object", input: value });
      return;
    }
    const refuse = (message: string) => issues.push({ code: "custom", message, input: value });
    if (!Object.keys(value).every(isGoodName)) refuse(`Names of 1 to ${propertyNameCharsMax} characters`);
    if (isDeeperThan(value, propertiesDepthMax)) refuse(`At most ${propertiesDepthMax} levels`);
  })
  .meta({
    type: "object",
    additionalProperties: {},
    description: `Of ${Object.keys(commerceEvents).join(", ")} the known ones are checked. At most 32 KiB as JSON.`,
    example: { cart_id: "c-1", total: 129900, currency: "TRY" },
  });

const eventShape = {
  id: z.string().min(1).max(200).optional().meta({
    description:
      "Yours: a repeat with the same `id` and `occurred_at` changes nothing. Give both, or neither.",
  }),
  name,
  contactId: wireId("contact").optional(),
  externalId: personId.optional().meta({ description: "Your id of the person." }),
  anonymousId: personId
    .optional()
    .meta({ description: "A browser's or device's, before it is known whose." }),
  createContact: z
    .boolean()
    .optional()
    .meta({ description: "Whether to make the contact when `external_id` or `anonymous_id` is unknown." }),
  occurredAt: wireInstant.optional().meta({ description: "Now when absent; at most a day ahead." }),
  properties: properties.optional(),
  campaignId: wireId("campaign").optional(),
  runId: wireId("run").optional(),
};

export const eventInput = wireObject(eventShape)
  .check(({ value, issues }) => {
    const known = Object.hasOwn(commerceEvents, value.name) ? commerceEvents[value.name] : undefined;
    const judged = known?.safeParse(value.properties ?? {});
    for (const issue of judged?.error?.issues ?? [])
      issues.push({
        code: "custom",
        message: issue.message,
        input: undefined,
        path: ["properties", ...issue.path],
      });
  })
  .meta({ id: "EventInput", description: "Say whom it is about with one of the three ids." });

/** One of many: what is wrong with it is kept for its own answer, and the others go on. */
export const eventOfMany = eventInput.catch(({ error }) => ({ refused: error.issues }) as never);
