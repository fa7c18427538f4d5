import { z } from "zod";
import {
  type NotificationDocument,
  segmentsMax,
} from "@/lib/domain/campaigns/document/notification-document";
import { checkSchedule } from "@/lib/domain/campaigns/document/reading/check-schedule";
import { isAction } from "@/lib/domain/campaigns/document/words/action-words";
import { channelWords } from "@/lib/domain/campaigns/document/words/channel-words";
import {
  parseCountries,
  parseLastActivity,
  parsePurchases,
} from "@/lib/domain/campaigns/document/words/targeting-words";
import { attributeLengthMax, attributeNameLengthMax, attributesMax } from "@/lib/domain/contacts/contact";
import { toDeepLink, toIconUrl, toImageUrl } from "@/lib/domain/content/safe-url";
import { ttlSecondsMax } from "@/lib/domain/notifications/ttl";
import { contactTraits } from "../contacts/contacts";
import { personId } from "../events/event-input";
import { wireMoment } from "../wire/instants";
import { wireTag } from "../wire/words";

/** Text that means something; what has variables in it is looked at once they are filled in. */
const judged = (isGood: (text: string) => boolean, sentence: string, max = 4_000) =>
  z.string().max(max).refine(isGood, sentence);

const address = (judge: (url: string) => string, sentence: string) =>
  judged((url) => url === "" || url.includes("{") || judge(url) !== "", sentence);

const picture = address(toImageUrl, "A picture needs a complete https:// address.");
const icon = address(
  toIconUrl,
  "A picture needs a complete https:// address, or a path on your site that begins with /.",
);

const hook = judged(
  (url) => url.startsWith("https://") && URL.canParse(url),
  "A complete https:// address.",
).meta({ description: "Kept; not called yet." });

const single = z.union([z.string().max(2_000), z.number(), z.boolean()], {
  error: "A text, a number, true or false: push services carry nothing deeper.",
});

const isFew = (max: number) => (pairs: object) => Object.keys(pairs).length <= max;
const hasNames = (max: number) => (pairs: object) =>
  Object.keys(pairs).every((name) => name !== "" && name.length <= max);

const pairsMax = 50;
const few = `At most ${pairsMax} pairs`;
const named = "A name of 1 to 100 characters";

const data = z
  .object({
    deep_link: address(
      toDeepLink,
      "A link needs https://, a path that begins with /, or an app's own scheme.",
    ).optional(),
    variables: z
      .record(z.string(), single)
      .refine(isFew(pairsMax), few)
      .refine(hasNames(100), named)
      .optional()
      .meta({ description: "What stands for a variable that neither the person nor the event has." }),
  })
  .catchall(single)
  .refine(isFew(pairsMax), few)
  .refine(hasNames(100), named)
  .meta({ description: "Everything else reaches the device as it stands, as text." });

const targetingRules = z.strictObject({
  country: judged(
    (text) => parseCountries(text) !== undefined,
    "Two capital letters such as TR, several as in TR,DE, or != before them.",
  )
    .optional()
    .meta({ example: "TR" }),
  last_activity: judged(
    (text) => parseLastActivity(text) !== undefined,
    "> (away for longer) or < (active within), a number, and h, d, w or m (30 days), such as >7d.",
  )
    .optional()
    .meta({
      example: ">7d",
      description: "`>7d`: was active, and not for seven days; `<7d`: has been since.",
    }),
  purchase_history: judged(
    (text) => parsePurchases(text) !== undefined,
    ">, >=, <, <=, = or !=, and a number, such as >=2.",
  )
    .optional()
    .meta({ example: ">=2", description: "Of the number attribute `purchase_history`." }),
});

const action = z.strictObject({
  type: z.literal("button"),
  title: z.string().min(1).max(200),
  action: judged(
    isAction,
    "open_deep_link, a name of your own, or an address: https://, a path that begins with /, an app's own scheme.",
  ),
});

