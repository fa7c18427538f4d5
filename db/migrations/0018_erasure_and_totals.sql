-- Since when nobody gets in any more; its rows follow, batch by batch.
alter table workspaces add column deleted_at timestamptz;
--> statement-breakpoint
create index workspaces_deleted on workspaces (deleted_at) where deleted_at is not null;
--> statement-breakpoint
-- What workspaces deleted until now left behind: the partitioned tables refer to nothing that would have taken them along.
do $$
declare partitioned text;
begin
  perform set_config('app.system', 'on', true);
  foreach partitioned in array array['notifications', 'deliveries', 'skips'] loop
    execute format('delete from %I p where not exists (select 1 from workspaces w where w.id = p.workspace_id)', partitioned);
  end loop;
  perform set_config('app.system', '', true);
end $$;
--> statement-breakpoint
-- What a workspace has ever sent, kept with the hours: adding them up takes longer with every hour that passes.
create table workspace_totals (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  sent bigint not null default 0
) with (fillfactor = 50);
--> statement-breakpoint
alter table workspace_totals enable row level security;
--> statement-breakpoint
alter table workspace_totals force row level security;
--> statement-breakpoint
create policy workspace_isolation on workspace_totals using (
  workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)
  or (select current_setting('app.system', true) = 'on'));
--> statement-breakpoint
do $$
begin
  perform set_config('app.system', 'on', true);
  insert into workspace_totals (workspace_id, sent) select workspace_id, sum(sent) from campaign_hours group by 1;
  perform set_config('app.system', '', true);
end $$;
