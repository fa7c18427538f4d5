import { arrayLiteral } from "@/db/array-literal";
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
  atMillis: number;
  isAutomated: boolean;
  /** JSON, without line breaks between its parts. */
  properties: string;
};

export type EngagedRun = { id: string; campaignId: string | null; kind: RunKind; channel: Channel };

export async function unsafeAcrossWorkspacesFindRuns(
  tx: SystemScope,
  keys: { workspaceId: string; runId: string }[],
): Promise<EngagedRun[]> {
  return tx.sql<EngagedRun>`
    select n.id, n.campaign_id, n.kind, n.channel
    from unnest(${keys.map(({ workspaceId }) => workspaceId)}::uuid[], ${keys.map(({ runId }) => runId)}::uuid[])
      as r(workspace_id, run_id)
    cross join lateral (select id, campaign_id, kind, channel from runs
      where workspace_id = r.workspace_id and id = r.run_id limit 1) n`;
}

export type OtherwiseEngaged = {
  id: string;
  /** Whom it is about now, after a merge; null when nobody is left. */
  contactId: string | null;
  /** False when it was there before. */
  isNew: boolean;
};

/**
 * The notes as events of the people they are about now. Gives those that did not become just the event that they are:
 * seldom one, and to hand back all would cost as much as to take them. An id that is a contact's
 * own is never looked for among the names that browsers give themselves.
 */
export async function unsafeAcrossWorkspacesInsertEngagementEvents(
  tx: SystemScope,
  items: readonly (EngagementWrite & { campaignId: string | null })[],
): Promise<OtherwiseEngaged[]> {
  const column = (read: (item: (typeof items)[number]) => string | number | null) =>
    arrayLiteral(items.map(read));
  return tx.sql<OtherwiseEngaged>`
    with noted as materialized (
      select r.*, coalesce(c.id, a.contact_id) as contact_id
      from unnest(${column((i) => i.id)}::text::uuid[], ${column((i) => i.workspaceId)}::text::uuid[],
        ${column((i) => i.campaignId)}::text::uuid[], ${column((i) => i.runId)}::text::uuid[],
        ${column((i) => i.contactId)}::text::uuid[], ${column((i) => i.kind)}::text::text[],
        ${column((i) => i.atMillis / 1_000)}::text::float8[],
        string_to_array(${items.map(({ properties }) => properties).join("\n")}, E'\\n'))
        as r(id, workspace_id, campaign_id, run_id, told_id, kind, seconds, properties)
      left join lateral (select id from contacts
        where workspace_id = r.workspace_id and id = r.told_id limit 1) c on true
      left join lateral (select n.id as contact_id from contact_aliases l
        join contacts n on n.workspace_id = l.workspace_id and n.id = l.contact_id
        where c.id is null and l.workspace_id = r.workspace_id and l.alias = r.told_id::text limit 1) a on true),
    added as (
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties, campaign_id, run_id)
      select workspace_id, id, 'notification.' || kind, contact_id, to_timestamp(seconds), 'tracking', properties::jsonb,
        campaign_id, run_id
      from noted where contact_id is not null
      on conflict do nothing
      returning id)
    select n.id, n.contact_id, added.id is not null as is_new
    from noted n left join added on added.id = n.id
    where added.id is null or n.contact_id is distinct from n.told_id`;
}

/** What one person did with one link of a message, or, as link 0, with the message. */
export type Deed = {
  workspaceId: string;
  runId: string;
  contactId: string;
  kind: EngagementKind;
  linkNo: number;
  isAutomated: boolean;
  firstMillis: number;
  lastMillis: number;
  total: number;
};

type DeedKey = Pick<Deed, "runId" | "contactId" | "kind" | "linkNo" | "isAutomated">;

/** Adds to what is known; gives the keys of those that nobody had done before. */
export async function unsafeAcrossWorkspacesKeepDeeds(
  tx: SystemScope,
  deeds: readonly Deed[],
): Promise<Set<string>> {
  const column = (read: (deed: Deed) => string | number | boolean) => arrayLiteral(deeds.map(read));
  const rows = await tx.sql<DeedKey>`
    with told as materialized (
      select r.*
      from unnest(${column((d) => d.workspaceId)}::text::uuid[], ${column((d) => d.runId)}::text::uuid[],
        ${column((d) => d.contactId)}::text::uuid[], ${column((d) => d.kind)}::text::text[],
        ${column((d) => d.linkNo)}::text::smallint[], ${column((d) => d.isAutomated)}::text::boolean[],
        ${column((d) => d.firstMillis / 1_000)}::text::float8[],
        ${column((d) => d.lastMillis / 1_000)}::text::float8[], ${column((d) => d.total)}::text::int[])
        as r(workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)),
    kept as (
      insert into engagements as e (workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
      select workspace_id, run_id, contact_id, kind, link_no, is_automated, to_timestamp(first_at), to_timestamp(last_at),
        total
      from told
      order by workspace_id, run_id, contact_id, kind, link_no, is_automated
      on conflict (workspace_id, run_id, contact_id, kind, link_no, is_automated) do update set
        total = e.total + excluded.total, first_at = least(e.first_at, excluded.first_at),
        last_at = greatest(e.last_at, excluded.last_at)
      returning run_id, contact_id, kind, link_no, is_automated, total)
    select k.run_id, k.contact_id, k.kind, k.link_no, k.is_automated
    from kept k join told t using (run_id, contact_id, kind, link_no, is_automated, total)`;
  return new Set(rows.map(deedKey));
}

export const deedKey = ({ runId, contactId, kind, linkNo, isAutomated }: DeedKey): string =>
  `${runId} ${contactId} ${kind} ${linkNo} ${isAutomated}`;
