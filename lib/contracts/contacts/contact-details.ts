import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { notificationStatuses } from "@/lib/domain/runs/run";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId, wireNotificationId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { contactParams } from "./contacts";
import { subscription, subscriptionInput } from "./subscription";

const timelineEntry = wireObject({
  notification: wireNotificationId,
  runId: wireId("run"),
  runKind: z.string(),
  campaignId: wireId("campaign").nullable(),
  campaignName: z.string().nullable(),
  automationId: wireId("automation")
    .nullable()
    .meta({ description: "Set where an automation sent it; its name is the campaign's." }),
  channel: z.enum(channels),
  createdAt: wireInstant,
  status: z.enum(notificationStatuses),
  skipReason: z.string().nullable().meta({ description: "The gate that held it back." }),
  deliveries: z.array(
    wireObject({
      channel: z.string(),
      status: z.string(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
      sentAt: wireInstant,
    }),
  ),
}).meta({ id: "ContactTimelineEntry" });

export const listContactTimelineContract = defineContract({
  method: "GET",
  path: "/api/v1/contacts/{contact_id}/timeline",
  tag: "Contacts",
  summary: "List what was sent to a contact, or held back",
  access: { permission: "contacts.read" },
  params: contactParams,
  query: wireObject({ limit: listQueryShape.limit, after: listQueryShape.after }),
  status: 200,
  response: wireList(timelineEntry),
});

export const addSubscriptionContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/{contact_id}/subscriptions",
  tag: "Contacts",
  summary: "Add an address to a contact",
  description:
    "Beside what is there. One that the contact had before becomes active again; one that another contact holds moves here.",
  access: { permission: "contacts.write" },
  params: contactParams,
  body: subscriptionInput,
  status: 201,
  response: subscription,
  idempotent: true,
});

export const removeSubscriptionContract = defineContract({
  method: "DELETE",
  path: "/api/v1/contacts/{contact_id}/subscriptions/{subscription_id}",
  tag: "Contacts",
  summary: "Remove an address from a contact",
  description: "It is written to no more. Past deliveries still name it.",
  access: { permission: "contacts.write" },
  params: wireObject({ contactId: wireId("contact"), subscriptionId: wireId("subscription") }),
  status: 204,
});

export const listContactFieldsContract = defineContract({
  method: "GET",
  path: "/api/v1/contacts/fields",
  tag: "Contacts",
  summary: "List tags, countries and attributes in use",
  description: "Found by looking at the newest contacts: to choose from, not a complete list.",
  access: { permission: "contacts.read" },
  status: 200,
  response: wireObject({
    tags: z.array(z.string()),
    countries: z.array(z.string()),
    attributes: z.array(z.string()),
  }),
});
