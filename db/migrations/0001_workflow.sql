create schema if not exists workflow;
--> statement-breakpoint
-- What the processes have registered. A function that the newest deployment no longer knows is archived: its runs wait.
create table workflow.functions (
  id text primary key,
  app_id text not null,
  config json not null,
  registered_at timestamptz not null default now(),
  archived_at timestamptz
);
--> statement-breakpoint
-- One row: bumped with every change of `functions`, so that a process knows in one read whether its copy is fresh.
create table workflow.registry (
  id boolean primary key default true check (id),
  version bigint not null default 0
);
--> statement-breakpoint
insert into workflow.registry default values;
--> statement-breakpoint
-- Events on their way in, written in the transaction of the change they report. `json`, not `jsonb`: payloads come
-- back as they were given, and a \u0000 in them is no error.
create table workflow.outbox (
  seq bigint generated always as identity primary key,
  id text not null unique,
  name text not null,
  data json not null,
  v text,
  ts timestamptz,
  claimed_until timestamptz
) with (fillfactor = 80);
--> statement-breakpoint
-- Accepted events: the memory that makes an event id count once.
create table workflow.events (
  id text primary key,
  seq bigint generated always as identity,
  name text not null,
  data json not null,
  ts timestamptz not null,
  received_at timestamptz not null default now()
);
--> statement-breakpoint
create index events_received on workflow.events (received_at);
--> statement-breakpoint
-- No secondary index: ids are UUIDv7, so an age is an id range, and the one update at the end stays heap-only.
create table workflow.runs (
  id uuid primary key,
  function_id text not null,
  event_id text not null,
  event json not null,
  status text not null default 'active' check (status in ('active', 'completed', 'failed', 'cancelled')),
  -- Parallel steps that have not ended; the function is called again when it returns to zero.
  pending integer not null default 0,
  output json,
  error json,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
) with (fillfactor = 80);
--> statement-breakpoint
create table workflow.steps (
  run_id uuid not null,
  -- SHA-1 of the step's id, as the SDK computes it.
  id text not null,
  -- Order of completion: the SDK replays in it.
  seq bigint generated always as identity,
  name text not null,
  kind text not null check (kind in ('data', 'error', 'sleep')),
  value json not null,
  attempt smallint not null default 0,
  ended_at timestamptz not null default now(),
  primary key (run_id, id)
);
--> statement-breakpoint
-- What is to be done next, one row per waiting or executing request; a run that ended has none.
create table workflow.jobs (
  id uuid primary key,
  run_id uuid not null,
  function_id text not null,
  kind text not null check (kind in ('start', 'resume', 'step', 'sleep')),
  step_id text,
  step_name text,
  -- Counted in runs.pending.
  parallel boolean not null default false,
  run_at timestamptz not null default now(),
  -- Earlier tries whose code threw.
  attempt smallint not null default 0,
  -- Earlier tries whose process died.
  lost smallint not null default 0,
  error json,
  concurrency_keys text[] not null default '{}',
  -- The full concurrency key, or the archived function, that keeps it out of the ready index.
  blocked_by text,
  lease_token uuid,
  lease_until timestamptz,
  leased_at timestamptz
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
--> statement-breakpoint
create index jobs_ready on workflow.jobs (run_at, id) where lease_token is null and blocked_by is null;
--> statement-breakpoint
-- lease_until is left out so that a heartbeat stays heap-only; the leased rows are few.
create index jobs_leased on workflow.jobs (lease_token) where lease_token is not null;
--> statement-breakpoint
create index jobs_blocked on workflow.jobs (blocked_by, run_at, id) where blocked_by is not null;
--> statement-breakpoint
create index jobs_run on workflow.jobs (run_id);
--> statement-breakpoint
create table workflow.crons (
  function_id text not null,
  expression text not null,
  next_at timestamptz not null,
  primary key (function_id, expression)
);
