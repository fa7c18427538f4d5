-- Words about messages whose own result is not written yet: a provider may tell of an arrival before it answers us.
create table early_receipts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  provider_message_id text not null,
  type text not null check (type in ('delivered', 'failed')),
  code text,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (workspace_id, provider_message_id, type)
);
--> statement-breakpoint
create index early_receipts_age on early_receipts (received_at);
--> statement-breakpoint
alter table early_receipts enable row level security;
--> statement-breakpoint
alter table early_receipts force row level security;
--> statement-breakpoint
create policy workspace_isolation on early_receipts using (
  workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)
  or (select current_setting('app.system', true) = 'on'));
