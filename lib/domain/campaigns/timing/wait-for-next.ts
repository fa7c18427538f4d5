import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import { startOf } from "@/lib/domain/timing/run-timing";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { announceStart } from "./announce-start";
import { nextOccurrence } from "./occurrence";

/**
 * Lets a series wait for its next time; false when it has none. One that came due while the last was being sent
 * follows at once, or is left out.
 */
export async function waitForNext(
  tx: TransactionContext,
  campaign: CampaignRow,
  workspace: SendingWorkspace,
  now: Date,
): Promise<boolean> {
  const next = nextTime(campaign, workspace.timeZone, now);
  if (!next) return false;
  const waiting = await updateCampaignStatus(tx.scope, campaign.id, {
    status: "scheduled",
    scheduledAt: next,
    startsAt: startOf(campaign.timing, workspace.timeZone, next),
  });
  await announceStart(tx, waiting);
  return true;
}

/** `scheduledAt` was moved on when the run opened: it is the time after that run's. */
function nextTime(campaign: CampaignRow, workspaceZone: string, now: Date): Date | undefined {
  const { scheduledAt, timing, status } = campaign;
  const isStored = status !== "scheduled" && scheduledAt !== null;
  if (isStored && timing.recurrence?.overlap === "queue" && scheduledAt <= now) return scheduledAt;
  return nextOccurrence(campaign, workspaceZone, now);
}
