import { z } from "zod";
import type { NotificationDocument } from "@/lib/domain/campaigns/document/notification-document";
import { channels } from "@/lib/domain/channels/channel";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireWarnings } from "../wire/warnings";
import { wireObject } from "../wire/wire-object";
import { notificationDocument } from "./notification-document";

export const documentType = "application/vnd.pushpilot.notification+json";

const bodyBytesMax = 128 * 1024;

const tag = "Campaigns";

const warnings = wireWarnings.meta({
  description: "What was taken and has no effect yet, or deserves a second look.",
});

const created = wireObject({
  kind: z.enum(["campaign", "automation"]),
  id: wireId("campaign").meta({
    description: "Of the campaign, or of the automation's message: the document is given back under it.",
  }),
  automationId: wireId("automation").nullable(),
  name: z.string(),
  contactId: wireId("contact").nullable().meta({ description: "Whom `cdp_data` made or updated." }),
  warnings,
}).meta({ id: "FromNotificationDocument" });

/** The same addresses as a campaign's own, in the document's content type. */
export const documentExchange = {
  create: defineContract({
    method: "POST",
    path: "/api/v1/campaigns",
    tag,
    summary: "Create a campaign or an automation from a notification document",
    description: `As \`${documentType}\` the body is a notification document (docs/notification-document.md): \`time_based\` makes a campaign, \`trigger_based\` an automation, drafts both. \`Location\` says where it is.`,
    access: { permission: "campaigns.write" },
    body: notificationDocument,
    bodyType: documentType,
    bodyBytesMax,
    status: 201,
    response: created,
    idempotent: true,
  }),
  get: defineContract({
    method: "GET",
    path: "/api/v1/campaigns/{campaign_id}",
    tag,
    summary: "Get a campaign, or the message of an automation, as a notification document",
    description: `With \`Accept: ${documentType}\` as a notification document: what it says now, in the words it was given in. 422 where it says what a document has no words for.`,
    access: { permission: "campaigns.read" },
    params: wireObject({ campaignId: wireId("campaign") }),
    status: 200,
    response: z.custom<NotificationDocument>().meta({ $ref: "#/components/schemas/NotificationDocument" }),
    responseType: documentType,
  }),
} as const;

export const previewDocumentContract = defineContract({
  method: "POST",
  path: "/api/v1/campaigns/document-preview",
  tag,
  summary: "Say what a notification document would become",
  description: "With everything that is wrong with it or deserves a second look. Nothing is made.",
  access: { permission: "campaigns.write" },
  body: notificationDocument,
  bodyType: documentType,
  bodyBytesMax,
  status: 200,
  response: wireObject({
    kind: z.enum(["campaign", "automation"]),
    name: z.string(),
    channels: z.array(z.enum(channels)),
    audience: z.number().int().meta({ description: "How many people it is meant for, as they are now." }),
    warnings,
  }),
});
