-- Partitioned by run id: UUIDv7 ids begin with their time, so a range of ids is a range of time, and the unique
-- key (workspace, run, contact) holds the partition key.
create table notifications (
  workspace_id uuid not null,
  run_id uuid not null,
  contact_id uuid not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (workspace_id, run_id, contact_id)
) partition by range (run_id);
--> statement-breakpoint
create index notifications_contact on notifications (workspace_id, contact_id, run_id);
--> statement-breakpoint
-- Results are appended, once per endpoint; a retry or a receipt is the rare update.
create table deliveries (
  workspace_id uuid not null,
  run_id uuid not null,
  contact_id uuid not null,
  subscription_id uuid not null,
  channel text not null,
  provider_id uuid not null,
  status text not null,
  attempts smallint not null default 1,
  code text,
  detail text,
  provider_message_id text,
  sent_at timestamptz not null default now(),
  delivered_at timestamptz,
  failed_at timestamptz,
  primary key (workspace_id, run_id, contact_id, subscription_id)
) partition by range (run_id);
--> statement-breakpoint
create index deliveries_receipt on deliveries (workspace_id, provider_message_id) where provider_message_id is not null and channel in ('sms', 'whatsapp');
--> statement-breakpoint
-- Why a notification was not sent: the gate that stopped it and what the gate saw.
create table skips (
  workspace_id uuid not null,
  run_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  inputs jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (workspace_id, run_id, contact_id)
) partition by range (run_id);
--> statement-breakpoint
create table notifications_default partition of notifications default;
--> statement-breakpoint
create table deliveries_default partition of deliveries default;
--> statement-breakpoint
create table skips_default partition of skips default;
--> statement-breakpoint
-- A token bucket per provider, taken many tokens at a time.
create table provider_buckets (
  workspace_id uuid not null,
  provider_id uuid not null,
  theoretical_arrival_at timestamptz not null,
  primary key (workspace_id, provider_id),
  foreign key (workspace_id, provider_id) references providers (workspace_id, id) on delete cascade
);
--> statement-breakpoint
alter table rate_limits set unlogged;
--> statement-breakpoint
alter table run_chunks set (fillfactor = 70);
