import { z } from "zod";
import { runStatuses } from "@/lib/domain/runs/run";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { campaignParams, campaignTag, runTotals } from "./campaigns";

const campaignRun = wireObject({
  id: wireId("run"),
  status: z.enum(runStatuses),
  sendAt: wireInstant.meta({ description: "The time it was planned for." }),
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
  totals: runTotals,
}).meta({ id: "CampaignRun" });

export const listCampaignRunsContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/runs",
  tag: campaignTag,
  summary: "List the occurrences of a campaign",
  description: "The latest first, each with its totals. A campaign that is no series has one at most.",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  query: wireObject({ limit: listQueryShape.limit, after: listQueryShape.after }),
  status: 200,
  response: wireList(campaignRun),
});
