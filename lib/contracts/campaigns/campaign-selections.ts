import { z } from "zod";
import { campaignStatuses } from "@/lib/domain/campaigns/campaign";
import { leftOutReasons } from "@/lib/domain/campaigns/selections/left-out";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireObject } from "../wire/wire-object";
import { campaignTag } from "./campaigns";

const selection = wireObject({
  campaignIds: z.array(wireId("campaign")).min(1).max(1_000),
  dryRun: z.boolean().optional().meta({ description: "Say what would happen and change nothing." }),
});

const selectedChange = wireObject({
  changed: z.array(wireObject({ id: wireId("campaign"), name: z.string() })),
  leftOut: z.array(
    wireObject({
      id: wireId("campaign"),
      name: z.string().nullable(),
      status: z.enum(campaignStatuses).nullable(),
      reason: z.enum(leftOutReasons),
    }),
  ),
}).meta({ id: "SelectedCampaigns" });

const change = {
  method: "POST",
  tag: campaignTag,
  body: selection,
  status: 200,
  response: selectedChange,
  idempotent: true,
} as const;

export const deleteCampaignsContract = defineContract({
  ...change,
  path: "/api/v1/campaigns/bulk-delete",
  summary: "Delete many campaigns",
  description: "Those that never reached anybody. The others are left out, each with its reason.",
  access: { permission: "campaigns.write" },
});

export const cancelCampaignsContract = defineContract({
  ...change,
  path: "/api/v1/campaigns/bulk-cancel",
  summary: "Cancel many scheduled campaigns",
  description: "Those that wait for their time. What is being sent already is left out: cancel it by itself.",
  access: { permission: "campaigns.send" },
});
