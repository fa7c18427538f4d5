alter table workspaces add column sending_rules jsonb not null
  default '{"windows": {}, "unknownZone": "workspace", "spreadMinutes": 30, "caps": []}';
--> statement-breakpoint
-- `starts_at`: when the next run opens, which for people's own clocks is before the time they get it at.
alter table campaigns add column starts_at timestamptz;
--> statement-breakpoint
alter table campaigns add column timing jsonb not null default '{"clock": "workspace", "timeZone": null,
  "whenPast": "next_day", "sendingWindow": "workspace", "recurrence": null, "throttlePerMinute": null,
  "expiresAt": null, "latenessMinutesMax": 60}';
--> statement-breakpoint
-- `timing`: the rules of a run as they were when it opened. `deferrals`: how many groups of people were put off so far.
alter table runs
  add column timing jsonb,
  add column deferrals integer not null default 0,
  add column lateness_accepted boolean not null default false;
--> statement-breakpoint
-- Which group of people a person is sent to with: 0 at once, above it by planned time, below it whoever was put off.
alter table notifications add column wave integer not null default 0;
--> statement-breakpoint
create index notifications_wave on notifications (workspace_id, run_id, wave, contact_id) where wave <> 0;
--> statement-breakpoint
-- `retry_contact_id`: how far a pass over people who had been asked before may have asked again.
alter table run_chunks
  add column retry_contact_id uuid,
  add column wave integer not null default 0,
  add column due_at timestamptz;
--> statement-breakpoint
alter table subscriptions add column time_zone text;
--> statement-breakpoint
alter table contacts add column preferred_hour smallint check (preferred_hour between 0 and 23);
--> statement-breakpoint
-- When people opened and clicked, by hour of the week on their own clock; what best times are learnt from.
create table contact_hours (
  workspace_id uuid not null,
  contact_id uuid not null,
  hours smallint[] not null check (cardinality(hours) = 168),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create table workspace_hours (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  hours integer[] not null check (cardinality(hours) = 168),
  updated_at timestamptz not null default now()
);
--> statement-breakpoint
-- Messages that count against frequency caps: reserved by what is planned, used by what went out.
create table contact_slots (
  workspace_id uuid not null,
  contact_id uuid not null,
  run_id uuid not null,
  channel text not null,
  category text not null,
  at timestamptz not null,
  priority smallint not null,
  is_used boolean not null default false,
  primary key (workspace_id, contact_id, run_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, run_id) references runs (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create index contact_slots_run on contact_slots (workspace_id, run_id);
--> statement-breakpoint
create index contact_slots_age on contact_slots (at);
--> statement-breakpoint
-- The pace of a campaign that may not send faster.
create table run_buckets (
  workspace_id uuid not null,
  run_id uuid not null,
  theoretical_arrival_at timestamptz not null,
  primary key (workspace_id, run_id),
  foreign key (workspace_id, run_id) references runs (workspace_id, id) on delete cascade
);
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['contact_hours', 'workspace_hours', 'contact_slots', 'run_buckets'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
