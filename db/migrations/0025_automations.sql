-- What happens to a person by itself: a trigger, waits, conditions, messages, rules that take people out.
create table automations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  status text not null default 'draft',
  draft jsonb not null,
  -- Raised on each change; an edit names the version it read.
  version integer not null default 1,
  -- The published definition that new people follow; null before the first.
  live_number integer,
  trigger_kind text not null,
  -- Names of the events that must be looked at while it is live or paused.
  listens text[] not null default '{}',
  -- Up to when a sweep has looked for people who came due.
  swept_until timestamptz,
  -- The notification document it was made of, to be given back as it was.
  document jsonb,
  created_by text not null,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
--> statement-breakpoint
create index automations_open on automations (workspace_id) where status in ('live', 'paused');
--> statement-breakpoint
create table automation_versions (
  workspace_id uuid not null,
  automation_id uuid not null,
  number integer not null,
  definition jsonb not null,
  published_by text not null,
  published_at timestamptz not null default now(),
  primary key (workspace_id, automation_id, number),
  foreign key (workspace_id, automation_id) references automations (workspace_id, id) on delete cascade
);
--> statement-breakpoint
-- One person on the way through one version of an automation, about one thing: the row is the truth, and its timer.
create table enrolments (
  workspace_id uuid not null,
  id uuid not null,
  automation_id uuid not null,
  version_number integer not null,
  contact_id uuid not null,
  -- What it is about: once per automation, person and key.
  entry_key text not null,
  subject jsonb not null,
  status text not null default 'active',
  exit_reason text,
  -- The step at which the person waits; null at the trigger.
  step_id uuid,
  due_at timestamptz,
  -- When the trigger happened; what happens later may take the person out.
  triggered_at timestamptz not null,
  -- Of the trigger's event, for the messages.
  properties jsonb not null,
  is_test boolean not null default false,
  skip_waits boolean not null default false,
  -- How many entries of the timeline there are.
  passages integer not null default 0,
  entered_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, automation_id, version_number)
    references automation_versions (workspace_id, automation_id, number) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create unique index enrolments_entry on enrolments (workspace_id, automation_id, contact_id, entry_key);
--> statement-breakpoint
-- By automation, so that what waits in a paused one stands in nobody's way.
create index enrolments_due on enrolments (workspace_id, automation_id, due_at) where status = 'active' and not is_test;
--> statement-breakpoint
create index enrolments_tests_due on enrolments (workspace_id, due_at) where status = 'active' and is_test;
--> statement-breakpoint
create index enrolments_contact on enrolments (workspace_id, contact_id, id);
--> statement-breakpoint
-- With what counting those inside asks, so that it reads nothing but the index.
create index enrolments_waiting on enrolments (workspace_id, automation_id, step_id) include (is_test, version_number)
  where status = 'active';
--> statement-breakpoint
create index enrolments_recent on enrolments (workspace_id, automation_id, id);
--> statement-breakpoint
create index enrolments_ended on enrolments (workspace_id, automation_id, ended_at) where ended_at is not null;
--> statement-breakpoint
-- Everything that happened to somebody on the way, with its reason; kept by month of the enrolment.
create table enrolment_passages (
  workspace_id uuid not null,
  enrolment_id uuid not null,
  position integer not null,
  at timestamptz not null,
  step_id uuid,
  outcome text not null,
  reason text,
  detail jsonb not null,
  run_id uuid,
  primary key (workspace_id, enrolment_id, position)
) partition by range (enrolment_id);
--> statement-breakpoint
create table enrolment_passages_default partition of enrolment_passages default;
--> statement-breakpoint
-- How many came to which end at each step, written with the passages they count. The trigger is the nil uuid.
create table automation_totals (
  workspace_id uuid not null,
  automation_id uuid not null,
  step_id uuid not null,
  outcome text not null,
  reason text not null default '',
  people integer not null,
  primary key (workspace_id, automation_id, step_id, outcome, reason),
  foreign key (workspace_id, automation_id) references automations (workspace_id, id) on delete cascade
);
--> statement-breakpoint
-- These events at these times must give these messages.
create table automation_tests (
  workspace_id uuid not null,
  automation_id uuid not null,
  id uuid not null,
  name text not null,
  scenario jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, automation_id, id),
  foreign key (workspace_id, automation_id) references automations (workspace_id, id) on delete cascade
);
--> statement-breakpoint
-- A message of an automation is reported like a campaign, under the id of its step.
alter table campaigns add column automation_id uuid;
--> statement-breakpoint
alter table campaigns add foreign key (workspace_id, automation_id)
  references automations (workspace_id, id) on delete cascade;
--> statement-breakpoint
create index campaigns_automation on campaigns (workspace_id, automation_id) where automation_id is not null;
--> statement-breakpoint
-- The last order before a cart, however much else a person did.
create index events_orders on events (workspace_id, contact_id, id) where name = 'order_completed';
--> statement-breakpoint
-- Whoever was last active in a stretch of time, and whose birthday it is, without reading the others.
create index contacts_last_active on contacts (workspace_id, last_active_at, id) where last_active_at is not null;
--> statement-breakpoint
-- Month times a hundred plus day. A column: under row-level security no expression over `extract` is looked up in an index.
alter table contacts add column birth_day smallint
  generated always as (extract(month from birth_date) * 100 + extract(day from birth_date)) stored;
--> statement-breakpoint
create index contacts_birthday on contacts (workspace_id, birth_day, id) where birth_day is not null;
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['automations', 'automation_versions', 'enrolments', 'enrolment_passages',
      'enrolment_passages_default', 'automation_totals', 'automation_tests'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
--> statement-breakpoint
select create_partitions(now() - interval '4 months', now() + interval '3 months');
