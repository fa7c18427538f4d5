import { escapeLike } from "@/db/escape-like";
import { byAge, pageOf } from "@/db/keyset";
import type { WorkspaceScope } from "@/db/scope";
import { activeStatuses, type WorkflowStatus } from "@/lib/domain/workflows/workflow";
import { firstIdAt } from "@/lib/platform/ids";
import type { PageRequest } from "@/lib/platform/paging";
import { stateOfRun } from "./run-state";

export type WorkflowRunRow = {
  id: string;
  functionId: string;
  status: WorkflowStatus;
  /** JSON, as the function gets it. */
  event: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** The run it repeats from the start. */
  replayOf: string | null;
};

export type WorkflowRunFilter = {
  function?: string[] | undefined;
  status?: WorkflowStatus[] | undefined;
  /** Requested in this time, from `since` up to and without `until`. */
  since?: Date | undefined;
  until?: Date | undefined;
};

/** A uuid that the run or its event names, or a part of the event's id. */
export type RunSearch = ({ uuid: string } | { eventId: string }) & {
  /** Events of runs requested earlier are not looked through. */
  since: Date;
};

export const workflowRunOrders = byAge("run.id");

export async function listWorkflowRuns(
  scope: WorkspaceScope,
  filter: WorkflowRunFilter & { about?: RunSearch | undefined },
  order: (typeof workflowRunOrders)[keyof typeof workflowRunOrders],
  page: PageRequest,
): Promise<WorkflowRunRow[]> {
  const { fragment } = scope;
  return scope.sql<WorkflowRunRow>`
    select run.id, run.function_id, run.event::text as event, run.created_at, run.started_at, run.ended_at,
      run.replay_of, ${stateOfRun(scope)} as status
    from workflow.runs as run
    where run.workspace_id = ${scope.id} and ${scope.all([
      filter.function && fragment`run.function_id = any(${filter.function})`,
      filter.since && fragment`run.id >= ${firstIdAt(filter.since)}`,
      filter.until && fragment`run.id < ${firstIdAt(filter.until)}`,
      filter.status && inState(scope, filter.status),
      filter.about && namedBy(scope, filter.about),
    ])}
    ${pageOf(scope, order, page)}`;
}

/** Those that did not end well have an index, and those that have not ended have jobs; both are few among the others. */
function inState(scope: WorkspaceScope, statuses: readonly WorkflowStatus[]) {
  const { fragment } = scope;
  const isActive = (status: WorkflowStatus) => activeStatuses.some((active) => active === status);
  const active = statuses.filter(isActive);
  const ended = statuses.filter((status) => !isActive(status));
  const isSo = fragment`${stateOfRun(scope)} = any(${[...statuses]})`;
  if (ended.includes("completed")) return isSo;
  if (active.length === 0) return fragment`run.setback = any(${ended})`;
  const open = fragment`select run_id from workflow.jobs`;
  if (ended.length === 0) return fragment`run.id in (${open}) and ${isSo}`;
  return fragment`(run.setback is not null or run.id = any(array(${open}))) and ${isSo}`;
}

/** Events carry ids only, so the few hundred bytes of each are looked through where they stand. */
function namedBy({ fragment, id }: WorkspaceScope, about: RunSearch) {
  const recent = fragment`select id from workflow.runs where workspace_id = ${id} and id >= ${firstIdAt(about.since)}`;
  return "uuid" in about
    ? fragment`run.id = any(array(select ${about.uuid}::uuid union all
        ${recent} and (replay_of = ${about.uuid} or event::text like ${`%${about.uuid}%`})))`
    : fragment`run.id = any(array(${recent} and event_id like ${`%${escapeLike(about.eventId)}%`}))`;
}
