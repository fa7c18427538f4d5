import type { WorkspaceScope } from "@/db/scope";
import type { EventSource } from "@/lib/domain/events/event";
import type { PageRequest } from "@/lib/platform/paging";

export type EventRow = {
  id: string;
  name: string;
  contactId: string;
  occurredAt: Date;
  receivedAt: Date;
  source: EventSource;
  properties: Record<string, unknown>;
  campaignId: string | null;
  campaignName: string | null;
  /** Set where an automation sent it: the campaign is its message. */
  automationId: string | null;
  runId: string | null;
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
};

export type EventListFilter = {
  name: string[] | undefined;
  contactId: string | undefined;
  campaignId: string | undefined;
  fromId: string | undefined;
  beforeId: string | undefined;
};

/** The latest first, by when they happened: ids begin with that. */
export async function listEvents(
  scope: WorkspaceScope,
  filter: EventListFilter,
  page: PageRequest,
): Promise<EventRow[]> {
  const where = scope.fragment;
  const after = page.after?.[0];
  return scope.sql<EventRow>`
    select e.id, e.name, e.contact_id, e.occurred_at, e.received_at, e.source, e.properties, e.campaign_id, e.run_id,
      p.name as campaign_name, p.automation_id, c.external_id, c.first_name, c.last_name
    from (
      select * from events e where e.workspace_id = ${scope.id} and ${scope.all([
        filter.name?.length === 1 && where`e.name = ${filter.name[0] ?? ""}`,
        filter.name && filter.name.length > 1 && where`e.name = any(${filter.name})`,
        filter.contactId && where`e.contact_id = ${filter.contactId}`,
        filter.campaignId && where`e.campaign_id = ${filter.campaignId}`,
        filter.fromId && where`e.id >= ${filter.fromId}::uuid`,
        filter.beforeId && where`e.id < ${filter.beforeId}::uuid`,
        after && where`e.id < ${after}::uuid`,
      ])} order by e.id desc limit ${page.limit + 1}) e
    left join contacts c on c.workspace_id = ${scope.id} and c.id = e.contact_id
    left join campaigns p on p.workspace_id = ${scope.id} and p.id = e.campaign_id
    order by e.id desc`;
}

const sampleRows = 5_000;
const namesMax = 200;

/** Names in use, by looking at the latest events: to choose from, not to rely on. */
export async function listEventNames(scope: WorkspaceScope): Promise<string[]> {
  const rows = await scope.sql<{ name: string }>`
    with latest as materialized (
      select name from events where workspace_id = ${scope.id} order by id desc limit ${sampleRows})
    select distinct name from latest order by name limit ${namesMax}`;
  return rows.map(({ name }) => name);
}
