alter table jobs
  add column cursor jsonb,
  add column fence uuid,
  add column active_millis integer not null default 0,
  add column expires_at timestamptz;
--> statement-breakpoint
create index jobs_expiry on jobs (expires_at);
--> statement-breakpoint
create table job_errors (
  workspace_id uuid not null,
  job_id uuid not null,
  line integer not null,
  reason text not null,
  column_name text not null default '',
  fields jsonb not null,
  primary key (workspace_id, job_id, line),
  foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create table job_sightings (
  workspace_id uuid not null,
  job_id uuid not null,
  key uuid not null,
  primary key (workspace_id, job_id, key),
  foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
);
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['job_errors', 'job_sightings'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy workspace_isolation on %I using (
         workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid
         or current_setting(''app.system'', true) = ''on'')', tenant_table);
  end loop;
end $$;
