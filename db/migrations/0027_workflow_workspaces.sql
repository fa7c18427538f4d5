alter table workflow.runs
  -- Whose event it runs for. Absent: the installation's own, which no tenant sees.
  add column workspace_id uuid;
--> statement-breakpoint
-- Read from the text: a payload with a \u0000 in it is no error there. Inside a string the quotes would be escaped.
do $$
begin
  perform set_config('app.system', 'on', true);
  update workflow.runs set workspace_id = substring(event::text from
    '"workspaceId" ?: ?"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"')::uuid
  where event::text ~ '"workspaceId" ?: ?"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"';
  perform set_config('app.system', '', true);
end $$;
--> statement-breakpoint
create index runs_workspace on workflow.runs (workspace_id, id) where workspace_id is not null;
--> statement-breakpoint
-- Of runs that did not end well. A column of its own, so that the end of all others stays heap-only.
alter table workflow.runs add column setback text
  generated always as (case when status in ('failed', 'cancelled') then status end) stored;
--> statement-breakpoint
create index runs_setback on workflow.runs (workspace_id, id) where setback is not null;
--> statement-breakpoint
-- When the request that ran it, or the wait that it is, began. Steps of one request share it: each began where the one before it ended.
alter table workflow.steps add column started_at timestamptz;
--> statement-breakpoint
-- Of timers: since when.
alter table workflow.jobs add column waiting_since timestamptz;
--> statement-breakpoint
-- Tries that came to nothing; a step keeps only what the last one gave.
create table workflow.attempts (
  run_id uuid not null,
  seq bigint generated always as identity,
  -- Absent: the code between the steps.
  step_id text,
  step_name text,
  -- Of the tries whose code threw, from zero.
  attempt smallint not null,
  started_at timestamptz,
  ended_at timestamptz not null default now(),
  -- Absent: its process died.
  error json,
  primary key (run_id, seq)
);
