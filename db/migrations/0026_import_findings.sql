-- Who holds an address so far, as a check of a file has read it.
alter table job_sightings add column holder uuid;
--> statement-breakpoint
-- Whose addresses an import gave to others, so that undoing it gives them back.
create table moved_addresses (
  workspace_id uuid not null,
  job_id uuid not null,
  subscription_id uuid not null,
  contact_id uuid not null,
  status text not null,
  primary key (workspace_id, job_id, subscription_id),
  foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create index moved_addresses_contact on moved_addresses (workspace_id, contact_id);
--> statement-breakpoint
alter table moved_addresses enable row level security;
--> statement-breakpoint
alter table moved_addresses force row level security;
--> statement-breakpoint
create policy workspace_isolation on moved_addresses using (
  workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)
  or (select current_setting('app.system', true) = 'on'));
--> statement-breakpoint
-- Everything that is wrong with a refused row, not only what was found first.
alter table job_errors add column problems jsonb not null default '[]';
--> statement-breakpoint
do $$
begin
  perform set_config('app.system', 'on', true);
  update job_errors set problems = jsonb_build_array(jsonb_build_object('reason', reason, 'column', column_name));
  perform set_config('app.system', '', true);
end $$;
--> statement-breakpoint
alter table job_errors alter column problems drop default, drop column reason, drop column column_name;
