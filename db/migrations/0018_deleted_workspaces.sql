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
