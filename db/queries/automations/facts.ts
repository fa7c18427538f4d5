import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { cartEvents } from "@/lib/domain/automations/definition";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { TimingColumns } from "@/lib/domain/runs/timing/timed-person";
import { firstIdAt } from "@/lib/platform/ids";
import { audienceCondition } from "../audience/audience-condition";
import { deviceZoneOf, zonePhoneOf } from "../runs/zone-columns";

export type TravellerRow = TimingColumns & {
  birthDate: string | null;
  lastActiveAt: Date | null;
  /** Channels with an endpoint that may be written to. */
  open: Channel[];
  consents: { channel: Channel; category: MessageCategory; status: "granted" | "denied" }[] | null;
};

/** What decides about people on their way. Whoever was erased is not among them. */
export function listTravellers(scope: WorkspaceScope, contactIds: string[]): Promise<TravellerRow[]> {
  const id = scope.fragment`c.id`;
  return scope.sql<TravellerRow>`
    select c.id as contact_id, c.time_zone as profile_zone, ${deviceZoneOf(scope, id)} as device_zone, c.country,
      ${zonePhoneOf(scope, id)} as zone_phone, c.preferred_hour, h.hours, c.birth_date::text as birth_date, c.last_active_at,
      array(select distinct s.channel from subscriptions s where s.workspace_id = ${scope.id} and s.contact_id = c.id
        and s.status = 'active' and not exists (select 1 from suppressions x where x.workspace_id = ${scope.id}
          and x.channel = s.channel and x.address_key = s.address_key)) as open,
      (select json_agg(json_build_object('channel', k.channel, 'category', k.category, 'status', k.status))
        from consents k where k.workspace_id = ${scope.id} and k.contact_id = c.id) as consents
    from contacts c left join contact_hours h on h.workspace_id = ${scope.id} and h.contact_id = c.id
    where c.workspace_id = ${scope.id} and c.id = any(${contactIds}::uuid[]) and c.erased_at is null`;
}

/** Who of these matches. */
export async function listMatching(
  scope: WorkspaceScope,
  contactIds: string[],
  filter: AudienceFilter,
): Promise<string[]> {
  const rows = await scope.sql<{ id: string }>`
    select c.id from contacts c where c.workspace_id = ${scope.id} and c.id = any(${contactIds}::uuid[])
      and c.erased_at is null and ${audienceCondition(scope, filter)}`;
  return rows.map(({ id }) => id);
}

export type HappeningRow = {
  id: string;
  contactId: string;
  name: string;
  occurredAt: Date;
  isFromPage: boolean;
  properties: Record<string, unknown>;
};

/** Told with a key that stands in a page. */
const isFromPage = (scope: WorkspaceScope) => scope.fragment`e.source = 'browser' as is_from_page`;

/** A browser's clock may be ahead; nothing happens after it was told. In milliseconds, as the rules compare it. */
const heardAt = (scope: WorkspaceScope) =>
  scope.fragment`date_trunc('milliseconds', least(e.occurred_at, e.received_at))`;

/** Events of some names that these people did since an instant, the oldest first. */
export function listHappenings(
  scope: WorkspaceScope,
  contactIds: string[],
  { names, since }: { names: string[]; since: Date },
): Promise<HappeningRow[]> {
  return scope.sql<HappeningRow>`
    select e.id, e.contact_id, e.name, ${heardAt(scope)} as occurred_at, ${isFromPage(scope)}, e.properties
    from unnest(${contactIds}::uuid[]) as p(id)
    join events e on e.workspace_id = ${scope.id} and e.contact_id = p.id and e.id >= ${firstIdAt(since)}::uuid
    where e.name = any(${names}) order by occurred_at, e.id`;
}

/** Somebody, and since when what they do says something. */
export type Since = { contactId: string; since: Date };

const theirEvents = (scope: WorkspaceScope, people: readonly Since[]) => scope.fragment`
  unnest(${people.map(({ contactId }) => contactId)}::uuid[], ${people.map(({ since }) => firstIdAt(since))}::uuid[]) as p(id, first)
  join events e on e.workspace_id = ${scope.id} and e.contact_id = p.id and e.id >= p.first`;

/** The last event of each name, and of each cart; whole where it tells of a cart, else with the cart's id alone. */
export async function listLatest(
  scope: WorkspaceScope,
  people: readonly Since[],
  names: readonly string[],
): Promise<HappeningRow[]> {
  if (names.length === 0 || people.length === 0) return [];
  return scope.sql<HappeningRow>`
    select e.id, e.contact_id, e.name, ${heardAt(scope)} as occurred_at, ${isFromPage(scope)},
      case when e.name = any(${[...cartEvents]}) then e.properties
        else jsonb_build_object('cart_id', e.properties -> 'cart_id') end as properties
    from (
      select distinct on (e.contact_id, e.name, e.properties -> 'cart_id') e.*
      from ${theirEvents(scope, people)} where e.name = any(${[...names]})
      order by e.contact_id, e.name, e.properties -> 'cart_id', ${heardAt(scope)} desc, e.id desc) e
    order by occurred_at, e.id`;
}

/** All events of some names, with those of their properties that are asked about; carts are whole. */
export async function listEvery(
  scope: WorkspaceScope,
  people: readonly Since[],
  { names, properties }: { names: readonly string[]; properties: readonly string[] },
): Promise<HappeningRow[]> {
  if (names.length === 0 || people.length === 0) return [];
  return scope.sql<HappeningRow>`
    select e.id, e.contact_id, e.name, ${heardAt(scope)} as occurred_at, ${isFromPage(scope)},
      case when e.name = any(${[...cartEvents]}) then e.properties
        else (select coalesce(jsonb_object_agg(a.key, e.properties -> a.key), '{}')
          from unnest(${[...properties]}::text[]) as a(key) where e.properties ? a.key) end as properties
    from ${theirEvents(scope, people)} where e.name = any(${[...names]}) order by e.id`;
}

export type ToldHappening = HappeningRow & { receivedAt: Date };

export async function findHappening(
  scope: WorkspaceScope,
  eventId: string,
): Promise<ToldHappening | undefined> {
  const rows = await scope.sql<ToldHappening>`
    select e.id, e.contact_id, e.name, ${heardAt(scope)} as occurred_at, ${isFromPage(scope)}, e.received_at,
      e.properties
    from events e where e.workspace_id = ${scope.id} and e.id = ${eventId}`;
  return rows[0];
}

/**
 * The last order of a person before an event, of this cart or of none in particular. Ids follow what clocks
 * said, which is never earlier than it was: whatever is later than the order with the last id has an id after its instant.
 */
export async function findOrderBefore(
  scope: WorkspaceScope,
  { id, contactId, occurredAt }: Pick<HappeningRow, "id" | "contactId" | "occurredAt">,
  cartId: string,
): Promise<string | undefined> {
  const before = scope.fragment`e.workspace_id = ${scope.id} and e.contact_id = ${contactId}
    and e.name = 'order_completed' and coalesce(e.properties ->> 'cart_id', ${cartId}) = ${cartId}
    and (${heardAt(scope)}, e.id) < (${occurredAt}::timestamptz, ${id}::uuid)`;
  const rows = await scope.sql<{ id: string }>`
    select e.id from events e where ${before} and e.id >= (
      select first_id_at(${heardAt(scope)}) from events e where ${before} order by e.id desc limit 1)
    order by ${heardAt(scope)} desc, e.id desc limit 1`;
  return rows[0]?.id;
}
