import { z } from "zod";
import { reportRanges } from "@/lib/domain/analytics/report-range";
import { campaignStatuses } from "@/lib/domain/campaigns/campaign";
import { channels } from "@/lib/domain/channels/channel";
import { defineContract } from "@/lib/platform/http/contract";
import { runTotals } from "./campaigns/campaigns";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { wireObject } from "./wire/wire-object";

const tag = "Analytics";

const count = z.number().int();

const countsShape = {
  sent: count,
  delivered: count,
  opened: count,
  clicked: count,
  failed: count,
  skipped: count,
  opens: count.meta({ description: "Times; `opened` counts people." }),
  clicks: count.meta({ description: "Times; `clicked` counts people." }),
  automatedOpens: count.meta({
    description: "By mail privacy proxies and scanners; in none of the other figures.",
  }),
  automatedClicks: count.meta({ description: "By scanners and previews; in none of the other figures." }),
};

const rate = z
  .number()
  .nullable()
  .meta({ description: "In percent; null where nothing of the kind was ever reported." });

const ratesShape = { deliveredRate: rate, openedRate: rate, clickedRate: rate, failedRate: rate };

const change = z
  .number()
  .nullable()
  .meta({ description: "0.12 is 12 % more than in the period before; null when that one had none." });

const counted = wireObject({
  ...countsShape,
  ...ratesShape,
  reported: wireObject({ sent: count, delivered: count, opened: count, clicked: count }).meta({
    description:
      "Of channels and messages whose provider tells of arrivals: what `delivered_rate` is counted against.",
  }),
});

export const analyticsSummary = wireObject({
  totalNotificationsSent: count,
  todayNotifications: count.meta({ description: "Since midnight in the workspace's time zone." }),
  nextNotificationTime: wireInstant.nullable(),
  activeCampaignCount: count.meta({ description: "Sending or scheduled." }),
  connectedApplicationsCount: count.meta({ description: "Active providers; the sandbox is none." }),
  sendingCampaignCount: count,
  scheduledCampaignCount: count,
  nextCampaign: wireObject({ id: wireId("campaign"), name: z.string() }).nullable(),
  todayChange: change.meta({ description: "Against yesterday up to the same time of day." }),
  range: z.enum(reportRanges),
  granularity: z.enum(["hour", "day"]),
  timeZone: z.string(),
  from: wireInstant,
  to: wireInstant,
  current: counted,
  previous: counted,
  changes: wireObject({
    sent: change,
    delivered: change,
    opened: change,
    clicked: change,
    failed: change,
  }),
  series: z.array(
    wireObject({ at: wireInstant, ...countsShape, sentByChannel: z.partialRecord(z.enum(channels), count) }),
  ),
  channels: z.array(wireObject({ channel: z.enum(channels), ...countsShape })),
  topCampaigns: z.array(
    wireObject({
      id: wireId("campaign"),
      name: z.string(),
      channel: z.enum(channels),
      ...countsShape,
      ...ratesShape,
    }),
  ),
  updatedAt: wireInstant,
}).meta({ id: "AnalyticsSummary" });

export const getAnalyticsSummaryContract = defineContract({
  method: "GET",
  path: "/api/v1/analytics/summary",
  tag,
  summary: "Get the workspace's figures",
  description:
    "Counts of the range by hour (today) or by day, next to the range before it. Test sends do not count; `failed` holds what has no certain result as well.",
  access: { permission: "analytics.read" },
  query: wireObject({ range: z.enum(reportRanges).optional().meta({ description: "`7d` when absent." }) }),
  status: 200,
  response: analyticsSummary,
});

export const getCampaignAnalyticsContract = defineContract({
  method: "GET",
  path: "/api/v1/analytics/campaign/{campaign_id}",
  tag,
  summary: "Get a campaign's figures",
  access: { permission: "analytics.read" },
  params: wireObject({ campaignId: wireId("campaign") }),
  status: 200,
  response: wireObject({
    campaignId: wireId("campaign"),
    name: z.string(),
    channelType: z.enum(channels),
    status: z.enum(campaignStatuses),
    sent: count,
    delivered: count,
    opened: count,
    clicked: count,
    failed: count,
    opens: count,
    clicks: count,
    automatedOpens: count,
    automatedClicks: count,
    ...ratesShape,
    totals: runTotals,
    skippedByReason: z.record(z.string(), count),
    failedByCode: z.record(z.string(), count),
    series: z.array(wireObject({ at: wireInstant, ...countsShape })),
    links: z
      .array(
        wireObject({
          variant: count,
          linkNo: count.meta({ description: "In the order of the message, from 1." }),
          url: z.string().meta({ description: "Without its query." }),
          clicked: count,
          clicks: count,
          automated: count,
        }),
      )
      .meta({ description: "The most followed first." }),
    variants: z.array(
      wireObject({
        variant: count,
        opened: count,
        opens: count,
        clicked: count,
        clicks: count,
        automated: count,
      }),
    ),
    updatedAt: wireInstant,
  }).meta({ id: "CampaignAnalytics" }),
});
