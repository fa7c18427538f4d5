import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** What the device that was seen last said of its zone. */
export const deviceZoneOf = (scope: WorkspaceScope, contactId: Fragment): Fragment => scope.fragment`
  (select z.time_zone from subscriptions z where z.workspace_id = ${scope.id} and z.contact_id = ${contactId}
    and z.time_zone is not null and z.status <> 'removed' order by z.updated_at desc limit 1)`;

/** The number held longest: its country tells a zone where nothing else does. */
export const zonePhoneOf = (scope: WorkspaceScope, contactId: Fragment): Fragment => scope.fragment`
  (select f.address from subscriptions f where f.workspace_id = ${scope.id} and f.contact_id = ${contactId}
    and f.channel in ('sms', 'whatsapp') and f.status = 'active' order by f.created_at, f.id limit 1)`;
