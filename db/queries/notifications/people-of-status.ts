import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { NotificationStatus } from "@/lib/domain/runs/run";
import type { NotificationCursor, NotificationListFilter } from "./list-notifications";

type PeopleRequest = {
  filter: NotificationListFilter;
  after: NotificationCursor | undefined;
  limit: number;
};

const beyondEveryone = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * The next people of one status, in list order. Rare results are walked directly through their own index; the rest
 * run by run, so that no run is read further than the page needs.
 */
export function peopleOfStatus(
  scope: WorkspaceScope,
  request: PeopleRequest,
  status: NotificationStatus | "any",
): Fragment {
  const { fragment } = scope;
  const ofRun = fragment`x.workspace_id = ${scope.id} and x.run_id = r.id`;
  switch (status) {
    case "any":
      return byRun(
        scope,
        request,
        fragment`true`,
        fragment`
        select x.contact_id from notifications x where ${ofRun}`,
      );
    case "sent":
      return byRun(
        scope,
        request,
        fragment`true`,
        fragment`
        select distinct x.contact_id from deliveries x where ${ofRun} and x.status in ('accepted', 'delivered')
          and ${noOther(scope, ["retrying"])}`,
      );
    case "pending":
      return byRun(
        scope,
        request,
        fragment`r.ended_at is null and r.status <> 'cancelled'`,
        openPeople(scope),
      );
    case "cancelled":
      return byRun(
        scope,
        request,
        fragment`r.campaign_id is not null and r.status = 'cancelled'`,
        openPeople(scope),
      );
    case "skipped":
      return direct(scope, request, fragment`skips x`, fragment`true`);
    case "unknown":
      return direct(
        scope,
        request,
        fragment`deliveries x`,
        fragment`
        x.status = 'unknown' and ${noOther(scope, ["accepted", "delivered", "retrying"])}`,
      );
    case "failed":
      return direct(
        scope,
        request,
        fragment`deliveries x`,
        fragment`
        x.status = 'failed' and ${noOther(scope, ["accepted", "delivered", "unknown", "retrying"])}`,
      );
  }
}

/** People without a result, in the ranges that have some; all of them while the run has no ranges yet. */
const openPeople = (scope: WorkspaceScope): Fragment => scope.fragment`
  select x.contact_id from (
      select k.after_contact_id, k.last_contact_id, k.wave from run_chunks k
      where k.workspace_id = ${scope.id} and k.run_id = r.id and k.sent + k.skipped + k.failed + k.unknown < k.size
      union all
      select '00000000-0000-0000-0000-000000000000', ${beyondEveryone}::uuid, null
      where not exists (select 1 from run_chunks k where k.workspace_id = ${scope.id} and k.run_id = r.id)) w
    join notifications x on x.workspace_id = ${scope.id} and x.run_id = r.id
      and x.contact_id > w.after_contact_id and x.contact_id <= w.last_contact_id
      and (w.wave is null or x.wave = w.wave)
  where not exists (select 1 from skips o where o.workspace_id = ${scope.id} and o.run_id = x.run_id
      and o.contact_id = x.contact_id)
    and (select count(*) = 0 or bool_or(o.status = 'retrying') from deliveries o
      where o.workspace_id = ${scope.id} and o.run_id = x.run_id and o.contact_id = x.contact_id)`;

/** No endpoint of the same notification says something that weighs more. */
const noOther = (scope: WorkspaceScope, statuses: string[]): Fragment => scope.fragment`
  not exists (select 1 from deliveries o where o.workspace_id = ${scope.id} and o.run_id = x.run_id
    and o.contact_id = x.contact_id and o.status = any(${statuses}))`;

/** `people` selects from `x` and is cut to one page in each run. */
function byRun(scope: WorkspaceScope, request: PeopleRequest, runs: Fragment, people: Fragment): Fragment {
  const { filter, after, limit } = request;
  const where = scope.fragment;
  const upTo = after
    ? where`and x.contact_id < case when r.id = ${after.runId}::uuid then ${after.contactId}::uuid else ${beyondEveryone}::uuid end`
    : where``;
  const conditions = scope.all([
    runs,
    after && where`r.id <= ${after.runId}`,
    runBounds(scope, filter, where`r.id`),
    filter.channel && where`r.channel = any(${filter.channel})`,
    filter.contactIds &&
      where`r.id in (select o.run_id from notifications o where o.workspace_id = ${scope.id} and o.contact_id = any(${filter.contactIds}))`,
  ]);
  return where`
    select r.id as run_id, p.contact_id from runs r cross join lateral (
      ${people} and ${scope.all([filter.contactIds && where`x.contact_id = any(${filter.contactIds})`])} ${upTo}
      order by x.contact_id desc limit ${limit}) p
    where r.workspace_id = ${scope.id} and ${conditions}
    order by r.id desc, p.contact_id desc limit ${limit}`;
}

function direct(
  scope: WorkspaceScope,
  request: PeopleRequest,
  rows: Fragment,
  condition: Fragment,
): Fragment {
  const { filter, after, limit } = request;
  const where = scope.fragment;
  const conditions = scope.all([
    condition,
    after && where`(x.run_id, x.contact_id) < (${after.runId}::uuid, ${after.contactId}::uuid)`,
    runBounds(scope, filter, where`x.run_id`),
    filter.contactIds && where`x.contact_id = any(${filter.contactIds})`,
    filter.channel &&
      where`exists (select 1 from runs r where r.workspace_id = ${scope.id} and r.id = x.run_id and r.channel = any(${filter.channel}))`,
  ]);
  return where`
    select distinct x.run_id, x.contact_id from ${rows} where x.workspace_id = ${scope.id} and ${conditions}
    order by x.run_id desc, x.contact_id desc limit ${limit}`;
}

/** One run is named as such: older servers lose the order of an index under `any`. */
function runBounds(scope: WorkspaceScope, filter: NotificationListFilter, runId: Fragment): Fragment {
  const where = scope.fragment;
  const { runIds, fromRunId, beforeRunId } = filter;
  return scope.all([
    runIds?.length === 1 && where`${runId} = ${runIds[0]}`,
    runIds && runIds.length !== 1 && where`${runId} = any(${runIds})`,
    fromRunId && where`${runId} >= ${fromRunId}`,
    beforeRunId && where`${runId} < ${beforeRunId}`,
  ]);
}
