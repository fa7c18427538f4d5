-- What may end a wait or a run: an event of this name whose value at `match_path` is `match_value`.
create table workflow.waits (
  id uuid primary key,
  run_id uuid not null,
  -- The job that waits. Absent: the event cancels the run.
  job_id uuid,
  event_name text not null,
  -- Absent: every event of the name is looked at.
  match_path text,
  match_value text,
  -- CEL that must hold besides, over the run's event and the one that came.
  expression text,
  -- Only later events count.
  after_seq bigint not null,
  expires_at timestamptz
);
--> statement-breakpoint
create index waits_match on workflow.waits (event_name, match_path, match_value);
--> statement-breakpoint
create index waits_run on workflow.waits (run_id);
--> statement-breakpoint
-- The newest event of each key, held back until no other came for a while.
create table workflow.debounces (
  function_id text not null,
  key text not null,
  event json not null,
  event_id text not null,
  event_seq bigint not null,
  fire_at timestamptz not null,
  -- When it fires although events keep coming.
  fire_by timestamptz,
  primary key (function_id, key)
);
--> statement-breakpoint
create index debounces_due on workflow.debounces (fire_at);
--> statement-breakpoint
-- Rates of run starts, by the generic cell rate algorithm: when the next start would be exactly on time.
create table workflow.rates (
  key text primary key,
  on_time_at timestamptz not null
) with (fillfactor = 80);
--> statement-breakpoint
alter table workflow.runs
  -- Held while the run is active; cleared at its end, which then stays heap-only for all other runs.
  add column singleton_key text,
  -- Cancelled then, unless a request of it executes.
  add column deadline timestamptz,
  -- The job and step of another run that wait for this one.
  add column parent_job uuid,
  add column parent_step text,
  add column replay_of uuid;
--> statement-breakpoint
create unique index runs_singleton on workflow.runs (singleton_key) where singleton_key is not null;
--> statement-breakpoint
create index runs_deadline on workflow.runs (deadline) where deadline is not null;
--> statement-breakpoint
create index runs_function on workflow.runs (function_id, id);
--> statement-breakpoint
alter table workflow.jobs
  -- What the step gives when the job is due.
  add column value json,
  add column throttle_key text,
  -- The function is called after each of these steps, not only after the last.
  add column race boolean not null default false,
  drop constraint jobs_kind_check,
  add constraint jobs_kind_check
    check (kind in ('start', 'resume', 'discover', 'step', 'sleep', 'wait', 'invoke'));
--> statement-breakpoint
alter table workflow.steps
  drop constraint steps_kind_check,
  add constraint steps_kind_check check (kind in ('data', 'error', 'sleep', 'wait', 'invoke'));
--> statement-breakpoint
alter table workflow.events add column v text;
--> statement-breakpoint
-- Sequence numbers follow the order of arrival, so they serve retention as well.
create unique index events_seq on workflow.events (seq);
--> statement-breakpoint
drop index workflow.events_received;
