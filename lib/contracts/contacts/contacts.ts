import { z } from "zod";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import {
  attributeLengthMax,
  attributeNameLengthMax,
  attributesMax,
  consentStatuses,
  contactKinds,
  tagsMax,
} from "@/lib/domain/contacts/contact";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireDay, wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { timeZone, twoLetterCountry, wireCountries, wireLocale } from "../wire/places";
import { wireObject } from "../wire/wire-object";
import { wireFreeWords, wireTag } from "../wire/words";
import { subscription, subscriptionDetail, subscriptionInput } from "./subscription";

const attributes = z
  .record(
    z.string().min(1).max(attributeNameLengthMax),
    z.union([z.string().max(attributeLengthMax), z.number(), z.boolean(), z.null()]),
  )
  .refine((map) => Object.keys(map).length <= attributesMax, `At most ${attributesMax} attributes`)
  .meta({ description: "Your own fields, by name.", example: { plan: "pro", orders: 3 } });

const consent = wireObject({
  channel: z.enum(channels),
  category: z.enum(messageCategories),
  status: z.enum(consentStatuses),
  source: z.string(),
  occurredAt: wireInstant,
});

const mainAddress =
  "Of several addresses the one held longest, one that works before one that does not; a corrected one holds its predecessor's place.";

const contactShape = {
  id: wireId("contact"),
  externalId: z.string().nullable(),
  kind: z.enum(contactKinds),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable().meta({ description: mainAddress }),
  phone: z
    .string()
    .nullable()
    .meta({ description: `${mainAddress} Of the channel \`sms\`.` }),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  preferredHour: z.number().int().nullable().meta({
    description: "The hour of the day, on their own clock, at which the person asked to be written to.",
  }),
  country: z.string().nullable(),
  city: z.string().nullable(),
  birthDate: wireDay.nullable(),
  attributes: z.record(z.string(), z.unknown()),
  tags: z.array(z.string()),
  lastActiveAt: wireInstant.nullable(),
  erasedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  subscriptions: z.array(subscription),
  consents: z.array(consent),
};

export const contact = wireObject(contactShape).meta({ id: "Contact" });

export const contactDetail = wireObject({
  ...contactShape,
  subscriptions: z.array(subscriptionDetail),
}).meta({ id: "ContactDetail" });

const consentInput = wireObject({
  channel: z.enum(channels),
  category: z.enum(messageCategories).optional(),
  status: z.enum(consentStatuses),
  source: z.string().min(1).max(200).optional(),
  occurredAt: wireInstant.optional(),
});

/** What a person is like and how they are written to, as a caller says it. */
export const contactTraits = {
  kind: z.enum(contactKinds).optional(),
  firstName: z.string().max(200).optional(),
  lastName: z.string().max(200).optional(),
  email: z.string().max(320).nullable().optional().meta({
    description:
      "Replaces the address that `email` shows, which is then no longer written to; null removes it, an empty text says nothing. Other addresses stay.",
  }),
  phone: z
    .string()
    .max(40)
    .nullable()
    .optional()
    .meta({ description: "The same for the SMS number; E.164 or national with `country`." }),
  locale: wireLocale.nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  preferredHour: z.number().int().min(0).max(23).nullable().optional().meta({
    description: "0–23 on the person's clock; campaigns sent at the best time keep to it.",
  }),
  country: twoLetterCountry.nullable().optional(),
  city: z.string().max(200).nullable().optional(),
  birthDate: wireDay.nullable().optional(),
  attributes: attributes.optional().meta({ description: "Merged into the existing ones; null removes one." }),
  tags: z.array(wireTag).max(tagsMax).optional(),
};

const contactFields = {
  ...contactTraits,
  subscriptions: z
    .array(subscriptionInput)
    .max(20)
    .optional()
    .meta({ description: "Added to what is known. An address that another contact holds moves here." }),
  consents: z.array(consentInput).max(20).optional(),
};

export const contactUpsert = wireObject({
  externalId: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Your id of the person. Repeats update the same contact." }),
  ...contactFields,
}).meta({ id: "ContactUpsert" });

export const contactParams = wireObject({ contactId: wireId("contact") });

const tag = "Contacts";

export const listContactsContract = defineContract({
  method: "GET",
  path: "/api/v1/contacts",
  tag,
  summary: "List contacts",
  access: { permission: "contacts.read" },
  query: wireObject({
    ...listQueryShape,
    search: z.string().trim().max(200).optional().meta({ description: "Same as `q`." }),
    kind: wireWords(contactKinds).optional(),
    channel: wireWords(channels).optional().meta({
      description: "With an address on one of these channels that works, whatever their consents say.",
    }),
    country: wireCountries.optional(),
    tag: wireFreeWords.optional().meta({ description: "Tagged with one of these, comma-separated." }),
    externalId: z.string().max(200).optional(),
    email: z.string().max(320).optional(),
    importJobId: wireId("job").optional().meta({ description: "Made by this import." }),
  }),
  status: 200,
  response: wireList(contact),
});

export const upsertContactContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts",
  tag,
  summary: "Create or update a contact",
  description:
    "With an `external_id` that exists, that contact is updated (200-style semantics, answered 201 all the same), and `email` and `phone` replace those it had. Without one the first address says who is meant and replaces nothing.",
  access: { permission: "contacts.write" },
  body: contactUpsert,
  status: 201,
  response: contactDetail,
  idempotent: true,
});

export const bulkUpsertMax = 1_000;

export const bulkUpsertContactsContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/bulk",
  tag,
  summary: "Create or update up to 1,000 contacts",
  description:
    "Every contact is judged by itself: the bad ones are reported by index, the good ones are saved.",
  access: { permission: "contacts.write" },
  body: wireObject({ contacts: z.array(contactUpsert).min(1).max(bulkUpsertMax) }),
  bodyBytesMax: 8 * 1024 * 1024,
  status: 200,
  response: wireObject({
    created: z.number().int(),
    updated: z.number().int(),
    errors: z.array(
      z.strictObject({ index: z.number().int(), pointer: z.string(), code: z.string(), detail: z.string() }),
    ),
  }),
  idempotent: true,
});

export const getContactContract = defineContract({
  method: "GET",
  path: "/api/v1/contacts/{contact_id}",
  tag,
  summary: "Get a contact",
  access: { permission: "contacts.read" },
  params: contactParams,
  status: 200,
  response: contactDetail,
});

export const updateContactContract = defineContract({
  method: "PATCH",
  path: "/api/v1/contacts/{contact_id}",
  tag,
  summary: "Change a contact",
  access: { permission: "contacts.write" },
  params: contactParams,
  body: wireObject({ externalId: z.string().min(1).max(200).nullable().optional(), ...contactFields }),
  status: 200,
  response: contactDetail,
});

export const deleteContactContract = defineContract({
  method: "DELETE",
  path: "/api/v1/contacts/{contact_id}",
  tag,
  summary: "Delete a contact",
  description: "Removes the person and every address. Past notifications keep counting in reports.",
  access: { permission: "contacts.write" },
  params: contactParams,
  status: 204,
});
