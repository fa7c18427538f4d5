import { findWorkspaceActivity } from "@/db/queries/analytics/find-workspace-activity";
import { sumReported } from "@/db/queries/analytics/sum-reported";
import {
  type BucketRow,
  listBuckets,
  listTopCampaigns,
  sumHours,
  sumSent,
} from "@/db/queries/analytics/summarise-hours";
import type { Channel } from "@/lib/domain/channels/channel";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { addCounts, type Counts, changeOf, noCounts, ratesOf } from "./engagement";
import { type ReportRange, reportRangeDefault } from "./report-range";
import { reportingPeriod } from "./reporting-period";

const topCampaignsMax = 5;

/** The home screen in numbers, from the hourly totals alone: its cost does not grow with what was sent. */
export async function getSummary(ctx: WorkspaceContext, input: { range?: ReportRange | undefined } = {}) {
  ctx.require("analytics.read");
  const now = ctx.now();
  const activity = await findWorkspaceActivity(ctx.scope);
  if (!activity) throw notFound();
  const period = reportingPeriod(input.range ?? reportRangeDefault, activity.timeZone, now);
  const [sent, yesterday, buckets, before, top, reported, reportedBefore] = await Promise.all([
    sumSent(ctx.scope, period.todayFrom),
    sumHours(ctx.scope, period.yesterdayFrom, period.yesterdayTo),
    listBuckets(ctx.scope, period),
    sumHours(ctx.scope, period.previousFrom, period.previousTo),
    listTopCampaigns(ctx.scope, period, topCampaignsMax),
    sumReported(ctx.scope, period.from, period.to),
    sumReported(ctx.scope, period.previousFrom, period.previousTo),
  ]);
  const current = buckets.reduce(addCounts, noCounts);
  return {
    totalNotificationsSent: sent.ever,
    todayNotifications: sent.today,
    nextNotificationTime: activity.nextNotificationTime,
    activeCampaignCount: activity.sendingCampaignCount + activity.scheduledCampaignCount,
    connectedApplicationsCount: activity.connectedApplicationsCount,
    sendingCampaignCount: activity.sendingCampaignCount,
    scheduledCampaignCount: activity.scheduledCampaignCount,
    nextCampaign: activity.nextCampaignId
      ? { id: activity.nextCampaignId, name: activity.nextCampaignName ?? "" }
      : null,
    todayChange: changeOf(sent.today, yesterday.sent),
    range: period.range,
    granularity: period.granularity,
    timeZone: period.timeZone,
    from: period.from,
    to: period.to,
    current: { ...current, ...ratesOf(current, reported), reported },
    previous: { ...before, ...ratesOf(before, reportedBefore), reported: reportedBefore },
    changes: {
      sent: changeOf(current.sent, before.sent),
      delivered: changeOf(current.delivered, before.delivered),
      opened: changeOf(current.opened, before.opened),
      clicked: changeOf(current.clicked, before.clicked),
      failed: changeOf(current.failed, before.failed),
    },
    series: fillSeries(period.buckets, buckets),
    channels: sumByChannel(buckets),
    topCampaigns: top.map((campaign) => ({ ...campaign, ...ratesOf(campaign) })),
    updatedAt: now,
  };
}

export type Summary = Awaited<ReturnType<typeof getSummary>>;

/** Every hour or day has its point, also those in which nothing happened. */
function fillSeries(starts: Date[], rows: BucketRow[]) {
  const found = Map.groupBy(rows, (row) => row.at.getTime());
  return starts.map((at) => {
    const here = found.get(at.getTime()) ?? [];
    const sentByChannel = Object.fromEntries(here.map((row) => [row.channel, row.sent]));
    return { at, ...here.reduce(toCounts, noCounts), sentByChannel };
  });
}

const toCounts = (sum: Counts, row: Counts): Counts => addCounts(sum, row);

function sumByChannel(rows: BucketRow[]): ({ channel: Channel } & Counts)[] {
  const channels = [...Map.groupBy(rows, (row) => row.channel)];
  return channels
    .map(([channel, own]) => ({ channel, ...own.reduce(toCounts, noCounts) }))
    .sort((left, right) => right.sent - left.sent);
}
