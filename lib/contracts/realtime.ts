import { z } from "zod";
import { defineContract } from "@/lib/platform/http/contract";
import { type IdKind, toWireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { wireObject } from "./wire/wire-object";

/** What a topic's ids are ids of. */
const kindOfTopic = {
  campaigns: "campaign",
  automations: "automation",
  analytics: "campaign",
  notifications: "run",
  events: "event",
  coupons: "workspace",
  jobs: "job",
  providers: "provider",
  members: "user",
  api_keys: "apiKey",
} as const satisfies Record<string, IdKind>;

export type LiveTopic = keyof typeof kindOfTopic;

export const toWireSignalId = (topic: LiveTopic, id: string): string => toWireId(kindOfTopic[topic], id);

/** The topic of one thing: its changes alone. */
export const topicOfOne = (topic: LiveTopic, id: string): string => `${topic}:${toWireSignalId(topic, id)}`;

export const openRealtimeContract = defineContract({
  method: "POST",
  path: "/api/v1/realtime/tokens",
  tag: "Realtime",
  summary: "Open the live channel",
  description: [
    'Connect a WebSocket to `path` and send `{"type":"authenticate","token":…}` first; `{"type":"ready"}` answers.',
    'Then `{"type":"subscribe","topic":"campaigns"}` for all, or `"campaigns:cmp_…"` for one. Each change arrives as',
    '`{"type":"changed","topic","id"}`: read what you show again. `{"type":"resync"}` says that signals may have been',
    "lost. Send a new token before the old one expires, or the connection is closed with 4401; so it is at once when",
    "the caller's role changes, their sessions end or their key is revoked. It is closed with 4401 when no token comes",
    "within five seconds, and with 4429 beyond fifty connections of one caller, or fifty of one address that have sent",
    "no token yet.",
  ].join(" "),
  access: { permission: "workspace.read" },
  status: 201,
  response: wireObject({
    token: z.string(),
    expiresAt: wireInstant,
    path: z.string().meta({ example: "/api/realtime" }),
    topics: z.array(z.string()).meta({
      description:
        "What the caller may subscribe to. The ids of `analytics` are campaigns', of `notifications` runs', of `coupons` the workspace's; `events` and `coupons` say at most once a second that there is news.",
      example: Object.keys(kindOfTopic),
    }),
  }),
});
