import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { platforms, subscriptionStatuses } from "@/lib/domain/contacts/contact";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";

const subscriptionShape = {
  id: wireId("subscription"),
  channel: z.enum(channels),
  address: z.string(),
  platform: z.enum(platforms),
  status: z.enum(subscriptionStatuses),
  failureCount: z.number().int(),
  lastFailureCode: z.string().nullable(),
  createdAt: wireInstant,
};

export const subscription = wireObject(subscriptionShape);

export const subscriptionDetail = wireObject({
  ...subscriptionShape,
  lastSuccessAt: wireInstant
    .nullable()
    .meta({ description: "Null when none of the latest fifty notifications reached it." }),
});

export const subscriptionInput = wireObject({
  channel: z.enum(channels),
  address: z.string().min(1).max(4_096),
  platform: z.enum(platforms).optional(),
  keys: z.strictObject({ p256dh: z.string().min(1).max(200), auth: z.string().min(1).max(100) }).optional(),
});
