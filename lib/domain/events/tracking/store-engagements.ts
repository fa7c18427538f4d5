import {
  unsafeAcrossWorkspacesAddToHours,
  unsafeAcrossWorkspacesAddToLinkHours,
} from "@/db/queries/system/engagement-hours";
import {
  type EngagedRun,
  type EngagementWrite,
  type OtherwiseEngaged,
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
    const keys = new Map(items.map((item) => [item.runId, item]));
    const runs = await unsafeAcrossWorkspacesFindRuns(tx, [...keys.values()]);
    const told = inRuns(items, runs);
    const otherwise = await unsafeAcrossWorkspacesInsertEngagementEvents(tx, told);
    const fresh = otherwise.length === 0 ? told : asTheyBecame(told, otherwise);
    const counted = fresh.filter(({ isTest }) => !isTest);
    if (counted.length > 0) await count(tx, counted);
    return movedBy(fresh);
  });
}

type Told = Fresh & { isTest: boolean };

/** Of a send that is no longer there nothing is kept. */
function inRuns(items: readonly EngagementWrite[], runs: readonly EngagedRun[]): Told[] {
  const runOf = new Map(runs.map((run) => [run.id, run]));
  return items.flatMap((item) => {
    const run = runOf.get(item.runId);
    return run
      ? { ...item, campaignId: run.campaignId, channel: run.channel, isTest: run.kind === "test" }
      : [];
  });
}

function asTheyBecame(told: Told[], otherwise: OtherwiseEngaged[]): Told[] {
  const differing = new Map(otherwise.map((one) => [one.id, one]));
  return told.flatMap((one) => {
    const { isNew, contactId } = differing.get(one.id) ?? { isNew: true, contactId: one.contactId };
    return isNew && contactId !== null ? { ...one, contactId } : [];
  });
}

function movedBy(fresh: readonly Told[]): Moved[] {
  const lastOf = new Map(fresh.map((one) => [`${one.workspaceId} ${one.campaignId}`, one]));
  return [...lastOf.values()].map(({ workspaceId, campaignId, id }) => ({
    workspaceId,
    campaignId,
    eventId: id,
  }));
}

async function count(tx: SystemScope, fresh: Fresh[]): Promise<void> {
  const deeds = toDeeds(fresh);
  const news = await unsafeAcrossWorkspacesKeepDeeds(tx, [...deeds.values()]);
  const firsts = [...news].flatMap((key) => {
    const deed = deeds.get(key);
    return deed && !deed.isAutomated ? deed : [];
  });
  const { hours, links } = tallyEngagements(fresh, firsts);
  await Promise.all([
    unsafeAcrossWorkspacesAddToHours(tx, hours),
    unsafeAcrossWorkspacesAddToLinkHours(tx, links),
  ]);
}
