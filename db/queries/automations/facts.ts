import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
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
  properties: Record<string, unknown>;
};

/** A browser's clock may be ahead; nothing happens after it was told. */
const heardAt = (scope: WorkspaceScope) => scope.fragment`least(e.occurred_at, e.received_at)`;

/** Events of some names that these people did since an instant, the oldest first. */
export function listHappenings(
  scope: WorkspaceScope,
  contactIds: string[],
  { names, since }: { names: string[]; since: Date },
): Promise<HappeningRow[]> {
  return scope.sql<HappeningRow>`
    select e.id, e.contact_id, e.name, ${heardAt(scope)} as occurred_at, e.properties
    from unnest(${contactIds}::uuid[]) as p(id)
    join events e on e.workspace_id = ${scope.id} and e.contact_id = p.id and e.id >= ${firstIdAt(since)}::uuid
    where e.name = any(${names}) order by e.id`;
}

export async function findHappening(
  scope: WorkspaceScope,
  eventId: string,
): Promise<HappeningRow | undefined> {
  const rows = await scope.sql<HappeningRow>`
    select e.id, e.contact_id, e.name, ${heardAt(scope)} as occurred_at, e.properties
    from events e where e.workspace_id = ${scope.id} and e.id = ${eventId}`;
  return rows[0];
}

/** The last order of a person before an event, of this cart or of none in particular. */
export async function findOrderBefore(
  scope: WorkspaceScope,
  { id, contactId }: Pick<HappeningRow, "id" | "contactId">,
  cartId: string,
): Promise<string | undefined> {
  const rows = await scope.sql<{ id: string }>`
    select e.id from events e where e.workspace_id = ${scope.id} and e.contact_id = ${contactId} and e.id < ${id}
      and e.name = 'order_completed' and coalesce(e.properties ->> 'cart_id', ${cartId}) = ${cartId}
    order by e.id desc limit 1`;
  return rows[0]?.id;
}
