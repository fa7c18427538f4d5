import { escapeLike } from "@/db/escape-like";
import { byAge, pageOf } from "@/db/keyset";
import type { WorkspaceScope } from "@/db/scope";
import type { WorkflowStatus } from "@/lib/domain/workflows/workflow";
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
export type RunSearch = { uuid: string } | { eventId: string };

export const workflowRunOrders = byAge("run.id");

export async function listWorkflowRuns(
  scope: WorkspaceScope,
  filter: WorkflowRunFilter & { about?: RunSearch | undefined },
  order: (typeof workflowRunOrders)[keyof typeof workflowRunOrders],
  page: PageRequest,
): Promise<WorkflowRunRow[]> {
  const { fragment } = scope;
  const state = stateOfRun(scope);
  return scope.sql<WorkflowRunRow>`
    select run.id, run.function_id, run.event::text as event, run.created_at, run.started_at, run.ended_at,
      run.replay_of, ${state} as status
    from workflow.runs as run
    where run.workspace_id = ${scope.id} and ${scope.all([
      filter.function && fragment`run.function_id = any(${filter.function})`,
      filter.since && fragment`run.id >= ${firstIdAt(filter.since)}`,
      filter.until && fragment`run.id < ${firstIdAt(filter.until)}`,
      filter.status && fragment`${state} = any(${filter.status})`,
      filter.about && namedBy(scope, filter.about),
    ])}
    ${pageOf(scope, order, page)}`;
}

/** Events carry ids only, so the few hundred bytes of each are looked through where they stand. */
function namedBy({ fragment }: WorkspaceScope, about: RunSearch) {
  return "uuid" in about
    ? fragment`(run.id = ${about.uuid} or run.replay_of = ${about.uuid} or run.event::text like ${`%${about.uuid}%`})`
    : fragment`run.event_id like ${`%${escapeLike(about.eventId)}%`}`;
}
