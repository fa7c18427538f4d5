import { z } from "zod";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { contentProblemCodes } from "@/lib/domain/content/check/content-problem";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "./wire/ids";
import { wireLocale } from "./wire/places";
import { wirePersonVariables } from "./wire/variables";
import { wireWarnings } from "./wire/warnings";
import { wireObject } from "./wire/wire-object";

/** Generous bounds of the Liquid source; what people receive is measured after rendering. */
const sourceLengthMax = { line: 2_000, text: 20_000, html: 300_000, url: 4_000 };

const url = z.string().max(sourceLengthMax.url);

const dataPairs = z
  .record(z.string().min(1).max(100), z.string().max(2_000))
  .refine((pairs) => Object.keys(pairs).length <= 50, "At most 50 pairs");

const action = z
  .strictObject({
    id: z.string().min(1).max(60),
    title: z.string().max(200),
    url: url.optional(),
  })
  .meta({ id: "ContentAction" });

const contentShape = {
  language: wireLocale,
  title: z.string(),
  subtitle: z.string(),
  body: z.string(),
  html: z.string(),
  imageUrl: z.string(),
  iconUrl: z.string(),
  badgeUrl: z.string(),
  deepLink: z.string(),
  actions: z.array(action),
  requireInteraction: z.boolean(),
  data: z.record(z.string(), z.string()),
};

const defaults = dataPairs.optional().meta({
  description:
    "What stands for a variable that neither the person nor the automation's event has, by its name; plain text.",
  example: { product: "iPhone 15" },
});

/** One language of a message as the API gives it back. Text fields are Liquid. */
export const content = wireObject({
  ...contentShape,
  variables: z.record(z.string(), z.string()).optional(),
}).meta({ id: "Content" });

const given = wireObject({
  language: wireLocale,
  title: z.string().max(sourceLengthMax.line).optional().meta({
    description: "Headline; the subject of an e-mail. Liquid, as every text here.",
    example: "Hi {{ first_name }}",
  }),
  subtitle: z.string().max(sourceLengthMax.text).optional().meta({
    description:
      "The text where `body` is empty; else the second line on iOS and the preview line of an e-mail.",
  }),
  body: z.string().max(sourceLengthMax.text).optional(),
  html: z
    .string()
    .max(sourceLengthMax.html)
    .optional()
    .meta({ description: "E-mail only. Empty: made from `body`." }),
  imageUrl: url.optional(),
  iconUrl: url.optional(),
  badgeUrl: url.optional(),
  deepLink: url.optional().meta({
    description:
      "Where a tap leads: a complete address, an app's own scheme (`myapp://cart`), or a path that begins with `/`. A path reaches the device as it stands: the app or the site that receives it opens it as one of its own.",
    example: "/cart",
  }),
  actions: z.array(action).max(10).optional(),
  requireInteraction: z.boolean().optional(),
  data: dataPairs.optional(),
  variables: defaults,
  image: url.optional().meta({ description: "Same as `image_url`." }),
  icon: url.optional().meta({ description: "Same as `icon_url`." }),
  badge: url.optional().meta({ description: "Same as `badge_url`." }),
});

/** One language of a message as a caller gives it: all but `language` may be left out. */
export const contentInput = z.codec(given, z.custom<Content>(), {
  decode: ({ image, icon, badge, ...rest }): Content => ({
    ...emptyContent,
    ...rest,
    imageUrl: rest.imageUrl ?? image ?? "",
    iconUrl: rest.iconUrl ?? icon ?? "",
    badgeUrl: rest.badgeUrl ?? badge ?? "",
    actions: (rest.actions ?? []).map(toAction),
  }),
  encode: (value) => value,
});

const toAction = ({ url, ...rest }: z.output<typeof action>) => (url === undefined ? rest : { ...rest, url });

export const languagesMax = 20;

/** At least one language. */
export const contentsInput = z.array(contentInput).min(1).max(languagesMax);

export const problemPart = z.string().nullable().meta({
  description:
    "Of `actions` the button and what of it, such as `0.url`; of `data` the key. Null where it is about the whole field.",
});

export const contentProblem = wireObject({
  severity: z.enum(["error", "warning"]),
  code: z.enum(contentProblemCodes),
  language: z.string(),
  field: z.string(),
  part: problemPart,
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string(),
}).meta({ id: "ContentProblem" });

export const contentWarnings = wireWarnings.meta({
  description:
    "What is wrong with the message as it is kept, every field at once: first what would keep it from being sent, then what deserves a second look.",
  example: [
    {
      pointer: "contents.0.title",
      code: "unknown_filter",
      detail: "Liquid: there is no filter shout (line 1, column 11).",
    },
  ],
});

export const renderedContent = wireObject({
  ...contentShape,
  title: z.string().meta({ description: "One line; the subject of an e-mail." }),
  body: z.string().meta({ description: "Plain text. E-mail: the plain-text part." }),
  html: z.string().meta({ description: "E-mail: the page. Telegram: its HTML." }),
}).meta({ id: "RenderedContent" });

const smsCount = wireObject({
  encoding: z.enum(["gsm7", "ucs2"]),
  characters: z.number().int(),
  units: z.number().int(),
  segments: z.number().int(),
  unitsPerSegment: z.number().int(),
  unitsLeft: z.number().int(),
  parts: z.array(z.string()),
  unicodeCharacters: z.array(z.strictObject({ character: z.string(), index: z.number().int() })),
  foldedText: z.string().meta({ description: "The same in letters that GSM-7 has." }),
  foldedSegments: z.number().int(),
}).meta({ id: "SmsCount" });

export const previewContentContract = defineContract({
  method: "POST",
  path: "/api/v1/content/preview",
  tag: "Content",
  summary: "Render a message without sending it",
  description:
    "As a contact (`contact_id`), as any contact (`random`), or as a sample person; `variables` are laid over that.",
  access: { permission: "templates.read" },
  body: wireObject({
    channel: z.enum(channels),
    category: z.enum(messageCategories).optional(),
    contents: contentsInput,
    language: wireLocale.optional().meta({ description: "Absent: the one that the person would get." }),
    contactId: wireId("contact").optional(),
    random: z.boolean().optional(),
    variables: wirePersonVariables.optional(),
  }),
  status: 200,
  response: wireObject({
    language: z.string(),
    contact: wireObject({
      id: wireId("contact"),
      name: z.string(),
      locale: z.string().nullable(),
    }).nullable(),
    rendered: renderedContent
      .nullable()
      .meta({ description: "Null when the Liquid of this language is broken." }),
    lengths: wireObject({
      title: z.number().int(),
      body: z.number().int(),
      payloadBytes: z.number().int(),
    }),
    sms: smsCount.nullable(),
    problems: z.array(contentProblem),
    converted: z
      .array(z.string())
      .meta({ description: "Single-brace variables that were read as Liquid, as they were written." }),
  }),
});

export const listContentVariablesContract = defineContract({
  method: "GET",
  path: "/api/v1/content/variables",
  tag: "Content",
  summary: "List the variables a message may use",
  access: { permission: "templates.read" },
  status: 200,
  response: wireObject({
    names: z.array(z.string()).meta({ example: ["name", "first_name"] }),
    attributes: z.array(z.string()).meta({ description: "Your own fields, as your contacts have them." }),
  }),
});
