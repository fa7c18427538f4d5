import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import { type RunTiming, runTimingOf } from "@/lib/domain/timing/run-timing";
import { nextOccurrence } from "./occurrence";

/** The rules under which a campaign would be sent at a time. */
export const timingAt = (campaign: CampaignRow, workspace: SendingWorkspace, sendAt: Date): RunTiming =>
  runTimingOf({
    timing: campaign.timing,
    isBestTime: campaign.scheduleType === "best_time",
    rules: workspace.sendingRules,
    workspaceZone: workspace.timeZone,
    channel: campaign.channel,
    category: campaign.category,
    ttlSeconds: campaign.ttlSeconds,
    sendAt,
  });

/** When a campaign would go out as it stands: its own time, a series' next one, or now. */
export function plannedTime(campaign: CampaignRow, zone: string, now: Date): Date {
  const { scheduleType, scheduledAt } = campaign;
  if (scheduleType === "recurring") return nextOccurrence(campaign, zone, now) ?? now;
  return scheduleType === "send_now" || !scheduledAt || scheduledAt < now ? now : scheduledAt;
}
