import { z } from "zod";
import { defineEvent } from "./event";

/** A campaign got a time. `version` tells a later edit or cancellation from this schedule. */
export const campaignScheduled = defineEvent(
  "campaigns/campaign.scheduled",
  z.object({ workspaceId: z.string(), campaignId: z.string(), version: z.number() }),
);
