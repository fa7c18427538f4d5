import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { updateCampaignStatus } from "@/db/queries/campaigns/campaigns";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { startOf } from "@/lib/domain/timing/run-timing";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound, unprocessable } from "@/lib/platform/errors";
import { assertSendable } from "./assert-sendable";
import { type ScheduleType, undoSecondsDefault } from "./campaign";
import { assertNotPast, isPast } from "./campaign-input";
import { changeCampaign } from "./change-campaign";
import type { Campaign } from "./get-campaign";
import { announceStart } from "./timing/announce-start";
import { nextOccurrence } from "./timing/occurrence";

type Input = { campaignId: string; scheduledAt?: Date | undefined; undoSeconds?: number | undefined };

/**
 * Gives a campaign its time: the given one, the one it has planned, a series' next one, or now after the undo window
 * (none for API keys). With a best time the day begins then.
 */
export async function scheduleCampaign(
  ctx: WorkspaceContext,
  { campaignId, scheduledAt, undoSeconds }: Input,
): Promise<Campaign> {
  const now = ctx.now();
  if (scheduledAt) assertNotPast(scheduledAt, now);
  const undo = undoSeconds ?? (ctx.actor.kind === "user" ? undoSecondsDefault : 0);
  const soon = new Date(now.getTime() + undo * 1_000);
  const change = { campaignId, action: "schedule", auditAs: "campaign.scheduled" } as const;
  return changeCampaign(ctx, change, async (tx, campaign, status) => {
    const workspace = await findSendingWorkspace(tx.scope);
    if (!workspace) throw notFound();
    await assertSendable(tx, campaign);
    const planned = plan(campaign, scheduledAt, { now, soon, zone: workspace.timeZone });
    const opens = startOf(campaign.timing, workspace.timeZone, planned.scheduledAt);
    const startsAt = opens < soon ? soon : opens;
    const scheduled = await updateCampaignStatus(tx.scope, campaignId, { status, ...planned, startsAt });
    await announceStart(tx, scheduled);
  });
}

type Moment = { now: Date; soon: Date; zone: string };
type Plan = { scheduleType: ScheduleType; scheduledAt: Date };

function plan(campaign: CampaignRow, given: Date | undefined, { now, soon, zone }: Moment): Plan {
  const { scheduleType } = campaign;
  if (scheduleType === "best_time") {
    const kept = campaign.scheduledAt && campaign.scheduledAt > soon ? campaign.scheduledAt : soon;
    return { scheduleType, scheduledAt: given ?? kept };
  }
  if (scheduleType !== "recurring") {
    const chosen = given ?? ownTime(campaign, now);
    return chosen
      ? { scheduleType: "scheduled", scheduledAt: chosen }
      : { scheduleType: "send_now", scheduledAt: soon };
  }
  if (given) {
    throw invalidField(
      "scheduled_at",
      "A series takes its times from its rule. Leave it out.",
      "contradiction",
    );
  }
  const next = nextOccurrence(campaign, zone, now);
  return { scheduleType, scheduledAt: next ?? soon };
}

/** The time a draft has planned. Once past it is no longer meant, and to send at once was never asked for. */
function ownTime({ scheduleType, scheduledAt }: CampaignRow, now: Date): Date | undefined {
  if (scheduleType !== "scheduled" || !scheduledAt) return undefined;
  if (!isPast(scheduledAt, now)) return scheduledAt;
  const detail =
    "The time this campaign has planned is past. Send a later scheduled_at, or set schedule_type to send_now to send it now.";
  throw unprocessable(detail, {
    reason: "past_date",
    errors: [{ pointer: "scheduled_at", code: "past_date", detail }],
  });
}
