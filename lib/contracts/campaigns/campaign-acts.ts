import { z } from "zod";
import { undoSecondsMax } from "@/lib/domain/campaigns/campaign";
import { defineContract } from "@/lib/platform/http/contract";
import { trial, typedAddress } from "../providers/providers";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireLocale } from "../wire/places";
import { wireObject } from "../wire/wire-object";
import { campaign, campaignParams, campaignTag } from "./campaigns";

const act = (verb: string, summary: string) =>
  ({
    method: "POST",
    path: `/api/v1/campaigns/{campaign_id}/${verb}`,
    tag: campaignTag,
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
    "Without `scheduled_at` it goes out at the time the campaign has planned (`schedule_type` `scheduled` with a `scheduled_at`), and now where it has planned none, after `undo_seconds` (10 for people, 0 for API keys). A planned time that is past is refused: 422 `past_date` naming `scheduled_at`. To send a planned campaign now, set its `schedule_type` to `send_now` first.",
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

export const testCampaignAtAddressContract = defineContract({
  ...act("test-address", "Send a test to an address"),
  description:
    "To somebody who is no contact: marked as a test, through the active provider, answered with what it said. At most ten a minute for each person or key. An address on the suppression list is refused.",
  idempotent: false,
  body: wireObject({
    to: typedAddress.meta({ description: "E-mail address, number, token or chat id." }),
    contactId: wireId("contact").optional().meta({
      description: "Whose values and language the message has; a made-up person's when absent.",
    }),
    language: wireLocale.optional(),
  }),
  response: trial,
});
