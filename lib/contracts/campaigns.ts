import { z } from "zod";
import {
  campaignStatuses,
  scheduleTypes,
  statusAliases,
  undoSecondsMax,
} from "@/lib/domain/campaigns/campaign";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { runStatuses, skipReasons } from "@/lib/domain/runs/run";
import { defineContract } from "@/lib/platform/http/contract";
import { audience } from "./audience";
import { content, contentInput } from "./content";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireObject } from "./wire/wire-object";

const tag = "Campaigns";

export const runTotals = wireObject({
  audience: z.number().int(),
  sent: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  unknown: z.number().int(),
  pending: z.number().int(),
  cancelled: z.number().int(),
}).meta({
  id: "RunTotals",
  description: "audience = sent + skipped + failed + unknown + pending + cancelled",
});

const campaignShape = {
  id: wireId("campaign"),
  name: z.string(),
  description: z.string(),
  channelType: z.enum(channels),
  category: z.enum(messageCategories),
  tone: z.string().nullable(),
  status: z.enum(campaignStatuses),
  scheduleType: z.enum(scheduleTypes),
  scheduledAt: wireInstant.nullable(),
  audience,
  contents: z.array(content),
  ttlSeconds: z.number().int().nullable(),
  priority: z.enum(["normal", "high"]),
  runId: wireId("run").nullable(),
  failureReason: z.string().nullable(),
  version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
  createdBy: z.string(),
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  totals: runTotals.nullable(),
};

export const campaign = wireObject(campaignShape).meta({ id: "Campaign" });

const campaignFields = {
  description: z.string().max(2_000).optional(),
  category: z.enum(messageCategories).optional(),
  tone: z.string().max(60).nullable().optional(),
  scheduleType: z.enum(scheduleTypes).optional(),
  scheduledAt: wireInstant.nullable().optional(),
  contents: z.array(contentInput).max(20).optional(),
  audience: audience.optional(),
  ttlSeconds: z.number().int().min(0).max(2_419_200).nullable().optional(),
  priority: z.enum(["normal", "high"]).optional(),
};

const campaignParams = wireObject({ campaignId: wireId("campaign") });

const statusWords = [...campaignStatuses, ...Object.keys(statusAliases)] as [string, ...string[]];

export const listCampaignsContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns",
  tag,
  summary: "List campaigns",
  access: { permission: "campaigns.read" },
  query: wireObject({
    ...listQueryShape,
    search: z.string().trim().max(200).optional().meta({ description: "Same as `q`." }),
    status: wireWords(statusWords)
      .optional()
      .meta({ description: "`running` means sending, `completed` means sent." }),
    channelType: wireWords(channels).optional(),
  }),
  status: 200,
  response: wireList(campaign),
});

export const createCampaignContract = defineContract({
  method: "POST",
  path: "/api/v1/campaigns",
  tag,
  summary: "Create a campaign",
  description: "It is a draft until it is scheduled.",
  access: { permission: "campaigns.write" },
  body: wireObject({
    name: z.string().trim().min(1).max(200),
    channelType: z.enum(channels),
    ...campaignFields,
  }),
  status: 201,
  response: campaign,
  idempotent: true,
});

export const getCampaignContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}",
  tag,
  summary: "Get a campaign",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  status: 200,
  response: campaign,
});

export const updateCampaignContract = defineContract({
  method: "PATCH",
  path: "/api/v1/campaigns/{campaign_id}",
  tag,
  summary: "Change a draft",
  access: { permission: "campaigns.write" },
  params: campaignParams,
  body: wireObject({
    name: z.string().trim().min(1).max(200).optional(),
    channelType: z.enum(channels).optional(),
    ...campaignFields,
    version: z
      .number()
      .int()
      .optional()
      .meta({ description: "The version you read; 409 when it has moved on." }),
  }),
  status: 200,
  response: campaign,
});

export const deleteCampaignContract = defineContract({
  method: "DELETE",
  path: "/api/v1/campaigns/{campaign_id}",
  tag,
  summary: "Delete a campaign that never reached anybody",
  access: { permission: "campaigns.write" },
  params: campaignParams,
  status: 204,
});

const act = (verb: string, summary: string) =>
  ({
    method: "POST",
    path: `/api/v1/campaigns/{campaign_id}/${verb}`,
    tag,
    summary,
    access: { permission: "campaigns.send" },
    params: campaignParams,
    status: 200,
    response: campaign,
    idempotent: true,
  }) as const;

export const scheduleCampaignContract = defineContract({
  ...act("schedule", "Schedule a campaign, or send it now"),
  description:
    "Without `scheduled_at` it goes out now, after `undo_seconds` (10 for people, 0 for API keys).",
  body: wireObject({
    scheduledAt: wireInstant.optional(),
    undoSeconds: z.number().int().min(0).max(undoSecondsMax).optional(),
  }),
});

export const unscheduleCampaignContract = defineContract({
  ...act("schedule", "Take a scheduled campaign back to draft"),
  method: "DELETE",
  idempotent: false,
});

export const cancelCampaignContract = defineContract(act("cancel", "Cancel what has not been sent yet"));
export const pauseCampaignContract = defineContract(act("pause", "Pause sending"));
export const resumeCampaignContract = defineContract(act("resume", "Go on sending"));

export const duplicateCampaignContract = defineContract({
  ...act("duplicate", "Copy a campaign into a new draft"),
  access: { permission: "campaigns.write" },
  status: 201,
});

export const testCampaignContract = defineContract({
  ...act("test", "Send a test to some contacts"),
  description: "Test sends never count in reports and ignore consent, not suppression.",
  body: wireObject({ contactIds: z.array(wireId("contact")).min(1).max(10) }),
  status: 202,
  response: wireObject({ runId: wireId("run") }),
});

const gateCount = wireObject({ reason: z.enum(skipReasons), count: z.number().int() });

export const forecastCampaignContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/forecast",
  tag,
  summary: "What would happen if it were sent now",
  description:
    "The sender's own gate, read-only: who would be reached, who skipped and why, and what blocks sending.",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  status: 200,
  response: wireObject({
    audience: z.number().int(),
    reachable: z.number().int(),
    skipped: z.array(gateCount),
    problems: z.array(
      wireObject({
        severity: z.enum(["blocking", "warning"]),
        code: z.string(),
        language: z.string().nullable(),
        field: z.string().nullable(),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
        detail: z.string(),
      }),
    ),
  }),
});

export const campaignProgressContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/progress",
  tag,
  summary: "How far sending is",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  status: 200,
  response: wireObject({
    campaignId: wireId("campaign"),
    status: z.enum(campaignStatuses),
    runStatus: z.enum(runStatuses).nullable(),
    totals: runTotals.nullable(),
    ratePerSecond: z.number(),
    etaSeconds: z.number().int().nullable(),
    skippedByReason: z.record(z.string(), z.number().int()),
    failedByCode: z.record(z.string(), z.number().int()),
    startedAt: wireInstant.nullable(),
    endedAt: wireInstant.nullable(),
    updatedAt: wireInstant,
  }),
});
