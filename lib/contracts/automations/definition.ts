import { z } from "zod";
import {
  conditionsPerEventMax,
  exitsMax,
  expiringDaysMax,
  inactiveDaysMax,
  leapDayPolicies,
  minutesMax,
  otherwiseKinds,
  propertyOperators,
  reentryDaysMax,
  stepsMax,
} from "@/lib/domain/automations/definition";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { eventNamePattern, ownEventPrefix } from "@/lib/domain/events/event";
import { ttlSecondsMax } from "@/lib/domain/notifications/ttl";
import { audienceFilter } from "../audience";
import { tracking } from "../campaigns/campaigns";
import { content, contentInput, languagesMax } from "../content";
import { clockTime } from "../timing";
import { wireId } from "../wire/ids";
import { wireMoment } from "../wire/instants";
import { wireObject } from "../wire/wire-object";

/** Empty while a draft says none. */
const eventName = z
  .string()
  .max(100)
  .refine(
    (name) => name === "" || (eventNamePattern.test(name) && !name.startsWith(ownEventPrefix)),
    `Small letters, digits, dots and underscores, beginning with a letter; not ${ownEventPrefix}`,
  )
  .meta({ example: "order_completed" });

const propertyCondition = wireObject({
  property: z
    .string()
    .max(200)
    .meta({ description: "Dots lead inside, and through every item of a list.", example: "items.category" }),
  operator: z.enum(propertyOperators),
  value: z.union([z.string().max(1_000), z.number(), z.boolean()]).optional(),
}).meta({ id: "PropertyCondition" });

const where = z.array(propertyCondition).max(conditionsPerEventMax).default([]);

const expiringDays = z.number().int().min(1).max(expiringDaysMax);

export const trigger = z
  .discriminatedUnion("kind", [
    wireObject({ kind: z.literal("event"), event: eventName, where }),
    wireObject({
      kind: z.literal("cart_abandoned"),
      afterMinutes: z.number().int().min(0).max(minutesMax).meta({
        description:
          "Since the cart was last touched. An order ends the wait; a server's `cart_abandoned` needs none.",
      }),
      category: z.string().trim().min(1).max(200).nullable().default(null).meta({
        description: "Only with something of this category in the cart, and in stock, when the message goes.",
      }),
    }),
    wireObject({
      kind: z.literal("birthday"),
      at: clockTime.meta({ description: "On the person's clock." }),
      leapDay: z
        .enum(leapDayPolicies)
        .default("feb_28")
        .meta({ description: "For 29 February in other years." }),
    }),
    wireObject({ kind: z.literal("inactive"), days: z.number().int().min(1).max(inactiveDaysMax) }),
    wireObject({
      kind: z.literal("coupon_expiring"),
      days: expiringDays.meta({
        description: "Before the offer ends of which the person was given a code that is not used.",
      }),
    }),
    wireObject({
      kind: z.literal("membership_expiring"),
      days: expiringDays.meta({ description: "Before the person's membership ends." }),
    }),
  ])
  .meta({ id: "AutomationTrigger" });

const reentry = z
  .discriminatedUnion("kind", [
    wireObject({ kind: z.literal("once") }),
    wireObject({ kind: z.literal("always") }),
    wireObject({ kind: z.literal("after"), days: z.number().int().min(1).max(reentryDaysMax) }),
  ])
  .meta({
    id: "AutomationReentry",
    description: "Of `event` triggers; each cart, birthday, absence and ending brings somebody in once.",
  });

const test = z.discriminatedUnion("kind", [
  wireObject({ kind: z.literal("audience"), filter: audienceFilter }),
  wireObject({
    kind: z.literal("event"),
    event: eventName,
    where,
    did: z
      .boolean()
      .meta({ description: "Met by those who did it since they came in, or by those who did not." }),
  }),
]);

const id = wireId("step").meta({
  description: "Made by whoever adds the step, and kept for life: figures and reports are found by it.",
});

const stepWith = (oneContent: z.ZodType<Content>) =>
  z.discriminatedUnion("kind", [
    wireObject({ id, kind: z.literal("wait"), minutes: z.number().int().min(1).max(minutesMax) }),
    wireObject({
      id,
      kind: z.literal("wait_until"),
      at: clockTime.meta({ description: "The next time it is this late where the person is." }),
    }),
    wireObject({ id, kind: z.literal("condition"), test, otherwise: z.enum(otherwiseKinds).default("exit") }),
    wireObject({
      id,
      kind: z.literal("message"),
      channels: z
        .array(z.enum(channels))
        .min(1)
        .max(channels.length)
        .meta({ description: "The first of these on which the person can be reached." }),
      category: z.enum(messageCategories).default("marketing"),
      contents: z.array(oneContent).max(languagesMax),
      isBestTime: z
        .boolean()
        .default(false)
        .meta({ description: "Waits for the hour at which the person likely looks." }),
      ttlSeconds: z.number().int().min(60).max(ttlSecondsMax).nullable().default(null),
      priority: z.enum(["normal", "high"]).default("normal"),
      tracking: tracking.nullable().default(null),
      couponBatchId: wireId("batch").nullable().optional().meta({
        description: "Of which batch each recipient gets a code, as `{{ coupon.code }}`.",
      }),
      couponHoldoutPercent: z.number().int().min(0).max(90).optional().meta({
        description: "How many in a hundred get the message without a code.",
      }),
    }),
  ]);

const exit = z
  .discriminatedUnion("kind", [
    wireObject({ kind: z.literal("event"), event: eventName, where }),
    wireObject({ kind: z.literal("unsubscribed") }),
    wireObject({ kind: z.literal("left_audience") }),
  ])
  .meta({ id: "AutomationExit" });

const definitionWith = (oneContent: z.ZodType<Content>, moment: z.ZodType<string, string>) =>
  wireObject({
    trigger,
    audience: audienceFilter,
    reentry,
    steps: z.array(stepWith(oneContent)).max(stepsMax),
    exits: z.array(exit).max(exitsMax),
    startsAt: moment
      .nullable()
      .optional()
      .meta({ description: "Who comes due before it is not taken in; absent or null: from publishing on." }),
  });

export const definition = definitionWith(content, z.iso.datetime({ offset: true })).meta({
  id: "AutomationDefinition",
});

export const definitionInput = definitionWith(contentInput, wireMoment);
