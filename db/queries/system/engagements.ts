import type { SystemScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { EngagementKind } from "@/lib/domain/events/tracking/tracking";
import type { RunKind } from "@/lib/domain/runs/run";

export type EngagementWrite = {
  /** Of the event that it becomes; one with the same id is the same. */
  id: string;
  workspaceId: string;
  runId: string;
  contactId: string;
  kind: EngagementKind;
  variant: number;
  linkNo: number;
  url: string;
  at: Date;
  isAutomated: boolean;
  /** JSON. */
  properties: string;
};

type AddedEngagement = { id: string; contactId: string; campaignId: string | null; runId: string };

/** The notes as events of the people they are about now; gives those that were not there before. */
export async function unsafeAcrossWorkspacesInsertEngagementEvents(
  tx: SystemScope,
  items: EngagementWrite[],
): Promise<AddedEngagement[]> {
  const column = (read: (item: EngagementWrite) => string) => items.map(read);
  return tx.sql<AddedEngagement>`
    insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties, campaign_id, run_id)
    select r.workspace_id, r.id, 'notification.' || r.kind, c.id, r.at, 'tracking', r.properties::jsonb, n.campaign_id,
      r.run_id
    from unnest(${column((i) => i.id)}::uuid[], ${column((i) => i.workspaceId)}::uuid[],
      ${column((i) => i.runId)}::uuid[], ${column((i) => i.contactId)}::uuid[], ${column((i) => i.kind)}::text[],
      ${column((i) => i.at.toISOString())}::timestamptz[], ${column((i) => i.properties)}::text[])
      as r(id, workspace_id, run_id, contact_id, kind, at, properties)
    cross join lateral (select campaign_id from runs where workspace_id = r.workspace_id and id = r.run_id limit 1) n
    left join lateral (select contact_id from contact_aliases
      where workspace_id = r.workspace_id and alias = r.contact_id::text limit 1) a on true
    cross join lateral (select id from contacts
      where workspace_id = r.workspace_id and id = coalesce(a.contact_id, r.contact_id) limit 1) c
    on conflict do nothing
    returning id, contact_id, campaign_id, run_id`;
}

export type EngagedRun = { id: string; kind: RunKind; channel: Channel };

export async function unsafeAcrossWorkspacesFindRuns(
  tx: SystemScope,
  keys: { workspaceId: string; runId: string }[],
): Promise<EngagedRun[]> {
  return tx.sql<EngagedRun>`
    select n.id, n.kind, n.channel
    from unnest(${keys.map(({ workspaceId }) => workspaceId)}::uuid[], ${keys.map(({ runId }) => runId)}::uuid[])
      as r(workspace_id, run_id)
    cross join lateral (select id, kind, channel from runs where workspace_id = r.workspace_id and id = r.run_id limit 1) n`;
}

/** What one person did with one link of a message, or, as link 0, with the message. */
export type Deed = {
  workspaceId: string;
  runId: string;
  contactId: string;
  kind: EngagementKind;
  linkNo: number;
  isAutomated: boolean;
  firstAt: Date;
  lastAt: Date;
  total: number;
};

/** Adds to what is known; gives how often each was done by now, in the order asked for. */
export async function unsafeAcrossWorkspacesKeepDeeds(
  tx: SystemScope,
  deeds: Deed[],
): Promise<Map<string, number>> {
  const column = (read: (deed: Deed) => string) => deeds.map(read);
  const number = (read: (deed: Deed) => number) => deeds.map(read);
  const rows = await tx.sql<Omit<Deed, "firstAt" | "lastAt">>`
    insert into engagements as e (workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
    select * from unnest(${column((d) => d.workspaceId)}::uuid[], ${column((d) => d.runId)}::uuid[],
      ${column((d) => d.contactId)}::uuid[], ${column((d) => d.kind)}::text[], ${number((d) => d.linkNo)}::smallint[],
      ${column((d) => String(d.isAutomated))}::text[]::boolean[], ${column((d) => d.firstAt.toISOString())}::timestamptz[],
      ${column((d) => d.lastAt.toISOString())}::timestamptz[], ${number((d) => d.total)}::int[])
      as r(workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
    order by workspace_id, run_id, contact_id, kind, link_no, is_automated
    on conflict (workspace_id, run_id, contact_id, kind, link_no, is_automated) do update set
      total = e.total + excluded.total, first_at = least(e.first_at, excluded.first_at),
      last_at = greatest(e.last_at, excluded.last_at)
    returning workspace_id, run_id, contact_id, kind, link_no, is_automated, total`;
  return new Map(rows.map((row) => [deedKey(row), row.total]));
}

export const deedKey = (deed: Omit<Deed, "firstAt" | "lastAt" | "total">): string =>
  [deed.workspaceId, deed.runId, deed.contactId, deed.kind, deed.linkNo, deed.isAutomated].join(" ");
