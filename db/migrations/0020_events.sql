-- What happened, told by the customer or seen by us. An id begins with the time of the event and ends in a hash of the
-- caller's id of it, so that a range of ids is a range of time and a repeat meets its first copy in its own partition.
create table events (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  contact_id uuid not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  source text not null,
  properties jsonb not null,
  campaign_id uuid,
  run_id uuid,
  primary key (workspace_id, id)
) partition by range (id);
--> statement-breakpoint
create index events_contact on events (workspace_id, contact_id, id);
--> statement-breakpoint
create index events_name on events (workspace_id, name, id);
--> statement-breakpoint
create table events_default partition of events default;
--> statement-breakpoint
-- Other names of a contact: ids of a browser before it said who uses it, and ids of contacts that became this one.
create table contact_aliases (
  workspace_id uuid not null,
  alias text not null,
  contact_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, alias),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
--> statement-breakpoint
create index contact_aliases_contact on contact_aliases (workspace_id, contact_id);
--> statement-breakpoint
-- Names that somebody waits for; events of other names never leave their table.
create table event_listeners (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  event_name text not null,
  primary key (workspace_id, event_name)
);
--> statement-breakpoint
-- Who said each trait and when; absent: all of them were last said by the API when the row was updated.
alter table contacts add column trait_sources jsonb;
--> statement-breakpoint
-- A publishable key stands in web pages: it is kept readable, and works from its origins only.
alter table api_keys
  add column kind text not null default 'secret',
  add column origins text[] not null default '{}',
  add column publishable_key text;
--> statement-breakpoint
-- Every table that is cut by ranges of ids gets its months.
create or replace function create_partitions(from_instant timestamptz, to_instant timestamptz) returns void language plpgsql as $$
declare
  month timestamptz;
  parent text;
  child text;
begin
  for month in select generate_series(date_trunc('month', from_instant at time zone 'UTC') at time zone 'UTC',
      to_instant, interval '1 month') loop
    for parent in
      select c.relname from pg_partitioned_table p
      join pg_class c on c.oid = p.partrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
      where c.relnamespace = 'public'::regnamespace and p.partstrat = 'r' and a.atttypid = 'uuid'::regtype
      order by c.relname
    loop
      child := parent || to_char(month at time zone 'UTC', '_YYYYMM');
      if to_regclass(child) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)', child, parent,
          first_id_at(month), first_id_at(month + interval '1 month'));
        execute format('alter table %I enable row level security', child);
        execute format('alter table %I force row level security', child);
        execute format('create policy workspace_isolation on %I using (
          workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
          or (select current_setting(''app.system'', true) = ''on''))', child);
      end if;
    end loop;
  end loop;
end $$;
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['events', 'events_default', 'contact_aliases', 'event_listeners'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
--> statement-breakpoint
select create_partitions(now() - interval '4 months', now() + interval '3 months');
--> statement-breakpoint
-- Who did what with a message, once for each person, link and kind of onlooker: tells the first time from the others.
-- Link 0 is the message as a whole.
create table engagements (
  workspace_id uuid not null,
  run_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  link_no smallint not null,
  is_automated boolean not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  total integer not null,
  primary key (workspace_id, run_id, contact_id, kind, link_no, is_automated)
) partition by range (run_id);
--> statement-breakpoint
create table engagements_default partition of engagements default;
--> statement-breakpoint
-- Hourly totals per variant and link; link 0 is the message as a whole.
create table link_hours (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  campaign_id uuid not null,
  hour timestamptz not null,
  variant smallint not null,
  link_no smallint not null,
  url text not null,
  opened integer not null default 0,
  opens integer not null default 0,
  clicked integer not null default 0,
  clicks integer not null default 0,
  automated integer not null default 0,
  primary key (workspace_id, campaign_id, hour, variant, link_no)
);
--> statement-breakpoint
-- `opened` and `clicked` count people, these count times; what machines did counts apart.
alter table campaign_hours
  add column opens integer not null default 0,
  add column clicks integer not null default 0,
  add column automated_opens integer not null default 0,
  add column automated_clicks integer not null default 0;
--> statement-breakpoint
-- What is noticed of the messages; null: what is usual on the channel.
alter table campaigns add column tracking jsonb;
--> statement-breakpoint
alter table runs add column tracking jsonb;
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['engagements', 'engagements_default', 'link_hours'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
--> statement-breakpoint
select create_partitions(now() - interval '4 months', now() + interval '3 months');
