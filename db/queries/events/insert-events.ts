import type { WorkspaceScope } from "@/db/scope";
import { isListenedTo } from "./listeners";

export type EventWrite = {
  id: string;
  name: string;
  contactId: string;
  occurredAt: Date;
  source: string;
  /** JSON. */
  properties: string;
  campaignId: string | null;
  runId: string | null;
};

type Inserted = {
  /** How many were not there before. */
  count: number;
  /** Which they are; null when all are, or none. */
  newIds: string[] | null;
  /** Of these, the ones that somebody waits for. */
  listened: { id: string; name: string; contactId: string }[] | null;
};

/** A repeat of an event changes nothing. */
export async function insertEvents(tx: WorkspaceScope, events: EventWrite[]): Promise<Inserted> {
  const column = (read: (event: EventWrite) => string | null) => events.map(read);
  const hasOrigin = events.some(({ campaignId, runId }) => campaignId !== null || runId !== null);
  const origin = hasOrigin
    ? tx.fragment`, ${column((e) => e.campaignId)}::uuid[], ${column((e) => e.runId)}::uuid[]`
    : tx.fragment`, array_fill(null::uuid, array[${events.length}::int]), array_fill(null::uuid, array[${events.length}::int])`;
  const [inserted] = await tx.sql<Inserted>`
    with added as (
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties, campaign_id, run_id)
      select ${tx.id}, r.id, r.name, r.contact_id, r.occurred_at, r.source, r.properties::jsonb, r.campaign_id, r.run_id
      from unnest(${literal(events.map(({ id }) => id))}::text::uuid[], ${column((e) => e.name)}::text[],
        ${literal(events.map(({ contactId }) => contactId))}::text::uuid[],
        ${literal(events.map(({ occurredAt }) => occurredAt.toISOString()))}::text::timestamptz[],
        ${column((e) => e.source)}::text[], ${column((e) => e.properties)}::text[] ${origin})
        as r(id, name, contact_id, occurred_at, source, properties, campaign_id, run_id)
      on conflict do nothing
      returning id, name, contact_id)
    select count(*)::int as count,
      case when count(*) < ${events.length} then json_agg(id) end as new_ids,
      json_agg(json_build_object('id', id, 'name', name, 'contactId', contact_id))
        filter (where ${isListenedTo(tx, tx.fragment`name`)}) as listened
    from added`;
  if (!inserted) throw new Error("An aggregate gives one row.");
  return inserted;
}

/** An array literal: ids and instants hold nothing that would have to be escaped, and the driver would look at each character. */
const literal = (values: string[]): string => `{${values.join(",")}}`;
