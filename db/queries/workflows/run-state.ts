import type { Fragment } from "@/db/client";

type Speaker = { fragment: (strings: TemplateStringsArray, ...values: never[]) => Fragment };

/** What a run is doing, named `run` around it: an active one is running, queued or waiting, as its jobs say. */
export const stateOfRun = ({ fragment }: Speaker): Fragment => fragment`
  case when run.status <> 'active' then run.status else coalesce((
    select case when bool_or(job.lease_token is not null) then 'running'
      when bool_or(job.run_at <= now() or job.blocked_by is not null) then 'queued' else 'waiting' end
    from workflow.jobs as job where job.run_id = run.id), 'queued') end`;
