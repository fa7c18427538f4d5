-- The second wall: every table with a workspace_id shows a transaction only the workspace it has named,
-- or everything when it has declared itself a system transaction.
do $$
declare tenant_table regclass;
begin
  for tenant_table in
    select c.oid::regclass from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
      'create policy workspace_isolation on %s using (
         workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid
         or current_setting(''app.system'', true) = ''on'')', tenant_table);
  end loop;
end $$;
