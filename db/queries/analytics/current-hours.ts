import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import { transactionalSends } from "../runs/campaign-hours";

/**
 * The hourly totals together with what runs under way have counted so far; a run moves from one to the other in the
 * transaction that ends it, so that nothing counts twice.
 */
export const currentHours = (
  scope: WorkspaceScope,
  hours: Fragment,
  runs: Fragment,
): Fragment => scope.fragment`
  select hour, campaign_id, channel, sent, delivered, opened, clicked, failed, skipped, opens, clicks, automated_opens,
    automated_clicks from campaign_hours
  where workspace_id = ${scope.id} and ${hours}
  union all ${hoursUnderWay(scope, runs)}`;

/** What runs that are not over have counted so far. */
export const hoursUnderWay = (scope: WorkspaceScope, runs: Fragment): Fragment => scope.fragment`
  select date_trunc('hour', coalesce(k.ended_at, now()), 'UTC') as hour,
    coalesce(r.campaign_id, ${transactionalSends}::uuid) as campaign_id, r.channel,
    k.sent, 0 as delivered, 0 as opened, 0 as clicked, k.failed + k.unknown as failed, k.skipped,
    0 as opens, 0 as clicks, 0 as automated_opens, 0 as automated_clicks
  from runs r join run_chunks k on k.workspace_id = ${scope.id} and k.run_id = r.id
  where r.workspace_id = ${scope.id} and r.ended_at is null and r.kind <> 'test' and k.sent + k.failed + k.unknown + k.skipped > 0
    and ${runs}`;

/** Sums of an `h` over `currentHours`. */
export const countColumns = (scope: WorkspaceScope): Fragment => scope.fragment`
  coalesce(sum(h.sent), 0)::float8 as sent, coalesce(sum(h.delivered), 0)::float8 as delivered,
  coalesce(sum(h.opened), 0)::float8 as opened, coalesce(sum(h.clicked), 0)::float8 as clicked,
  coalesce(sum(h.failed), 0)::float8 as failed, coalesce(sum(h.skipped), 0)::float8 as skipped,
  coalesce(sum(h.opens), 0)::float8 as opens, coalesce(sum(h.clicks), 0)::float8 as clicks,
  coalesce(sum(h.automated_opens), 0)::float8 as automated_opens,
  coalesce(sum(h.automated_clicks), 0)::float8 as automated_clicks`;
