import { z } from "zod";
import { zoneSources } from "@/lib/domain/timing/recipient-zone";
import { timingRules, timingSkips } from "@/lib/domain/timing/resolve-send-time";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";
import { campaignParams, campaignTag } from "./campaigns";

const hourOfDay = z.number().int().min(0).max(23);

export const explainTimeContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/contacts/{contact_id}/time",
  tag: campaignTag,
  summary: "When a person would get a campaign, and why then",
  description:
    "Every rule's part in it: the planned time on the person's clock, best time, sending hours, frequency caps, the end. Consent and addresses are the forecast's matter.",
  access: { permission: "campaigns.read" },
  params: wireObject({ campaignId: wireId("campaign"), contactId: wireId("contact") }),
  status: 200,
  response: wireObject({
    at: wireInstant.nullable(),
    skip: z.enum(timingSkips).nullable().meta({ description: "Why no moment is left." }),
    timeZone: z.string(),
    zoneSource: z.enum(zoneSources),
    usualHours: wireObject({ from: hourOfDay, to: hourOfDay })
      .nullable()
      .meta({ description: "When the person usually opens and clicks, on their clock." }),
    steps: z.array(
      wireObject({
        rule: z.enum(timingRules),
        at: wireInstant,
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      }),
    ),
  }),
});

export const lostToContract = defineContract({
  method: "GET",
  path: "/api/v1/campaigns/{campaign_id}/lost-to",
  tag: campaignTag,
  summary: "What had the places under the frequency caps",
  description: "Messages that people got instead, most people first. `campaign_id` is null for single sends.",
  access: { permission: "campaigns.read" },
  params: campaignParams,
  status: 200,
  response: wireObject({
    data: z.array(
      wireObject({
        campaignId: wireId("campaign").nullable(),
        name: z.string().nullable(),
        people: z.number().int(),
      }),
    ),
  }),
});
