import { z } from "zod";
import { defineContract } from "@/lib/platform/http/contract";
import { exactMoney } from "../events/commerce-events";
import { personId } from "../events/event-input";
import { wireCurrency } from "../wire/currency";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { wireBoolean } from "../wire/words";

const tag = "Coupon performance";

const minor = z.number().int();

const order = wireObject({
  orderId: z.string(),
  contact: wireObject({
    id: wireId("contact"),
    externalId: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
  }).nullable(),
  totalMinor: minor,
  refundedMinor: minor,
  netMinor: minor.meta({ description: "What refunds leave of it." }),
  currency: z.string(),
  orderedAt: wireInstant,
  redemption: wireObject({ id: wireId("redemption"), offerId: wireId("offer"), offerName: z.string() })
    .nullable()
    .meta({ description: "Whose window holds the order, or which names it." }),
  campaign: wireObject({ id: wireId("campaign"), name: z.string() })
    .nullable()
    .meta({ description: "Which brought the code, or was clicked last before the order." }),
}).meta({ id: "Order" });

export const listOrdersContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/orders",
  tag,
  summary: "List orders",
  description: "The latest first, by when they were ordered.",
  access: { permission: "coupons.read" },
  query: wireObject({
    limit: listQueryShape.limit,
    after: listQueryShape.after,
    orderId: z.string().min(1).max(200).optional(),
    contactId: wireId("contact").optional(),
    offerId: wireId("offer").optional(),
    campaignId: wireId("campaign").optional(),
    isAttributed: wireBoolean.optional().meta({ description: "To a redemption or a campaign." }),
    since: wireInstant.optional(),
    until: wireInstant.optional(),
  }),
  status: 200,
  response: wireList(order),
});

export const createOrderContract = defineContract({
  method: "POST",
  path: "/api/v1/coupons/orders",
  tag,
  summary: "Tell of an order",
  description: [
    "The same as tracking `order_completed`: each `order_id` counts once, of several the earliest. Refunds are events:",
    "`order_refunded`.",
  ].join(" "),
  access: { permission: "events.track" },
  body: wireObject({
    orderId: z.string().min(1).max(200),
    contactId: wireId("contact").optional(),
    externalId: personId.optional().meta({ description: "Your id of the person." }),
    createContact: z.boolean().optional(),
    total: exactMoney.meta({
      description: 'A whole number of the smallest unit, or a decimal as a text: 129990 or "1299.90".',
      example: "1299.90",
    }),
    currency: wireCurrency,
    orderedAt: wireInstant.optional().meta({ description: "Now when absent; at most a day ahead." }),
  }),
  status: 201,
  response: order,
});
