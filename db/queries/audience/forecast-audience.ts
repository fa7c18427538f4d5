import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { SkipReason } from "@/lib/domain/runs/run";
import type { TimingColumns } from "@/lib/domain/runs/timing/timed-person";
import { type FullCap, fullUnder } from "../runs/contact-slots";
import { deviceZoneOf, zonePhoneOf } from "../runs/zone-columns";
import { audienceCondition } from "./audience-condition";
import type { ConsentMode } from "./count-audience";

type Forecast = {
  filter: AudienceFilter;
  channel: Channel;
  category: MessageCategory;
  consentMode: ConsentMode;
};

/** The gate of `lib/domain/runs/gate.ts` over a whole audience at once, in its order. `reason` null: would be sent to. */
export async function forecastAudience(
  scope: WorkspaceScope,
  forecast: Forecast,
): Promise<{ reason: SkipReason | null; count: number }[]> {
  return scope.sql<{ reason: SkipReason | null; count: number }>`
    select reason, count(*)::int as count from (${judgedPeople(scope, forecast)}) judged group by 1`;
}

/** People who would be sent to, counted by what tells their zone. */
export async function countReachableByZone(
  scope: WorkspaceScope,
  forecast: Forecast,
): Promise<(TimingColumns & { count: number })[]> {
  return scope.sql<TimingColumns & { count: number }>`
    select null as contact_id, profile_zone, device_zone, country, min(zone_phone) as zone_phone,
      null as preferred_hour, null as hours, count(*)::int as count
    from (${reachableClocks(scope, forecast)}) clocks
    group by profile_zone, device_zone, country, left(zone_phone, 5)`;
}

/** Some of the people who would be sent to, spread over all of them, with the hours they look at. */
export async function sampleReachable(
  scope: WorkspaceScope,
  forecast: Forecast,
  limit: number,
): Promise<TimingColumns[]> {
  return scope.sql<TimingColumns>`
    select clocks.*, h.hours from (${reachableClocks(scope, forecast)}) clocks
    left join contact_hours h on h.workspace_id = ${scope.id} and h.contact_id = clocks.contact_id
    order by hashtextextended(clocks.contact_id::text, 0) limit ${limit}`;
}

/** How many of those who would be sent to had enough, by one cap or another. */
export async function countCapped(
  scope: WorkspaceScope,
  forecast: Forecast,
  caps: readonly FullCap[],
): Promise<number> {
  const [first, ...others] = caps.map((cap) => fullUnder(scope, cap));
  if (!first) return 0;
  const full = others.reduce((all, one) => scope.fragment`${all} union all ${one}`, first);
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from (${judgedPeople(scope, forecast)}) judged
    where reason is null and judged.id in (${full})`;
  return rows[0]?.count ?? 0;
}

/** The person alone decides the zone where the profile or a device says it; a phone is looked up for the others. */
const reachableClocks = (scope: WorkspaceScope, forecast: Forecast): Fragment => {
  const id = scope.fragment`judged.id`;
  return scope.fragment`
    select z.*, case when z.profile_zone is null and z.device_zone is null then ${zonePhoneOf(scope, scope.fragment`z.contact_id`)} end
      as zone_phone
    from (select judged.id as contact_id, judged.time_zone as profile_zone, judged.country, judged.preferred_hour,
        case when judged.time_zone is null then ${deviceZoneOf(scope, id)} end as device_zone
      from (${judgedPeople(scope, forecast)}) judged where reason is null) z`;
};

const judgedPeople = (
  scope: WorkspaceScope,
  { filter, channel, category, consentMode }: Forecast,
): Fragment => scope.fragment`
  select c.id, c.time_zone, c.country, c.preferred_hour, case
      when endpoints.suppressed > 0 and endpoints.suppressed = endpoints.total then 'suppressed'
      when ${category} <> 'transactional' and (k.status = 'denied'
        or (${consentMode} = 'opt_in' and k.status is distinct from 'granted')) then 'no_consent'
      when endpoints.open > 0 then null
      else 'no_endpoint' end as reason
  from contacts c
  left join consents k on k.workspace_id = ${scope.id} and k.contact_id = c.id and k.channel = ${channel}
    and k.category = ${category}
  left join lateral (
    select count(*) as total, count(x.address_key) as suppressed,
      count(*) filter (where s.status = 'active' and x.address_key is null) as open
    from subscriptions s
    left join suppressions x on x.workspace_id = ${scope.id} and x.channel = s.channel and x.address_key = s.address_key
    where s.workspace_id = ${scope.id} and s.contact_id = c.id and s.channel = ${channel}
      and s.status <> 'removed') endpoints on true
  where c.workspace_id = ${scope.id} and c.erased_at is null and ${audienceCondition(scope, filter)}`;
