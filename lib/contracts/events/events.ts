import { z } from "zod";
import { eventSources, eventsPerRequestMax } from "@/lib/domain/events/event";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { wireFreeWords } from "../wire/words";
import { eventInput, eventOfMany } from "./event-input";

const tag = "Events";

const event = wireObject({
  id: wireId("event"),
  name: z.string(),
  contactId: wireId("contact"),
  contact: wireObject({
    id: wireId("contact"),
    externalId: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
  }).nullable(),
  occurredAt: wireInstant,
  receivedAt: wireInstant,
  source: z.enum(eventSources),
  properties: z.record(z.string(), z.unknown()),
  campaign: wireObject({ id: wireId("campaign"), name: z.string() }).nullable(),
  automation: wireObject({ id: wireId("automation"), name: z.string() })
    .nullable()
    .meta({ description: "Whose message it is about, where that was no campaign's." }),
  runId: wireId("run").nullable(),
}).meta({ id: "Event" });

const itemError = z.strictObject({
  index: z.number().int(),
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
});

export const trackEventsContract = defineContract({
  method: "POST",
  path: "/api/v1/events",
  tag,
  summary: "Track an event, or up to 1,000",
  description: [
    "One event is the body itself; many are `events`, each judged by itself: the bad ones are named by index, the others",
    "are kept. A repeat with the same `id` and `occurred_at` is answered like the first time and changes nothing. Order",
    "does not matter. Publishable keys may call this from their origins.",
  ].join(" "),
  access: { permission: "events.track" },
  browsers: true,
  body: z.union([wireObject({ events: z.array(eventOfMany).min(1).max(eventsPerRequestMax) }), eventInput]),
  bodyBytesMax: 4 * 1024 * 1024,
  status: 200,
  response: wireObject({
    accepted: z.number().int().meta({ description: "Stored by this call." }),
    repeated: z.number().int().meta({ description: "Stored before." }),
    errors: z.array(itemError),
  }),
});

export const listEventsContract = defineContract({
  method: "GET",
  path: "/api/v1/events",
  tag,
  summary: "List events",
  description: "The latest first, by when they happened.",
  access: { permission: "events.read" },
  query: wireObject({
    limit: listQueryShape.limit,
    after: listQueryShape.after,
    name: wireFreeWords.optional().meta({ description: "One of these, comma-separated." }),
    contactId: wireId("contact").optional(),
    externalId: z.string().max(200).optional(),
    campaignId: wireId("campaign").optional(),
    since: wireInstant.optional().meta({ description: "That happened then or later." }),
    until: wireInstant.optional().meta({ description: "That happened before." }),
  }),
  status: 200,
  response: wireList(event),
});

export const listEventNamesContract = defineContract({
  method: "GET",
  path: "/api/v1/events/names",
  tag,
  summary: "List names in use",
  description: "Found by looking at the latest events: to choose from, not a complete list.",
  access: { permission: "events.read" },
  status: 200,
  response: wireObject({ names: z.array(z.string()) }),
});
