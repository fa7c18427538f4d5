import { z } from "zod";
import { defineContract } from "@/lib/platform/http/contract";
import { contactTraits } from "../contacts/contacts";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";
import { personId } from "./event-input";

const tag = "Contacts";

const identified = wireObject({
  contactId: wireId("contact"),
  created: z.boolean(),
  merged: z.boolean().meta({ description: "The anonymous contact became the other one." }),
});

const externalId = personId.meta({ description: "Your id of the person." });
const anonymousId = personId.meta({ description: "A browser's or device's." });

export const identifyContactContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/identify",
  tag,
  summary: "Say who somebody is and what they are like",
  description: [
    "With both ids the anonymous contact becomes the user's, unless it is somebody else's already. A trait that a server",
    "said is not overwritten by a page, and between equals the later `occurred_at` counts, however late it arrives.",
    "Publishable keys may call this from their origins.",
  ].join(" "),
  access: { permission: "events.track" },
  browsers: true,
  body: wireObject({
    externalId: externalId.optional(),
    anonymousId: anonymousId.optional(),
    traits: wireObject(contactTraits).optional(),
    occurredAt: wireInstant.optional().meta({ description: "When the traits were true. Now when absent." }),
  }),
  status: 200,
  response: identified,
});

export const aliasContactContract = defineContract({
  method: "POST",
  path: "/api/v1/contacts/alias",
  tag,
  summary: "Make an anonymous contact the user's",
  description:
    "Events, subscriptions and with them the open cart move; both ids name the same contact afterwards. 409 when the anonymous id is another user's.",
  access: { permission: "events.track" },
  browsers: true,
  body: wireObject({ anonymousId, externalId }),
  status: 200,
  response: identified,
});
