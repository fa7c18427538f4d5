import type { WorkspaceScope } from "@/db/scope";
import type { TimingColumns } from "@/lib/domain/runs/timing/timed-person";
import { deviceZoneOf, zonePhoneOf } from "../runs/zone-columns";

/** What tells a person's zone and habits. */
export async function findTimingColumns(
  scope: WorkspaceScope,
  contactId: string,
): Promise<TimingColumns | undefined> {
  const id = scope.fragment`c.id`;
  const rows = await scope.sql<TimingColumns>`
    select c.id as contact_id, c.time_zone as profile_zone, ${deviceZoneOf(scope, id)} as device_zone, c.country,
      ${zonePhoneOf(scope, id)} as zone_phone, c.preferred_hour, h.hours
    from contacts c left join contact_hours h on h.workspace_id = ${scope.id} and h.contact_id = c.id
    where c.workspace_id = ${scope.id} and c.id = ${contactId}`;
  return rows[0];
}
