import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { nextOccurrence } from "./occurrence";

export type TimingObstacle = { field: string; code: string; detail: string; values: Record<string, never> };

/** What of a campaign's timing keeps it from ever being sent. */
export async function findTimingObstacles(
  ctx: WorkspaceContext,
  campaign: CampaignRow,
): Promise<TimingObstacle[]> {
  const { scheduleType, timing } = campaign;
  const now = ctx.now();
  const obstacles: TimingObstacle[] = [];
  if (timing.expiresAt !== null && Date.parse(timing.expiresAt) <= now.getTime()) {
    obstacles.push(obstacle("timing.expires_at", "ended", "The time at which it stops has passed."));
  }
  if (scheduleType !== "recurring") return obstacles;
  if (!timing.recurrence) {
    return [
      ...obstacles,
      obstacle("timing.recurrence", "no_recurrence", "Say how often the series repeats."),
    ];
  }
  const workspace = await findSendingWorkspace(ctx.scope);
  if (!workspace || nextOccurrence(campaign, workspace.timeZone, now)) return obstacles;
  return [...obstacles, obstacle("timing.recurrence", "no_occurrence", "This series has no date to come.")];
}

const obstacle = (field: string, code: string, detail: string): TimingObstacle => ({
  field,
  code,
  detail,
  values: {},
});