const schedule = z
  .strictObject({
    type: z.enum(["time_based", "trigger_based"]),
    trigger_type: z.string().max(100).optional(),
    trigger_conditions: z.record(z.string(), single).optional().meta({
      description:
        "Of cart_abandoned: abandon_time (30m, 24h, 2d, 1w) and product_category. Of other events: properties and what they must be.",
    }),
    send_at: wireMoment
      .optional()
      .meta({ description: "With a trigger: nobody who comes due before it gets it." }),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of checkSchedule(value))
      issues.push({ code: "custom", input: value, path, message });
  });

const utmValue = z.string().max(200).optional();

const tracking = z.strictObject({
  enable_delivery_tracking: z.boolean().optional(),
  enable_open_tracking: z.boolean().optional(),
  enable_click_tracking: z.boolean().optional(),
  utm_params: z
    .strictObject({
      source: utmValue,
      medium: utmValue,
      campaign: utmValue,
      term: utmValue,
      content: utmValue,
    })
    .optional(),
});

const strategy = z.strictObject({
  channel_priority: z
    .array(z.enum(channelWords as [string, ...string[]]))
    .min(1)
    .refine((words) => new Set(words).size === words.length, "Name each channel once.")
    .optional()
    .meta({ description: "With a trigger the first on which somebody can be reached; else the first." }),
  optimal_time: z.literal("user_preference").optional(),
});

const profile = z
  .object({
    first_name: contactTraits.firstName,
    last_name: contactTraits.lastName,
    email: contactTraits.email,
    phone: contactTraits.phone,
    locale: contactTraits.locale,
    time_zone: contactTraits.timeZone,
    country: contactTraits.country,
    city: contactTraits.city,
    birth_date: contactTraits.birthDate,
    tags: contactTraits.tags,
  })
  .catchall(
    z.union([z.string().max(attributeLengthMax), z.number(), z.boolean(), z.null()], {
      error: "A text, a number, true, false or null.",
    }),
  )
  .refine(isFew(attributesMax), `At most ${attributesMax} attributes`)
  .refine(hasNames(attributeNameLengthMax), named)
  .meta({ description: "What is no field of a contact becomes an attribute." });

export const notificationDocument = z
  .strictObject({
    id: z.string().min(1).max(200).optional(),
    title: z.string().min(1).max(2_000),
    body: z.string().min(1).max(20_000),
    icon: icon.optional(),
    image: picture.optional(),
    badge: icon.optional(),
    data: data.optional(),
    segments: z
      .array(wireTag)
      .max(segmentsMax)
      .optional()
      .meta({ description: "Tags; any of them will do." }),
    targeting_rules: targetingRules.optional().meta({ description: "All of them must hold." }),
    actions: z.array(action).max(10).optional(),
    schedule: schedule.optional(),
    tracking: tracking.optional(),
    ab_test_group: z.string().min(1).max(200).optional().meta({ description: "Kept; not acted upon yet." }),
    variant_id: z.string().min(1).max(200).optional().meta({ description: "Kept; not acted upon yet." }),
    priority: z.enum(["normal", "high"]).optional(),
    ttl: z
      .number()
      .int()
      .min(0)
      .max(ttlSecondsMax)
      .optional()
      .meta({ description: "Seconds; with a trigger 60 at least." }),
    require_interaction: z.boolean().optional(),
    webhooks: z
      .strictObject({ delivery: hook.optional(), click: hook.optional(), conversion: hook.optional() })
      .optional(),
    cep_strategy: strategy.optional(),
    cdp_data: z.strictObject({ user_id: personId, profile: profile.optional() }).optional().meta({
      description: "Makes or updates the contact, as of `created_at`. Given back as the contact is now.",
    }),
    created_at: wireMoment.optional(),
  })
  .meta({ id: "NotificationDocument" }) satisfies z.ZodType<NotificationDocument>;
