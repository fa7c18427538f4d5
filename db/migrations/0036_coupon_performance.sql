-- Of several events for one order the server's count before a browser's, and then the earliest: in whatever order they arrive.
alter table orders
  add column event_id uuid not null default gen_random_uuid(),
  add column is_from_server boolean not null default true;
--> statement-breakpoint
create index orders_updated on orders (workspace_id, updated_at);
--> statement-breakpoint
-- Each once, also before its order is known. No amount: the whole order.
create table order_refunds (
  workspace_id uuid not null,
  order_id text collate "C" not null,
  -- The customer's own, or the event's.
  refund_id text collate "C" not null,
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  refunded_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, order_id, refund_id),
  check ((amount_minor is null) = (currency is null))
);
--> statement-breakpoint
create index coupon_redemptions_redeemed on coupon_redemptions (workspace_id, redeemed_at) where redeemed_at is not null;
--> statement-breakpoint
create index coupon_redemptions_reversed on coupon_redemptions (workspace_id, reversed_at) where reversed_at is not null;
--> statement-breakpoint
create index coupon_redemptions_order on coupon_redemptions (workspace_id, order_id) where order_id is not null;
--> statement-breakpoint
-- Rows come in the order of time, a million at once: the ranges of their pages are enough.
create index code_allocations_time on code_allocations using brin (allocated_at);
--> statement-breakpoint
alter table campaign_performance
  -- Redemptions that cost something; orders that are attributed.
  add column paid integer not null default 0,
  add column orders integer not null default 0;
--> statement-breakpoint
-- Until when the changes of ledger and orders are in `campaign_performance`, and for which zone.
create table performance_states (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  computed_until timestamptz not null,
  time_zone text not null
);
--> statement-breakpoint
-- Hours to compute anew of which no row tells any more: an order has left them, or somebody asked.
create table stale_performance_hours (
  workspace_id uuid not null,
  hour timestamptz not null,
  primary key (workspace_id, hour)
);
--> statement-breakpoint
-- The UTC hour; its quarters where the zone is no whole hour from UTC, so that a local day begins with a bucket.
create function performance_bucket(at timestamptz, zone text) returns timestamptz
  language sql immutable parallel safe
  return case when extract(minute from at at time zone zone) = extract(minute from at at time zone 'UTC')
    then date_trunc('hour', at, 'UTC')
    else date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00') end;
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['order_refunds', 'performance_states', 'stale_performance_hours'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
--> statement-breakpoint
-- Offers that may be used now. No limit is null, and then nothing remains of one either.
create view active_campaigns with (security_invoker = true) as
  select o.workspace_id, o.id as offer_id, o.name, o.campaign_name, o.goal, o.kind, o.plan_id, o.starts_at, o.ends_at,
    o.utm_source, o.utm_medium, o.utm_campaign, o.uses_max, c.taken as current_uses,
    o.uses_max - c.taken as remaining_uses, round(100.0 * c.taken / o.uses_max, 2) as usage_percentage
  from offers o
  cross join lateral (
    select coalesce(sum(n.taken), 0)::integer as taken from offer_counters n
    where n.workspace_id = o.workspace_id and n.offer_id = o.id) c
  where o.state = 'active' and now() >= o.starts_at and (o.ends_at is null or now() < o.ends_at)
    and (o.uses_max is null or c.taken < o.uses_max);
--> statement-breakpoint
-- One row for each offer and currency; an offer without any money has one with a null currency.
create view coupon_performance_summary with (security_invoker = true) as
  select o.workspace_id, o.id as offer_id, o.name, o.campaign_name, o.uses_max, c.taken as current_uses,
    round(100.0 * c.taken / o.uses_max, 2) as usage_rate, u.actual_uses, u.contacts, m.currency,
    coalesce(m.revenue_minor, 0) as total_revenue_minor, coalesce(m.granted_minor, 0) as granted_minor,
    coalesce(m.attributed_minor, 0) as attributed_minor
  from offers o
  cross join lateral (
    select coalesce(sum(n.taken), 0)::integer as taken from offer_counters n
    where n.workspace_id = o.workspace_id and n.offer_id = o.id) c
  cross join lateral (
    select count(*) as actual_uses, count(distinct r.contact_id) as contacts from coupon_redemptions r
    where r.workspace_id = o.workspace_id and r.offer_id = o.id and r.status = 'redeemed') u
  left join lateral (
    select a.currency, sum(a.revenue_minor)::bigint as revenue_minor, sum(a.granted_minor)::bigint as granted_minor,
      sum(a.attributed_minor)::bigint as attributed_minor
    from (
      select r.currency, coalesce(r.paid_minor, 0) as revenue_minor,
        coalesce(greatest(r.list_minor - r.paid_minor, 0), 0) as granted_minor, 0 as attributed_minor
      from coupon_redemptions r
      where r.workspace_id = o.workspace_id and r.offer_id = o.id and r.status = 'redeemed' and r.currency is not null
      union all
      select d.currency, 0, 0, d.total_minor - d.refunded_minor
      from coupon_redemptions r
      join orders d on d.workspace_id = r.workspace_id and d.redemption_id = r.id
      where r.workspace_id = o.workspace_id and r.offer_id = o.id and r.status = 'redeemed') a
    group by a.currency) m on true;
