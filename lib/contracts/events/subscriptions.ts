import { z } from "zod";
import { defineContract } from "@/lib/platform/http/contract";
import { subscription, subscriptionInput } from "../contacts/subscription";
import { wireId } from "../wire/ids";
import { wireObject } from "../wire/wire-object";
import { personId } from "./event-input";

const tag = "Subscriptions";

export const subscribeContract = defineContract({
  method: "POST",
  path: "/api/v1/subscriptions",
  tag,
  summary: "Subscribe a browser or a device",
  description: [
    "The contact is made when its id is new. `replaces` is the address that this one takes the place of, as a service",
    "worker knows it; it can stand for the ids. Publishable keys may call this from their origins, for web_push and",
    "app_push.",
  ].join(" "),
  access: { permission: "subscriptions.write" },
  browsers: true,
  body: wireObject({
    externalId: personId.optional(),
    anonymousId: personId.optional(),
    replaces: z.string().min(1).max(4_096).optional(),
    subscription: subscriptionInput,
  }),
  status: 201,
  response: wireObject({ contactId: wireId("contact"), subscription }),
});

export const getWebPushKeyContract = defineContract({
  method: "GET",
  path: "/api/v1/subscriptions/web-push-key",
  tag,
  summary: "Get the key that browsers subscribe with",
  description: "The VAPID public key of the provider that sends web push now.",
  access: { permission: "subscriptions.write" },
  browsers: true,
  status: 200,
  response: wireObject({ publicKey: z.string() }),
});
