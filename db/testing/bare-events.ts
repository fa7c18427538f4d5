import type { Sql } from "@/db/client";
import { newEventId } from "@/lib/domain/events/event-id";

type BareEvent = { name: string; contact_id: string; occurred_at: string; properties: object };

/** The limit of event intake: one statement that adds rows to the same table, under the same row-level security. */
export async function insertBareEvents(sql: Sql, workspaceId: string, events: BareEvent[]): Promise<void> {
  await sql.begin((tx) => [
    tx`select set_config('app.workspace_id', ${workspaceId}, true)`,
    tx`
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties)
      select ${workspaceId}, r.id, r.name, r.contact_id, r.occurred_at, 'api', r.properties::jsonb
      from unnest(${events.map(({ occurred_at }) => newEventId(new Date(occurred_at)))}::uuid[],
        ${events.map(({ name }) => name)}::text[], ${events.map(({ contact_id }) => contact_id)}::uuid[],
        ${events.map(({ occurred_at }) => occurred_at)}::text[]::timestamptz[],
        ${events.map(({ properties }) => JSON.stringify(properties))}::text[])
        as r(id, name, contact_id, occurred_at, properties)
      on conflict do nothing`,
  ]);
}
