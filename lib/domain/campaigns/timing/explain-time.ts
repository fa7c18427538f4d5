import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findWorkspaceHours } from "@/db/queries/contacts/contact-hours";
import { findTimingColumns } from "@/db/queries/contacts/find-timing-columns";
import { listCapEntries } from "@/db/queries/runs/contact-slots";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { priorityOf } from "@/lib/domain/runs/timing/slot-priority";
import { timedPerson } from "@/lib/domain/runs/timing/timed-person";
import { usualHours } from "@/lib/domain/timing/best-time";
import { reachMillis } from "@/lib/domain/timing/frequency-cap";
import { resolveSendTime } from "@/lib/domain/timing/resolve-send-time";
import { startOf } from "@/lib/domain/timing/run-timing";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { plannedTime, timingAt } from "./planned-timing";

type Input = { campaignId: string; contactId: string };

/** When a person would get a campaign, and what each rule had to do with it. Consent and addresses are not looked at. */
export async function explainTime(ctx: WorkspaceContext, { campaignId, contactId }: Input) {
  ctx.require("campaigns.read");
  const [campaign, workspace, columns, everybody] = await Promise.all([
    findCampaign(ctx.scope, campaignId),
    findSendingWorkspace(ctx.scope),
    findTimingColumns(ctx.scope, contactId),
    findWorkspaceHours(ctx.scope),
  ]);
  if (!campaign || !workspace || !columns) throw notFound();
  const now = ctx.now();
  const sendAt = plannedTime(campaign, workspace.timeZone, now);
  const timing = timingAt(campaign, workspace, sendAt);
  const opens = Math.max(now.getTime(), startOf(campaign.timing, workspace.timeZone, sendAt).getTime());
  const reach = Math.max(0, ...timing.caps.map(reachMillis));
  const entries = await listCapEntries(ctx.scope, {
    runId: campaign.runId ?? campaignId,
    contactIds: [contactId],
    from: new Date(opens - reach),
    to: new Date(opens + reach),
    priority: priorityOf(campaign.priority),
  });
  const person = {
    ...timedPerson(campaign.runId ?? campaignId, columns, workspace.timeZone, everybody),
    entries,
  };
  const resolution = resolveSendTime(timing, person, opens);
  return {
    at: resolution.at === undefined ? null : new Date(resolution.at),
    skip: resolution.skip ?? null,
    timeZone: person.zone.timeZone,
    zoneSource: person.zone.source,
    usualHours: usualHours(columns.hours) ?? null,
    steps: resolution.steps.map(({ rule, at, detail }) => ({ rule, at: new Date(at), detail })),
  };
}
