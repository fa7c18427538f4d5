import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** What a run is doing, named `run` around it: an active one is running, queued or waiting, as its jobs say. */
export const stateOfRun = (scope: WorkspaceScope): Fragment => scope.fragment`
  case when run.status <> 'active' then run.status else coalesce((
    select case when bool_or(job.lease_token is not null) then 'running'
      when bool_or(job.run_at <= now() or job.blocked_by is not null) then 'queued' else 'waiting' end
    from workflow.jobs as job where job.run_id = run.id), 'queued') end`;
