import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape } from "./wire/lists";
import { wireObject } from "./wire/wire-object";

const tag = "Sandbox";

/** What a person sees of a message, whichever protocol carried it. */
const preview = wireObject({
  title: z.string(),
  body: z.string(),
  html: z
    .string()
    .nullable()
    .meta({ description: "E-mail only, as it came: never show it outside a sandboxed frame." }),
  from: z.string().nullable(),
  imageUrl: z.string().nullable(),
  iconUrl: z.string().nullable(),
  clickUrl: z.string().nullable(),
  actions: z.array(z.string()),
}).meta({ id: "MessagePreview" });

const messageShape = {
  sequence: z.number().int(),
  channel: z.enum(channels),
  to: z.string(),
  result: z.string().meta({ description: "`accepted`, or why the sandbox refused it." }),
  providerMessageId: z.string().nullable(),
  receivedAt: wireInstant,
  contact: wireObject({ id: wireId("contact"), name: z.string() })
    .nullable()
    .meta({ description: "Whose address it is, when it is anybody's." }),
  preview,
};

export const sandboxMessage = wireObject({
  ...messageShape,
  replaced: z.number().int().meta({ description: "Earlier messages whose place on the device it took." }),
}).meta({ id: "SandboxMessage" });

export const listSandboxMessagesContract = defineContract({
  method: "GET",
  path: "/api/v1/sandbox/messages",
  tag,
  summary: "What the sandbox's devices show",
  description:
    "Newest first, of this workspace, of the last few thousand messages. Nothing of it left this machine.",
  access: { permission: "notifications.read" },
  query: wireObject({
    to: z
      .string()
      .trim()
      .max(4_096)
      .optional()
      .meta({ description: "A whole address, number or token, in either case." }),
    channel: z.enum(channels).optional(),
    limit: listQueryShape.limit,
  }),
  status: 200,
  response: wireObject({
    shown: z
      .array(sandboxMessage)
      .meta({ description: "What devices show: a later message takes the place of an earlier one." }),
    shownTotal: z.number().int().meta({ description: "Of how many `shown` holds the newest." }),
    refused: z.array(wireObject(messageShape)).meta({ description: "What the sandbox did not take over." }),
    refusedTotal: z.number().int().meta({ description: "Of how many `refused` holds the newest." }),
  }),
});

export const getSandboxStatsContract = defineContract({
  method: "GET",
  path: "/api/v1/sandbox/stats",
  tag,
  summary: "Count what the sandbox got",
  access: { permission: "notifications.read" },
  status: 200,
  response: wireObject({
    asked: z.number().int(),
    accepted: z.number().int(),
    refused: z.record(z.string(), z.number().int()),
    devices: z.number().int(),
    messages: z.number().int(),
    askedAgain: z
      .number()
      .int()
      .meta({ description: "Accepted again after the device had accepted the same message." }),
    shown: z.number().int(),
    shownTwice: z
      .number()
      .int()
      .meta({ description: "Times a device showed a message it was already showing." }),
  }).meta({ id: "SandboxStats" }),
});

const share = z.number().min(0).max(1);

export const scenario = wireObject({
  throttledShare: share.meta({ description: "Share of requests answered 429." }),
  unavailableShare: share.meta({ description: "Share of requests answered 5xx." }),
  latencyMs: z
    .number()
    .int()
    .min(0)
    .max(30_000)
    .meta({ description: "Median; one in a hundred takes four times as long." }),
}).meta({ id: "SandboxScenario" });

export const getScenarioContract = defineContract({
  method: "GET",
  path: "/api/v1/sandbox/scenario",
  tag,
  summary: "Get the trouble the sandbox makes",
  access: { permission: "providers.read" },
  status: 200,
  response: scenario,
});

export const setScenarioContract = defineContract({
  method: "POST",
  path: "/api/v1/sandbox/scenario",
  tag,
  summary: "Have the sandbox make trouble",
  description: "For this workspace alone, on all channels, until it is set again or the sandbox restarts.",
  access: { permission: "providers.write" },
  body: scenario,
  status: 200,
  response: scenario,
});
