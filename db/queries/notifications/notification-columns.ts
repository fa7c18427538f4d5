import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** Columns of a `NotificationRow`, for a statement that has `keys (run_id, contact_id)`. */
export const notificationColumns = (scope: WorkspaceScope): Fragment => scope.fragment`
  n.run_id, n.contact_id, r.status as run_status, r.kind, r.channel, r.category, r.campaign_id, m.name as campaign_name,
  m.automation_id,
  c.external_id, c.first_name, c.last_name, s.reason as skip_reason, n.created_at, n.read_at,
  d.statuses, d.attempts, d.code, d.sent_at, d.delivered_at`;

/** The rows behind them, each found by its key. */
export const notificationSources = (scope: WorkspaceScope): Fragment => scope.fragment`
  keys k
  join runs r on r.workspace_id = ${scope.id} and r.id = k.run_id
  join notifications n on n.workspace_id = ${scope.id} and n.run_id = k.run_id and n.contact_id = k.contact_id
  left join contacts c on c.workspace_id = ${scope.id} and c.id = k.contact_id
  left join campaigns m on m.workspace_id = ${scope.id} and m.id = r.campaign_id
  left join skips s on s.workspace_id = ${scope.id} and s.run_id = k.run_id and s.contact_id = k.contact_id
  left join lateral (
    select array_agg(x.status) as statuses, sum(x.attempts)::int as attempts,
      (array_agg(x.code order by x.sent_at desc) filter (where x.code is not null))[1] as code,
      min(x.sent_at) filter (where x.status in ('accepted', 'delivered')) as sent_at,
      min(x.delivered_at) as delivered_at
    from deliveries x where x.workspace_id = ${scope.id} and x.run_id = k.run_id and x.contact_id = k.contact_id) d on true`;
