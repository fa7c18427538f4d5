alter table providers alter column status set default 'inactive';
--> statement-breakpoint
update providers set status = 'inactive' where status not in ('active', 'inactive');
--> statement-breakpoint
alter table providers
  add constraint providers_status check (status in ('active', 'inactive')),
  add constraint providers_rate check (rate_per_second between 1 and 100000),
  add column credentials_changed_at timestamptz not null default now(),
  add column credentials_changed_by text not null default '',
  add column verified_at timestamptz,
  add column refused_at timestamptz;
--> statement-breakpoint
create index providers_channel on providers (workspace_id, channel, id);
--> statement-breakpoint
-- What a provider answered, by the hour: health is read from the last 24 rows, never from deliveries.
create table provider_hours (
  workspace_id uuid not null,
  provider_id uuid not null,
  hour timestamptz not null,
  accepted integer not null default 0,
  rejected integer not null default 0,
  faulted integer not null default 0,
  primary key (workspace_id, provider_id, hour),
  foreign key (workspace_id, provider_id) references providers (workspace_id, id) on delete cascade
) with (fillfactor = 70);
--> statement-breakpoint
alter table provider_hours enable row level security;
--> statement-breakpoint
alter table provider_hours force row level security;
--> statement-breakpoint
create policy workspace_isolation on provider_hours using (
  workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
  or current_setting('app.system', true) = 'on');
