import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { contactOfAlias } from "./alias-contact";

/** A message that counts against a person's caps; `at` in milliseconds. */
export type CapEntryRow = {
  contactId: string;
  runId: string;
  channel: Channel;
  category: MessageCategory;
  at: number;
};

type SlotRun = { id: string; channel: Channel; category: MessageCategory; priority: number };

/** Senders of one workspace count and take places one after the other. */
export async function lockSlots(tx: WorkspaceScope): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`slots:${tx.id}`}, 0))`;
}

type EntriesRequest = { runId: string; contactIds: string[]; from: Date; to: Date; priority: number };

/** What went out to these people, and what is planned that is more important than `priority`. */
export async function listCapEntries(
  tx: WorkspaceScope,
  { runId, contactIds, from, to, priority }: EntriesRequest,
): Promise<CapEntryRow[]> {
  return tx.sql<CapEntryRow>`
    select contact_id, run_id, channel, category, (extract(epoch from at) * 1000)::float8 as at
    from contact_slots
    where workspace_id = ${tx.id} and contact_id = any(${contactIds}) and run_id <> ${runId}
      and at between ${from} and ${to} and (is_used or priority > ${priority})`;
}

/** Keeps a place for everybody of a run at the time they are due. */
export async function reserveSlots(
  tx: WorkspaceScope,
  run: SlotRun,
  planned: readonly { contactId: string; at: Date }[],
): Promise<void> {
  if (planned.length === 0) return;
  await tx.sql`
    insert into contact_slots (workspace_id, contact_id, run_id, channel, category, at, priority)
    select ${tx.id}, p.contact_id, ${run.id}, ${run.channel}, ${run.category}, p.at, ${run.priority}
    from unnest(${planned.map(({ contactId }) => contactId)}::uuid[], ${planned.map(({ at }) => at.toISOString())}::text[]::timestamptz[])
      as p (contact_id, at)
    on conflict do nothing`;
}

export async function useSlots(tx: WorkspaceScope, run: SlotRun, contactIds: string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await tx.sql`
    insert into contact_slots (workspace_id, contact_id, run_id, channel, category, at, priority, is_used)
    select ${tx.id}, c.id, ${run.id}, ${run.channel}, ${run.category}, now(), ${run.priority}, true
    from contacts c where c.workspace_id = ${tx.id} and c.id = any(${contactIds})
    on conflict (workspace_id, contact_id, run_id) do update set is_used = true, at = excluded.at`;
}

export async function moveSlots(
  tx: WorkspaceScope,
  runId: string,
  moved: readonly { contactId: string; at: Date }[],
): Promise<void> {
  if (moved.length === 0) return;
  await tx.sql`
    update contact_slots s set at = m.at
    from unnest(${moved.map(({ contactId }) => contactId)}::uuid[], ${moved.map(({ at }) => at.toISOString())}::text[]::timestamptz[])
      as m (contact_id, at)
    where s.workspace_id = ${tx.id} and s.run_id = ${runId} and s.contact_id = m.contact_id and not s.is_used`;
}

/** Gives places back that nothing went out on, of the contacts that these have become too. */
export async function releaseSlots(tx: WorkspaceScope, runId: string, contactIds: string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await tx.sql`
    delete from contact_slots
    where workspace_id = ${tx.id} and run_id = ${runId} and contact_id = any(${contactIds}::uuid[]
      || array(select a.contact_id from contact_aliases a
        where a.workspace_id = ${tx.id} and a.alias = any(${contactIds}::text[])))`;
}

/** Of a run that ends early: nobody waits for the places of people it never reached. */
export async function releaseUnsentSlots(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`
    delete from contact_slots s where s.workspace_id = ${tx.id} and s.run_id = ${runId}
      and not exists (select 1 from deliveries d where d.workspace_id = ${tx.id} and d.run_id = ${runId}
        and d.contact_id = s.contact_id and d.status in ('accepted', 'delivered', 'unknown'))
      and not exists (select 1 from contact_aliases a where a.workspace_id = ${tx.id} and a.contact_id = s.contact_id
        and exists (select 1 from deliveries d where d.workspace_id = ${tx.id} and d.run_id = ${runId}
          and d.contact_id = ${contactOfAlias(tx)} and d.status in ('accepted', 'delivered', 'unknown')))`;
}

export type FullCap = {
  limit: number;
  channels: Channel[] | null;
  categories: MessageCategory[];
  from: Date;
  until: Date;
  /** Places of less important messages count once they are used. */
  priority: number;
};

/** The contacts who have as many messages between two moments as a cap allows. */
export const fullUnder = ({ fragment, id }: WorkspaceScope, cap: FullCap): Fragment => fragment`
  select s.contact_id from contact_slots s
  where s.workspace_id = ${id} and s.at >= ${cap.from} and s.at < ${cap.until}
    and s.category = any(${cap.categories}) and s.category <> 'transactional'
    ${cap.channels ? fragment`and s.channel = any(${cap.channels})` : fragment``}
    and (s.is_used or s.priority > ${cap.priority})
  group by s.contact_id having count(*) >= ${cap.limit}`;
