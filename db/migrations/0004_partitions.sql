-- Values that one send-now gave for one person; absent for campaigns.
alter table notifications add column variables jsonb;
--> statement-breakpoint
create function first_id_at(instant timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
--> statement-breakpoint
-- Makes the monthly partitions of a span of time; months that exist already stay as they are.
create function create_partitions(from_instant timestamptz, to_instant timestamptz) returns void language plpgsql as $$
declare
  month timestamptz;
  parent text;
  child text;
begin
  for month in select generate_series(date_trunc('month', from_instant at time zone 'UTC') at time zone 'UTC',
      to_instant, interval '1 month') loop
    foreach parent in array array['notifications', 'deliveries', 'skips'] loop
      child := parent || to_char(month at time zone 'UTC', '_YYYYMM');
      if to_regclass(child) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)', child, parent,
          first_id_at(month), first_id_at(month + interval '1 month'));
        execute format('alter table %I enable row level security', child);
        execute format('alter table %I force row level security', child);
        execute format('create policy workspace_isolation on %I using (
          workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid
          or current_setting(''app.system'', true) = ''on'')', child);
      end if;
    end loop;
  end loop;
end $$;
--> statement-breakpoint
select create_partitions(now() - interval '4 months', now() + interval '3 months');
--> statement-breakpoint
-- Counts by `skipped:<reason>` and `failed:<code>`, kept by whoever holds the lease.
alter table run_chunks add column reasons jsonb not null default '{}';
--> statement-breakpoint
drop index deliveries_receipt;
--> statement-breakpoint
create index deliveries_receipt on deliveries (workspace_id, provider_message_id)
  where provider_message_id is not null and channel in ('sms', 'whatsapp', 'email');
