import { z } from "zod";
import { defineEvent } from "./event";

const schedule = z.object({ workspaceId: z.string(), campaignId: z.string(), version: z.number() });

/** A campaign got a time. `version` tells a later edit or cancellation from this schedule. */
export const campaignScheduled = defineEvent("campaigns/campaign.scheduled", schedule);

/** That schedule was taken back. */
export const campaignUnscheduled = defineEvent("campaigns/campaign.unscheduled", schedule);
