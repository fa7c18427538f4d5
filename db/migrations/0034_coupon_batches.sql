alter table coupon_batches
  -- What was counted at the end: requested, generated, distinct, replaced, refused, millis.
  add column receipt jsonb,
  -- Extra codes that are given to nobody; they are no part of the quantity.
  add column honeytokens integer not null default 0 check (honeytokens between 0 and 1000),
  -- What the codes that are still to be written will be, and what the last act made of the others.
  add column is_disabled boolean not null default false;
--> statement-breakpoint
-- Codes of a file that was checked, each once, until they are written or the job expires.
create table coupon_import_rows (
  workspace_id uuid not null,
  job_id uuid not null,
  code_key text collate "C" not null,
  line integer not null,
  code text collate "C" not null,
  primary key (workspace_id, job_id, code_key),
  foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create index coupon_import_rows_line on coupon_import_rows (workspace_id, job_id, line);
--> statement-breakpoint
do $$
begin
  alter table coupon_import_rows enable row level security;
  alter table coupon_import_rows force row level security;
  create policy workspace_isolation on coupon_import_rows using (
    workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)
    or (select current_setting('app.system', true) = 'on'));
end $$;
