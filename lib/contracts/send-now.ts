import { z } from "zod";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { defineContract } from "@/lib/platform/http/contract";
import { contentInput } from "./content";
import { wireId, wireNotificationId } from "./wire/ids";
import { wireObject } from "./wire/wire-object";

export const sendNowRecipientsMax = 1_000;

const recipient = wireObject({
  contactId: wireId("contact").optional(),
  externalId: z.string().min(1).max(200).optional(),
  variables: z
    .record(z.string().min(1).max(100), z.union([z.string().max(2_000), z.number(), z.boolean()]))
    .optional()
    .meta({ description: "For this person alone; they win over the contact's own fields." }),
}).meta({ id: "SendNowRecipient", description: "Give one of `contact_id` and `external_id`." });

export const sendNowContract = defineContract({
  method: "POST",
  path: "/api/v1/notifications/send-now",
  tag: "Notifications",
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
    ttlSeconds: z.number().int().min(0).max(2_419_200).optional(),
  }),
  bodyBytesMax: 4 * 1024 * 1024,
  status: 202,
  response: wireObject({
    runId: wireId("run"),
    notifications: z.array(
      wireObject({ id: wireNotificationId, contactId: wireId("contact"), externalId: z.string().nullable() }),
    ),
    errors: z.array(z.strictObject({ index: z.number().int(), code: z.string(), detail: z.string() })),
  }),
  idempotent: true,
});
