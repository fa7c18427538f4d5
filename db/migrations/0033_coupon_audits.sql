-- What the last look at the coupon ledger found, of each workspace.
create table coupon_audits (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  checked_at timestamptz not null,
  -- How many things did not agree.
  off integer not null check (off >= 0),
  -- `lib/domain/coupons/ledger/invariant.ts`: each check with what it found.
  checks jsonb not null
);
--> statement-breakpoint
-- The newest refusals of one reason.
create index coupon_refusals_reason on coupon_refusals (workspace_id, reason, id);
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['coupon_audits'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
