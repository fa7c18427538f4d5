-- Settings are read once per statement instead of once per row: a scalar subquery is a constant to the executor.
do $$
declare tenant_table regclass;
begin
  for tenant_table in select polrelid::regclass from pg_policy where polname = 'workspace_isolation' loop
    execute format(
      'alter policy workspace_isolation on %s using (
         workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
         or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
