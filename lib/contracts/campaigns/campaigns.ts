import { z } from "zod";
import {
  campaignNameCharsMax,
  campaignStatuses,
  scheduleTypes,
  statusAliases,
} from "@/lib/domain/campaigns/campaign";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { ttlSecondsMax } from "@/lib/domain/notifications/ttl";
import { defineContract } from "@/lib/platform/http/contract";
import { audience, savedAudience } from "../audience";
import { content, contentInput, contentWarnings } from "../content";
import { campaignTiming, campaignTimingInput } from "../timing";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { documentExchange } from "./document-exchange";

export const campaignTag = "Campaigns";

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

const utmValue = z.string().trim().max(200);

const utmShape = {
  source: utmValue.optional(),
  medium: utmValue.optional(),
  campaign: utmValue.optional(),
  term: utmValue.optional(),
  content: utmValue.optional(),
};

const utm = wireObject(utmShape).meta({
  description: "Added to web addresses that have none of their own; never to app schemes, mailto or tel.",
  example: { source: "pushpilot", medium: "email" },
});

const trackingInput = wireObject({
  delivery: z.boolean().optional().meta({ description: "Whether a push says that it was shown." }),
  open: z
    .boolean()
    .optional()
    .meta({ description: "Whether an e-mail carries a picture that tells of openings." }),
  click: z.boolean().optional().meta({
    description:
      "Whether links lead through a signed address of ours. Off when absent for sms and whatsapp, whose texts it lengthens.",
  }),
  utm: utm.optional(),
}).meta({ description: "Everything else is on when absent." });

export const tracking = wireObject({ delivery: z.boolean(), open: z.boolean(), click: z.boolean(), utm });

const campaignShape = {
  id: wireId("campaign"),
  name: z.string(),
  description: z.string(),
  channelType: z.enum(channels),
  category: z.enum(messageCategories),
  tone: z.string().nullable(),
  status: z.enum(campaignStatuses),
  scheduleType: z.enum(scheduleTypes),
  scheduledAt: wireInstant.nullable().meta({
    description:
      "Of a draft: the time that is planned, at which it goes out when it is scheduled without another; kept when it is taken back from scheduled. Of a series: its next occurrence.",
  }),
  timing: campaignTiming,
  audience: savedAudience,
  contents: z.array(content),
  ttlSeconds: z.number().int().nullable(),
  priority: z.enum(["normal", "high"]),
  tracking,
  couponBatchId: wireId("batch").nullable().meta({
    description: "Of which batch each recipient gets a code, as `{{ coupon.code }}`.",
  }),
  couponHoldoutPercent: z.number().int().meta({
    description: "How many in a hundred get the message without a code, to compare with.",
  }),
  runId: wireId("run").nullable(),
  failureReason: z.string().nullable().meta({
    description: "Why it failed or was held: `no_provider`, or the provider's own code.",
  }),
  failureDetail: z.string().nullable().meta({ description: "What the provider said, in its own words." }),
  version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
  createdBy: z.string(),
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  totals: runTotals.nullable(),
};

export const campaign = wireObject(campaignShape).meta({ id: "Campaign" });

const savedCampaign = wireObject({ ...campaignShape, warnings: contentWarnings }).meta({
  id: "SavedCampaign",
});

const campaignFields = {
  description: z.string().max(2_000).optional(),
  category: z.enum(messageCategories).optional(),
  tone: z.string().max(60).nullable().optional(),
  scheduleType: z.enum(scheduleTypes).optional(),
  scheduledAt: wireInstant.nullable().optional(),
  timing: campaignTimingInput.optional(),
  contents: z.array(contentInput).max(20).optional(),
  audience: audience.optional(),
  ttlSeconds: z.number().int().min(0).max(ttlSecondsMax).nullable().optional(),
  priority: z.enum(["normal", "high"]).optional(),
  tracking: trackingInput.nullable().optional(),
  couponBatchId: wireId("batch").nullable().optional(),
  couponHoldoutPercent: z.number().int().min(0).max(90).optional(),
};

export const campaignParams = wireObject({ campaignId: wireId("campaign") });

const campaignSearch = {
  search: z.string().trim().max(200).optional().meta({ description: "Same as `q`." }),
  channelType: wireWords(channels).optional(),
};

const statusWords = [...campaignStatuses, ...Object.keys(statusAliases)] as [string, ...string[]];

export const listCampaignsContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns",
  tag: campaignTag,
  summary: "List campaigns",
  access: { permission: "campaigns.read" },
  query: wireObject({
    ...listQueryShape,
    ...campaignSearch,
    status: wireWords(statusWords)
      .optional()
      .meta({ description: "`running` means sending, `completed` means sent." }),
  }),
  status: 200,
  response: wireList(campaign),
});

export const countCampaignsContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/counts",
  tag: campaignTag,
  summary: "Count campaigns by state",
  description: "Of those that the list shows under the same search and channel.",
  access: { permission: "campaigns.read" },
  query: wireObject({ q: listQueryShape.q, ...campaignSearch }),
  status: 200,
  response: wireObject({
    total: z.number().int(),
    byStatus: z.record(z.enum(campaignStatuses), z.number().int()),
  }),
});

export const createCampaignContract = defineContract({
  method: "POST",
  path: "/api/v1/campaigns",
  tag: campaignTag,
  summary: "Create a campaign",
  description:
    "It is a draft until it is scheduled, and may be unfinished or broken until then: `warnings` says what.",
  access: { permission: "campaigns.write" },
  body: wireObject({
    name: z.string().trim().min(1).max(campaignNameCharsMax),
    channelType: z.enum(channels),
    ...campaignFields,
  }),
  status: 201,
  response: savedCampaign,
  idempotent: true,
  alternatives: [documentExchange.create],
});

export const getCampaignContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}",
  tag: campaignTag,
  summary: "Get a campaign",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  status: 200,
  response: campaign,
  alternatives: [documentExchange.get],
});

export const updateCampaignContract = defineContract({
  method: "PATCH",
  path: "/api/v1/campaigns/{campaign_id}",
  tag: campaignTag,
  summary: "Change a draft",
  description: "`warnings` says what is wrong with the message as it is now.",
  access: { permission: "campaigns.write" },
  params: campaignParams,
  body: wireObject({
    name: z.string().trim().min(1).max(campaignNameCharsMax).optional(),
    channelType: z.enum(channels).optional(),
    ...campaignFields,
    version: z
      .number()
      .int()
      .optional()
      .meta({ description: "The version you read; 409 when it has moved on." }),
  }),
  status: 200,
  response: savedCampaign,
});

export const deleteCampaignContract = defineContract({
  method: "DELETE",
  path: "/api/v1/campaigns/{campaign_id}",
  tag: campaignTag,
  summary: "Delete a campaign that never reached anybody",
  access: { permission: "campaigns.write" },
  params: campaignParams,
  status: 204,
});
