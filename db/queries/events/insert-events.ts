import { arrayLiteral } from "@/db/array-literal";
import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import { isListenedTo, listenersOf } from "./listeners";

export type EventWrite = {
  id: string;
  name: string;
  occurredAt: Date;
  source: string;
  /** JSON, without line breaks between its parts. */
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

/**
 * Each event is about the contact at its position. Throws a unique violation, and keeps none, when one of them is there
 * already: to look for repeats costs a fifth of all, and they are rare.
 */
export async function insertNewEvents(
  tx: WorkspaceScope,
  events: EventWrite[],
  contactIds: string[],
): Promise<Inserted> {
  const kinds = kindsOf(events);
  const [inserted] = await tx.sql<{ listened: string[] | null }>`
    with added as (${insertion(tx, events, contactIds, kinds)})
    select json_agg(l.event_name) as listened ${listenersOf(tx, kinds.names)}`;
  const listened = inserted?.listened && new Set(inserted.listened);
  const theirs = events.flatMap(({ id, name }, position) =>
    listened?.has(name) ? [{ id, name, contactId: contactIds[position] ?? "" }] : [],
  );
  return { count: events.length, newIds: null, listened: listened ? theirs : null };
}

/** The same where some may be repeats: those change nothing. */
export async function insertEvents(
  tx: WorkspaceScope,
  events: EventWrite[],
  contactIds: string[],
): Promise<Inserted> {
  const kinds = kindsOf(events);
  const [inserted] = await tx.sql<Inserted>`
    with added as (
      ${insertion(tx, events, contactIds, kinds)}
      on conflict do nothing
      returning id, name, contact_id)
    select c.count, case when c.count < ${events.length} then (select json_agg(id) from added) end as new_ids,
      case when exists (select ${listenersOf(tx, kinds.names)}) then (
        select json_agg(json_build_object('id', id, 'name', name, 'contactId', contact_id)) from added
        where ${isListenedTo(tx, tx.fragment`name`)}) end as listened
    from (select count(*)::int as count from added) c`;
  if (!inserted) throw new Error("An aggregate gives one row.");
  return inserted;
}

function insertion(tx: WorkspaceScope, events: EventWrite[], contactIds: string[], kinds: Kinds): Fragment {
  const { names, sources, numbers } = kinds;
  const { columns, values, origins, aliases } = originOf(tx, events);
  return tx.fragment`
    insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties ${columns})
    select ${tx.id}, r.id, (${names}::text[])[r.kind], r.contact_id, to_timestamp(r.seconds),
      (${sources}::text[])[r.kind], r.properties::jsonb ${values}
    from unnest(${arrayLiteral(events.map(({ id }) => id))}::text::uuid[], ${arrayLiteral(numbers)}::text::int[],
      ${arrayLiteral(contactIds)}::text::uuid[],
      ${arrayLiteral(events.map(({ occurredAt }) => occurredAt.getTime() / 1_000))}::text::float8[],
      string_to_array(${events.map(({ properties }) => properties).join("\n")}, E'\\n') ${origins})
      as r(id, kind, contact_id, seconds, properties ${aliases})`;
}

type Kinds = ReturnType<typeof kindsOf>;

/** Many events have few names, so each is sent once; events say by number, from 1, which it is. */
function kindsOf(events: EventWrite[]) {
  const [names, sources]: [string[], string[]] = [[], []];
  const known = new Map<string, number>();
  let [lastName, lastSource, last] = ["", "", 0];
  const numbers = events.map(({ name, source }) => {
    if (name === lastName && source === lastSource) return last;
    const key = `${source} ${name}`;
    const number = known.get(key) ?? names.push(name);
    if (number > sources.length) sources.push(source);
    known.set(key, number);
    [lastName, lastSource, last] = [name, source, number];
    return number;
  });
  return { names, sources, numbers };
}

/** What few events say is no part of the statement for all others. */
function originOf(tx: WorkspaceScope, events: EventWrite[]) {
  const nothing = tx.fragment``;
  if (events.every(({ campaignId, runId }) => campaignId === null && runId === null))
    return { columns: nothing, values: nothing, origins: nothing, aliases: nothing };
  const [campaigns, runs] = [events.map((e) => e.campaignId), events.map((e) => e.runId)];
  return {
    columns: tx.fragment`, campaign_id, run_id`,
    values: tx.fragment`, r.campaign_id, r.run_id`,
    origins: tx.fragment`, ${campaigns}::uuid[], ${runs}::uuid[]`,
    aliases: tx.fragment`, campaign_id, run_id`,
  };
}
