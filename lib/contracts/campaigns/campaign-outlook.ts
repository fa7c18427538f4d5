import { z } from "zod";
import { campaignStatuses } from "@/lib/domain/campaigns/campaign";
import { runStatuses, skipReasons } from "@/lib/domain/runs/run";
import { consentModes } from "@/lib/domain/workspaces/workspace";
import { defineContract } from "@/lib/platform/http/contract";
import { problemPart } from "../content";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";
import { campaignParams, campaignTag, runTotals } from "./campaigns";

const sender = { id: wireId("provider"), name: z.string(), isSandbox: z.boolean() };

const gateCount = wireObject({ reason: z.enum(skipReasons), count: z.number().int() });

export const forecastCampaignContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/forecast",
  tag: campaignTag,
  summary: "What would happen if it were sent now",
  description:
    "The sender's own gate, read-only: who would be reached, who skipped and why, and what blocks sending.",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  status: 200,
  response: wireObject({
    audience: z.number().int(),
    reachable: z.number().int(),
    final: z.number().int().meta({
      description:
        "Who gets it by what is known now: the reachable without those whom caps and hours leave out.",
    }),
    consentMode: z
      .enum(consentModes)
      .meta({ description: "Whom marketing goes to when no consent is on record." }),
    provider: wireObject({
      ...sender,
      fault: wireObject({ source: z.enum(["test", "messages"]), at: wireInstant, detail: z.string() })
        .nullable()
        .meta({ description: "That it did not work when it was last asked." }),
    })
      .nullable()
      .meta({ description: "What would send it; null where none is active." }),
    skipped: z.array(gateCount),
    times: wireObject({
      byHour: z.array(wireObject({ hour: wireInstant, count: z.number().int() })),
      neverInTime: z.number().int().meta({ description: "Outside every sending hour, or after the end." }),
      capped: z.number().int().meta({ description: "Who had enough messages, by what is known now." }),
      isEstimate: z.boolean(),
    })
      .nullable()
      .meta({ description: "When the reachable get it; null where everybody does at once." }),
    coupon: wireObject({
      batchCode: z.string(),
      offerName: z.string(),
      needed: z.number().int().meta({ description: "One for each of the final outside the holdout." }),
      free: z.number().int(),
      makeable: z.number().int().meta({ description: "How many more can be made while it is sent." }),
    })
      .nullable()
      .meta({ description: "Of the batch it gives codes of." }),
    problems: z.array(
      wireObject({
        severity: z.enum(["blocking", "warning"]),
        code: z.string(),
        language: z.string().nullable(),
        field: z.string().nullable(),
        part: problemPart,
        values: z.record(z.string(), z.union([z.string(), z.number()])),
        detail: z.string(),
      }),
    ),
  }),
});

export const campaignProgressContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/progress",
  tag: campaignTag,
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
    provider: wireObject(sender).nullable().meta({ description: "What sends it." }),
    sendingStopped: z
      .boolean()
      .meta({ description: "The workspace sends nothing at present, whatever the campaign's own status." }),
    retrying: z
      .array(wireObject({ code: z.string(), detail: z.string(), people: z.number().int() }))
      .meta({ description: "Of the pending, those who are tried again, by the provider's last answer." }),
    waiting: z.number().int().meta({ description: "Of the pending, those who wait for their time." }),
    nextDueAt: wireInstant.nullable().meta({ description: "When the next of them are due." }),
    startedAt: wireInstant.nullable(),
    endedAt: wireInstant.nullable(),
    updatedAt: wireInstant,
  }),
});
