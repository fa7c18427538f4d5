import { z } from "zod";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { platforms } from "@/lib/domain/contacts/contact";
import { consentGrounds, gateVerdicts } from "@/lib/domain/notifications/notification";
import { ttlSecondsMax } from "@/lib/domain/notifications/ttl";
import { providerKinds } from "@/lib/domain/providers/provider";
import { deliveryStatuses, notificationStatuses, runKinds, skipReasons } from "@/lib/domain/runs/run";
import { defineContract } from "@/lib/platform/http/contract";
import { contentInput } from "./content";
import { wireId, wireNotificationId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireVariables } from "./wire/variables";
import { wireWarnings } from "./wire/warnings";
import { wireObject } from "./wire/wire-object";

const tag = "Notifications";

const notificationShape = {
  id: wireNotificationId,
  runId: wireId("run"),
  kind: z.enum(runKinds),
  campaign: wireObject({ id: wireId("campaign"), name: z.string() }).nullable(),
  automation: wireObject({ id: wireId("automation"), name: z.string() })
    .nullable()
    .meta({ description: "What sent it, where that was no campaign." }),
  channel: z.enum(channels),
  category: z.enum(messageCategories),
  status: z.enum(notificationStatuses),
  contactId: wireId("contact"),
  contact: wireObject({
    id: wireId("contact"),
    externalId: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
  })
    .nullable()
    .meta({ description: "Null once the contact is deleted." }),
  skipReason: z.enum(skipReasons).nullable(),
  code: z.string().nullable().meta({ description: "The provider's last answer, where it was no success." }),
  attempts: z.number().int(),
  isRead: z.boolean(),
  createdAt: wireInstant,
  sentAt: wireInstant.nullable(),
  deliveredAt: wireInstant.nullable(),
  readAt: wireInstant.nullable(),
};

export const notification = wireObject(notificationShape).meta({ id: "Notification" });

const delivery = wireObject({
  subscriptionId: wireId("subscription"),
  channel: z.enum(channels),
  address: z.string().nullable(),
  platform: z.enum(platforms).nullable(),
  provider: wireObject({
    id: wireId("provider"),
    name: z.string().nullable(),
    kind: z.enum(providerKinds).nullable(),
  }),
  status: z.enum(deliveryStatuses),
  attempts: z.number().int(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  providerMessageId: z.string().nullable(),
  sentAt: wireInstant.meta({ description: "When the last attempt was answered." }),
  deliveredAt: wireInstant.nullable(),
  failedAt: wireInstant.nullable(),
}).meta({ id: "Delivery" });

export const notificationDetail = wireObject({
  ...notificationShape,
  sendAt: wireInstant,
  expiresAt: wireInstant.nullable(),
  content: wireObject({
    language: z.string(),
    title: z.string(),
    subtitle: z.string(),
    body: z.string(),
  })
    .nullable()
    .meta({ description: "The language chosen for this contact, before its variables are filled in." }),
  skip: wireObject({
    reason: z.enum(skipReasons),
    inputs: z.record(z.string(), z.unknown()).meta({ description: "What the gate saw when it said no." }),
    occurredAt: wireInstant,
  }).nullable(),
  gates: z
    .array(wireObject({ gate: z.enum(skipReasons), verdict: z.enum(gateVerdicts) }))
    .meta({ description: "Every question the gate asks before sending, in its order, and the answer." }),
  consentGround: z.enum(consentGrounds).nullable().meta({
    description:
      "On what the question about consent was passed: a recorded yes, nothing recorded in a workspace that writes to all who have not said no, or a message that needs none. Null where it was not passed or can no longer be said.",
  }),
  deliveries: z.array(delivery),
}).meta({ id: "NotificationDetail" });

export const listNotificationsContract = defineContract({
  method: "GET",
  path: "/api/v1/notifications",
  tag,
  summary: "List notifications",
  description:
    "Newest send first, with a cursor that costs the same anywhere in a run of any size. `total` is given for a whole run only.",
  access: { permission: "notifications.read" },
  query: wireObject({
    limit: listQueryShape.limit,
    after: listQueryShape.after,
    q: listQueryShape.q.meta({
      description: "Name, external id or address of the person; the first 20 people who match.",
    }),
    runId: wireId("run").optional(),
    campaignId: wireId("campaign").optional(),
    contactId: wireId("contact").optional(),
    channel: wireWords(channels).optional(),
    status: wireWords(notificationStatuses).optional(),
    since: wireInstant.optional().meta({ description: "Sends that began then or later." }),
    until: wireInstant.optional().meta({ description: "Sends that began before." }),
  }),
  status: 200,
  response: wireList(notification),
});

export const getNotificationContract = defineContract({
  method: "GET",
  path: "/api/v1/notifications/{notification_id}",
  tag,
  summary: "Get a notification with its deliveries",
  description:
    "Says why it did or did not reach its contact: the gate's answers, each endpoint, its attempts.",
  access: { permission: "notifications.read" },
  params: wireObject({ notificationId: wireNotificationId }),
  status: 200,
  response: notificationDetail,
});

const sendNowRecipientsMax = 1_000;

const recipient = wireObject({
  contactId: wireId("contact").optional(),
  externalId: z.string().min(1).max(200).optional(),
  variables: wireVariables
    .optional()
    .meta({ description: "For this person alone; they win over the contact's own fields." }),
}).meta({ id: "SendNowRecipient", description: "Give one of `contact_id` and `external_id`." });

export const sendNowContract = defineContract({
  method: "POST",
  path: "/api/v1/notifications/send-now",
  tag,
  summary: "Send to one person, or up to 1,000, right away",
  description: "The transactional lane: no campaign stands before it. Give `contents`, or a `template_id`.",
  access: { permission: "notifications.send" },
  body: wireObject({
    channelType: z.enum(channels),
    category: z
      .enum(messageCategories)
      .optional()
      .meta({ description: "`transactional` (default) asks no marketing consent." }),
    to: z.array(recipient).min(1).max(sendNowRecipientsMax),
    contents: z.array(contentInput).min(1).max(20).optional(),
    templateId: wireId("template").optional(),
    ttlSeconds: z.number().int().min(0).max(ttlSecondsMax).optional(),
    strict: z
      .boolean()
      .optional()
      .meta({ description: "Send nothing when `warnings` would have something to say." }),
  }),
  bodyBytesMax: 4 * 1024 * 1024,
  status: 202,
  response: wireObject({
    runId: wireId("run"),
    notifications: z.array(
      wireObject({ id: wireNotificationId, contactId: wireId("contact"), externalId: z.string().nullable() }),
    ),
    errors: z.array(z.strictObject({ index: z.number().int(), code: z.string(), detail: z.string() })),
    warnings: wireWarnings.meta({
      description: "Variables that nobody gave: they are empty in what was sent.",
    }),
  }),
  idempotent: true,
});
