import {
  unsafeAcrossWorkspacesAddToHours,
  unsafeAcrossWorkspacesAddToLinkHours,
} from "@/db/queries/system/engagement-hours";
import {
  deedKey,
  type EngagementWrite,
  unsafeAcrossWorkspacesFindRuns,
  unsafeAcrossWorkspacesInsertEngagementEvents,
  unsafeAcrossWorkspacesKeepDeeds,
} from "@/db/queries/system/engagements";
import type { SystemScope } from "@/db/scope";
import { type Fresh, tallyEngagements, toDeeds } from "./tally-engagements";

export type Moved = { workspaceId: string; campaignId: string | null; eventId: string };

/**
 * Events, who did what for the first time, and the hourly totals: all of them or none. What was stored before counts no
 * second time. Gives what moved, once for each campaign.
 */
export async function storeEngagements(system: SystemScope, items: EngagementWrite[]): Promise<Moved[]> {
  return system.transaction(async (tx) => {
    const added = await unsafeAcrossWorkspacesInsertEngagementEvents(tx, items);
    const keys = new Map(items.map(({ workspaceId, runId }) => [runId, { workspaceId, runId }]));
    const runs = await unsafeAcrossWorkspacesFindRuns(tx, [...keys.values()]);
    const runOf = new Map(runs.map((run) => [run.id, run]));
    const addedOf = new Map(added.map((one) => [one.id, one]));
    const moved = new Map<string, Moved>();
    const fresh: Fresh[] = [];
    for (const item of items) {
      const one = addedOf.get(item.id);
      const run = runOf.get(item.runId);
      if (!one || !run) continue;
      const { campaignId, contactId } = one;
      moved.set(`${item.workspaceId} ${campaignId}`, {
        workspaceId: item.workspaceId,
        campaignId,
        eventId: item.id,
      });
      if (run.kind !== "test") fresh.push({ ...item, campaignId, contactId, channel: run.channel });
    }
    if (fresh.length > 0) await count(tx, fresh);
    return [...moved.values()];
  });
}

async function count(tx: SystemScope, fresh: Fresh[]): Promise<void> {
  const deeds = [...toDeeds(fresh).values()];
  const totals = await unsafeAcrossWorkspacesKeepDeeds(tx, deeds);
  const firsts = deeds.filter((deed) => !deed.isAutomated && totals.get(deedKey(deed)) === deed.total);
  const { hours, links } = tallyEngagements(fresh, firsts);
  await Promise.all([
    unsafeAcrossWorkspacesAddToHours(tx, hours),
    unsafeAcrossWorkspacesAddToLinkHours(tx, links),
  ]);
}
