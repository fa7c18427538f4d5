import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { ZoneColumns } from "@/lib/domain/runs/timing/timed-person";
import { audienceCondition } from "../audience/audience-condition";
import { deviceZoneOf, zonePhoneOf } from "../runs/zone-columns";

export type SilentContact = {
  id: string;
  lastActiveAt: Date;
  /** `lastActiveAt` to the microsecond, where a page ends. */
  place: string;
};

type Silence = {
  /** Of the last activity: from this on, and before the end. */
  from: Date;
  before: Date;
  audience: AudienceFilter;
  after: SilentContact | undefined;
  limit: number;
};

/** Whose last activity lies in a stretch of time: an index gives them without reading anybody else. */
export function listSilent(scope: WorkspaceScope, silence: Silence): Promise<SilentContact[]> {
  const { from, before, audience, after, limit } = silence;
  return scope.sql<SilentContact>`
    select c.id, c.last_active_at, c.last_active_at::text as place from contacts c
    where c.workspace_id = ${scope.id} and c.last_active_at >= ${from} and c.last_active_at < ${before}
      and c.erased_at is null and ${audienceCondition(scope, audience)}
      ${after ? scope.fragment`and (c.last_active_at, c.id) > (${after.place}::text::timestamptz, ${after.id}::uuid)` : scope.fragment``}
    order by c.last_active_at, c.id limit ${limit}`;
}

export type Celebrant = ZoneColumns & { birthDate: string };

type Birthdays = {
  /** Month times a hundred plus day. */
  days: number[];
  audience: AudienceFilter;
  after: string | undefined;
  limit: number;
};

/** Whose birthday is on one of some days, in id order. */
export function listCelebrants(
  scope: WorkspaceScope,
  { days, audience, after, limit }: Birthdays,
): Promise<Celebrant[]> {
  const id = scope.fragment`c.id`;
  return scope.sql<Celebrant>`
    select c.id as contact_id, c.birth_date::text as birth_date, c.time_zone as profile_zone,
      ${deviceZoneOf(scope, id)} as device_zone, c.country, ${zonePhoneOf(scope, id)} as zone_phone
    from contacts c
    where c.workspace_id = ${scope.id} and c.birth_day = any(${days}::smallint[]) and c.erased_at is null
      and ${audienceCondition(scope, audience)}
      ${after ? scope.fragment`and c.id > ${after}::uuid` : scope.fragment``}
    order by c.id limit ${limit}`;
}
