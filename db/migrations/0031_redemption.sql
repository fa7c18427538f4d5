-- What a use took of limits and budgets, to be given back exactly, whatever the offer says by then.
alter table coupon_redemptions add column limits_taken jsonb;
--> statement-breakpoint
-- Addresses and browsers that are still kept: they go after some days.
create index coupon_redemptions_traces on coupon_redemptions (workspace_id, id) where ip is not null or user_agent is not null;
--> statement-breakpoint
create index coupon_refusals_traces on coupon_refusals (workspace_id, id) where ip is not null or user_agent is not null;
--> statement-breakpoint
create type coupon_limit_use as (
  -- Rows are locked in this order: those that most share come last.
  place smallint,
  offer_id uuid,
  scope text,
  subject text,
  period text,
  period_start timestamptz,
  amount bigint,
  max bigint
);
--> statement-breakpoint
create type coupon_use as (offer_id uuid, code_key text, code_max integer);
--> statement-breakpoint
create type coupon_verdict as (
  -- Null: nothing stands against it.
  reason text,
  rule text,
  seen text,
  needed text,
  is_guess boolean,
  offer_id uuid,
  offer_version integer,
  segment jsonb,
  batch_id uuid,
  run_id uuid,
  code_max integer,
  contact_max integer,
  live integer,
  hold_seconds integer,
  plan_id uuid,
  tier text,
  months integer,
  days integer,
  list_minor bigint,
  paid_minor bigint,
  currency text,
  limits coupon_limit_use[]
);
--> statement-breakpoint
-- As it stands in answers and in what was refused.
create function instant_text(p_instant timestamptz) returns text language sql immutable as $$
  select to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
--> statement-breakpoint
-- Everything that may speak against a use, in the order in which it is told. It changes nothing: what it lets through is
-- guarded again by whoever takes.
create function judge_coupon(p_workspace uuid, p_item jsonb, p_contact uuid, p_now timestamptz) returns coupon_verdict
language plpgsql as $$
declare
  v coupon_verdict;
  v_code coupon_codes%rowtype;
  v_offer offers%rowtype;
  v_plan membership_plans%rowtype;
  v_order text := p_item ->> 'orderId';
  v_total bigint := (p_item ->> 'orderMinor')::bigint;
  v_rules jsonb;
  v_local timestamp;
  v_minute integer;
  v_day integer;
  v_taken bigint;
  v_max integer;
  v_domain text;
  v_given bigint;
  v_text text;
  v_limit jsonb;
  v_use coupon_limit_use;
  v_other record;
  v_allocated uuid;
  v_since timestamptz;
  v_is_new boolean;
begin
  v.is_guess := false;
  v.limits := '{}';
  select * into v_code from coupon_codes c where c.workspace_id = p_workspace and c.code_key = p_item ->> 'codeKey';
  if not found or v_code.is_honeytoken then
    v.reason := case when v_code.is_honeytoken then 'honeytoken' else 'not_found' end;
    v.batch_id := v_code.batch_id;
    v.offer_id := v_code.offer_id;
    v.is_guess := true;
    return v;
  end if;
  select * into v_offer from offers o where o.workspace_id = p_workspace and o.id = v_code.offer_id;
  v.offer_id := v_offer.id;
  v.offer_version := v_offer.version;
  v.batch_id := v_code.batch_id;
  v.code_max := v_offer.uses_per_code_max;
  v.contact_max := v_offer.uses_per_contact_max;
  v.hold_seconds := v_offer.hold_seconds;
  v_rules := v_offer.restrictions;
  if v_code.batch_id is not null then
    select a.contact_id, a.run_id into v_allocated, v.run_id from code_allocations a
      where a.workspace_id = p_workspace and a.batch_id = v_code.batch_id and a.seq = v_code.seq;
    select b.source into v_text from coupon_batches b where b.workspace_id = p_workspace and b.id = v_code.batch_id;
  end if;

  if v_code.is_disabled then v.reason := 'disabled'; return v; end if;
  if v_text = 'sandbox' then v.reason := 'disabled'; v.rule := 'sandbox'; return v; end if;
  if v_offer.state = 'paused' then v.reason := 'paused'; return v; end if;
  if v_offer.state <> 'active' then v.reason := 'not_active'; v.seen := v_offer.state; v.needed := 'active'; return v; end if;
  if p_now < v_offer.starts_at then
    v.reason := 'not_started'; v.seen := instant_text(p_now); v.needed := instant_text(v_offer.starts_at); return v;
  end if;
  if p_now >= v_offer.ends_at then
    v.reason := 'expired'; v.seen := instant_text(p_now); v.needed := instant_text(v_offer.ends_at); return v;
  end if;
  v_local := p_now at time zone v_offer.time_zone;
  v_minute := extract(hour from v_local)::integer * 60 + extract(minute from v_local)::integer;
  v_day := extract(isodow from v_local)::integer;
  if v_offer.hours is not null then
    -- The early hours of a night belong to the day on which it began.
    select case when (h ->> 'to')::integer <= (h ->> 'from')::integer and v_minute < (h ->> 'to')::integer
        then (v_day + 5) % 7 + 1 else v_day end
      into v_day from jsonb_array_elements(v_offer.hours) h
      where case when (h ->> 'to')::integer > (h ->> 'from')::integer
        then v_minute >= (h ->> 'from')::integer and v_minute < (h ->> 'to')::integer
        else v_minute >= (h ->> 'from')::integer or v_minute < (h ->> 'to')::integer end
      limit 1;
    if not found then
      v.reason := 'not_now'; v.rule := 'hours'; v.seen := to_char(v_local, 'HH24:MI'); v.needed := v_offer.hours::text; return v;
    end if;
  end if;
  if v_offer.weekdays is not null and not v_day = any (v_offer.weekdays) then
    v.reason := 'not_now'; v.rule := 'weekdays'; v.seen := v_day::text; v.needed := array_to_string(v_offer.weekdays, ','); return v;
  end if;

  if v_code.contact_id <> p_contact
    or ((v_rules ->> 'holderOnly')::boolean and coalesce(v_code.contact_id, v_allocated) is distinct from p_contact) then
    v.reason := 'not_holder'; return v;
  end if;

  v.reason := 'not_eligible';
  if v_rules ? 'domains' then
    v.rule := 'domains';
    -- The address that mail goes to: the first that is active.
    select lower(split_part(s.address, '@', -1)) into v_domain from subscriptions s
      where s.workspace_id = p_workspace and s.contact_id = p_contact and s.channel = 'email' and s.status = 'active'
      order by s.id limit 1;
    v.seen := v_domain;
    v.needed := (select string_agg(d, ', ') from jsonb_array_elements_text(v_rules -> 'domains') d);
    if v_domain is null or not exists (select 1 from jsonb_array_elements_text(v_rules -> 'domains') d
        where case when d like '*.%' then right(v_domain, length(d) - 1) = lower(substr(d, 2)) else v_domain = lower(d) end) then
      return v;
    end if;
  end if;
  if v_rules ? 'userTypes' then
    v_is_new := not exists (select 1 from orders r where r.workspace_id = p_workspace and r.contact_id = p_contact)
      and not exists (select 1 from coupon_redemptions r where r.workspace_id = p_workspace and r.contact_id = p_contact
        and r.status in ('held', 'redeemed'));
    v.rule := 'user_types';
    v.seen := case when v_is_new then 'new' else 'existing' end;
    v.needed := (select string_agg(t, ', ') from jsonb_array_elements_text(v_rules -> 'userTypes') t);
    if not v_rules -> 'userTypes' ? v.seen then return v; end if;
  end if;
  if v_rules ? 'accountAgeDaysMin' then
    select c.created_at into v_since from contacts c where c.workspace_id = p_workspace and c.id = p_contact;
    v.rule := 'account_age';
    v.seen := floor(extract(epoch from p_now - v_since) / 86400)::text;
    v.needed := v_rules ->> 'accountAgeDaysMin';
    if p_now < v_since + make_interval(secs => (v_rules ->> 'accountAgeDaysMin')::integer * 86400) then return v; end if;
  end if;
  if (v_rules ->> 'firstPurchaseOnly')::boolean then
    v.rule := 'first_purchase'; v.seen := null; v.needed := null;
    if exists (select 1 from orders r where r.workspace_id = p_workspace and r.contact_id = p_contact
        and (v_order is null or r.order_id <> v_order))
      or exists (select 1 from coupon_redemptions r where r.workspace_id = p_workspace and r.contact_id = p_contact
        and r.status in ('held', 'redeemed') and (v_order is null or r.order_id is null or r.order_id <> v_order)) then
      return v;
    end if;
  end if;
  if v_total is null and (v_offer.kind <> 'membership' or v_rules ? 'orderMinorMin') then
    v.rule := 'order'; v.seen := null; v.needed := null; return v;
  end if;
  if v_total is not null and v_offer.currency is not null and p_item ->> 'currency' <> v_offer.currency then
    v.rule := 'currency'; v.seen := p_item ->> 'currency'; v.needed := v_offer.currency; return v;
  end if;
  if v_total < (v_rules ->> 'orderMinorMin')::bigint then
    v.rule := 'order_minimum'; v.seen := v_total::text; v.needed := v_rules ->> 'orderMinorMin'; return v;
  end if;
  if v_rules ? 'segment' then
    v.rule := 'segment'; v.seen := null; v.needed := null; v.segment := v_rules -> 'segment';
    -- Whoever asked has not judged it, or by rules that have changed since.
    if (p_item ->> 'audienceVersion')::integer is distinct from v_offer.version then v.reason := 'audience'; return v; end if;
    if not (p_item ->> 'audienceMet')::boolean then return v; end if;
  end if;
  v.reason := null; v.rule := null; v.seen := null; v.needed := null;

  for v_other in
    select w.key as name, o.stacking_class, o.stacks_with from jsonb_array_elements_text(p_item -> 'stackWith') w(key)
      left join coupon_codes c on c.workspace_id = p_workspace and c.code_key = w.key and not c.is_honeytoken
      left join offers o on o.workspace_id = p_workspace and o.id = c.offer_id
    union all
    select r.code_key, o.stacking_class, o.stacks_with from coupon_redemptions r
      join offers o on o.workspace_id = p_workspace and o.id = r.offer_id
      where v_order is not null and r.workspace_id = p_workspace and r.contact_id = p_contact and r.order_id = v_order
        and r.status in ('held', 'redeemed')
  loop
    if v_other.stacking_class is null or 'exclusive' in (v_offer.stacking_class, v_other.stacking_class)
      or not v_other.stacking_class = any (v_offer.stacks_with) or not v_offer.stacking_class = any (v_other.stacks_with) then
      v.reason := 'stacking_conflict'; v.rule := 'stacking';
      v.seen := v_other.name; v.needed := array_to_string(v_offer.stacks_with, ', ');
      -- A code that is nobody's is a guess here, too.
      v.is_guess := v_other.stacking_class is null;
      return v;
    end if;
  end loop;

  if v_offer.kind = 'membership' then
    select * into v_plan from membership_plans p where p.workspace_id = p_workspace and p.id = v_offer.plan_id;
    v.plan_id := v_plan.id;
    v.tier := v_plan.tier;
    v.months := v_offer.duration_months;
    v.days := v_offer.duration_days;
    v.list_minor := v_plan.price_minor;
    v.currency := v_plan.currency;
    -- What the order says was paid; without one the plan's reduced price, or nothing.
    v.paid_minor := least(v_plan.price_minor, coalesce(
      case when p_item ->> 'currency' = v_plan.currency then v_total end, v_plan.discount_price_minor, 0));
  else
    v.list_minor := v_total;
    v.currency := p_item ->> 'currency';
    v_given := case v_offer.kind
      when 'percent' then least(round(v_total::numeric * v_offer.discount_basis_points / 10000)::bigint, v_offer.discount_minor_max)
      else v_offer.discount_minor end;
    v.paid_minor := v_total - least(v_given, v_total);
  end if;

  select k.taken, k.uses_max into v_taken, v_max from offer_counters k where k.workspace_id = p_workspace and k.offer_id = v_offer.id;
  if v_taken >= v_max then v.reason := 'exhausted'; v.seen := v_taken::text; v.needed := v_max::text; return v; end if;
  if v_code.uses >= v.code_max then
    v.reason := 'code_exhausted'; v.seen := v_code.uses::text; v.needed := v.code_max::text; return v;
  end if;
  select count(*) into v.live from coupon_redemptions r where r.workspace_id = p_workspace and r.offer_id = v_offer.id
    and r.contact_id = p_contact and r.status in ('held', 'redeemed');
  if v.live >= v.contact_max then
    v.reason := 'contact_limit'; v.seen := v.live::text; v.needed := v.contact_max::text; return v;
  end if;
  v_use.offer_id := v_offer.id;
  for v_limit in select value from jsonb_array_elements(v_offer.period_limits) loop
    v_use.scope := v_limit ->> 'scope';
    v_use.place := case v_use.scope when 'code' then 1 when 'contact' then 2 else 3 end;
    v_use.subject := case v_use.scope when 'code' then v_code.code_key when 'contact' then p_contact::text else '' end;
    v_use.period := v_limit ->> 'period';
    v_use.period_start := date_trunc(v_use.period, v_local) at time zone v_offer.time_zone;
    v_use.amount := 1;
    v_use.max := (v_limit ->> 'max')::bigint;
    select l.taken into v_taken from offer_limits l where l.workspace_id = p_workspace and l.offer_id = v_use.offer_id
      and l.scope = v_use.scope and l.subject = v_use.subject and l.period = v_use.period and l.period_start = v_use.period_start;
    if v_taken >= v_use.max then
      v.reason := 'period_limit'; v.rule := v_use.scope || '_' || v_use.period; v.seen := v_taken::text; v.needed := v_use.max::text;
      return v;
    end if;
    v.limits := v.limits || v_use;
  end loop;
  if v_offer.budget_minor is not null then
    if v.currency <> v_offer.currency then
      v.reason := 'not_eligible'; v.rule := 'currency'; v.seen := v.currency; v.needed := v_offer.currency; return v;
    end if;
    v_given := v.list_minor - v.paid_minor;
    select l.taken into v_taken from offer_limits l where l.workspace_id = p_workspace and l.offer_id = v_offer.id
      and l.scope = 'budget' and l.subject = '' and l.period = 'ever' and l.period_start = 'epoch';
    if coalesce(v_taken, 0) + v_given > v_offer.budget_minor then
      v.reason := 'budget_exhausted'; v.seen := coalesce(v_taken, 0)::text; v.needed := v_offer.budget_minor::text; return v;
    end if;
    v.limits := v.limits || (4, v_offer.id, 'budget', '', 'ever', 'epoch', v_given, v_offer.budget_minor)::coupon_limit_use;
  end if;
  return v;
end $$;
--> statement-breakpoint
-- Where somebody's membership stands after all terms that were redeemed, each from when the one before it ends. Ends are counted
-- from the anchor: a month after a short month is no shorter. Whoever calls it has the person to themselves.
create function settle_membership(p_workspace uuid, p_contact uuid) returns void language plpgsql as $$
declare
  v_zone text;
  v_term record;
  v_now memberships%rowtype;
  v_is_forever boolean := false;
  v_end timestamptz;
  v_starts timestamptz;
begin
  select w.time_zone into v_zone from workspaces w where w.id = p_workspace;
  perform 1 from memberships m where m.workspace_id = p_workspace and m.contact_id = p_contact for update;
  for v_term in
    select r.id, r.plan_id, r.tier, r.months_granted, r.days_granted, r.redeemed_at, r.starts_at, r.expires_at
    from coupon_redemptions r
    where r.workspace_id = p_workspace and r.contact_id = p_contact and r.status = 'redeemed' and r.plan_id is not null
    order by r.redeemed_at, r.id
  loop
    v_starts := v_term.redeemed_at;
    if v_is_forever then
      null;
    elsif v_term.months_granted is null and v_term.days_granted is null then
      v_is_forever := true;
      v_now.plan_id := v_term.plan_id;
      v_now.tier := v_term.tier;
      if v_end is null or v_end <= v_term.redeemed_at then v_now.anchor_at := v_term.redeemed_at; end if;
      v_now.months_granted := coalesce(v_now.months_granted, 0);
      v_now.days_granted := coalesce(v_now.days_granted, 0);
      v_end := null;
    else
      if v_end is null or v_end <= v_term.redeemed_at then
        v_now.anchor_at := v_term.redeemed_at;
        v_now.months_granted := 0;
        v_now.days_granted := 0;
        v_now.tier := null;
      else
        v_starts := v_end;
      end if;
      v_now.months_granted := v_now.months_granted + coalesce(v_term.months_granted, 0);
      v_now.days_granted := v_now.days_granted + coalesce(v_term.days_granted, 0);
      -- Days to try do not take the name from what is paid for.
      if v_now.tier is null or v_now.tier = 'trial' or v_term.tier <> 'trial' then
        v_now.plan_id := v_term.plan_id;
        v_now.tier := v_term.tier;
      end if;
      -- No instant lies later than the year 2200: terms that would go further end there.
      v_end := least(((v_now.anchor_at at time zone v_zone) + make_interval(months => least(v_now.months_granted, 3600),
        days => least(v_now.days_granted, 109500))) at time zone v_zone, timestamptz '2200-01-01 00:00:00+00');
    end if;
    if v_term.starts_at is distinct from v_starts or v_term.expires_at is distinct from v_end then
      update coupon_redemptions set starts_at = v_starts, expires_at = v_end
        where workspace_id = p_workspace and id = v_term.id;
    end if;
  end loop;
  if v_now.anchor_at is null then
    delete from memberships m where m.workspace_id = p_workspace and m.contact_id = p_contact;
    return;
  end if;
  insert into memberships (workspace_id, contact_id, plan_id, tier, anchor_at, months_granted, days_granted, expires_at, updated_at)
  values (p_workspace, p_contact, v_now.plan_id, v_now.tier, v_now.anchor_at, v_now.months_granted, v_now.days_granted, v_end, now())
  on conflict (workspace_id, contact_id) do update set plan_id = excluded.plan_id, tier = excluded.tier,
    anchor_at = excluded.anchor_at, months_granted = excluded.months_granted, days_granted = excluded.days_granted,
    expires_at = excluded.expires_at, updated_at = excluded.updated_at;
end $$;
--> statement-breakpoint
-- A product event for those who wait for it.
create function note_redemption(p_workspace uuid, p_redemption uuid, p_event uuid) returns void language plpgsql as $$
declare
  v_row coupon_redemptions%rowtype;
begin
  perform 1 from event_listeners l where l.workspace_id = p_workspace and l.event_name = 'coupon_redeemed';
  if not found then return; end if;
  select * into v_row from coupon_redemptions r where r.workspace_id = p_workspace and r.id = p_redemption;
  if v_row.contact_id is null then return; end if;
  insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties, run_id)
  values (p_workspace, p_event, 'coupon_redeemed', v_row.contact_id, v_row.redeemed_at, 'api', jsonb_build_object(
    'redemption_id', 'rdm_' || replace(p_redemption::text, '-', ''), 'offer_id', 'ofr_' || replace(v_row.offer_id::text, '-', ''),
    'source', v_row.source, 'order_id', v_row.order_id, 'list_minor', v_row.list_minor, 'paid_minor', v_row.paid_minor,
    'currency', v_row.currency, 'tier', v_row.tier), v_row.run_id)
  on conflict do nothing;
  insert into workflow.outbox (id, name, data) values ('event-' || p_workspace || '-' || p_event, 'events/tracked',
    json_build_object('workspaceId', p_workspace, 'eventId', p_event, 'contactId', v_row.contact_id, 'name', 'coupon_redeemed'))
  on conflict (id) do nothing;
  perform pg_notify('workflow', 'outbox');
end $$;
--> statement-breakpoint
create function describe_redemption(p_workspace uuid, p_redemption uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'status', r.status, 'code', coalesce(c.code, r.code_key), 'offerId', r.offer_id,
    'offerName', o.name, 'kind', o.kind, 'batchId', r.batch_id, 'contactId', r.contact_id, 'holdExpiresAt', instant_text(r.hold_expires_at),
    'listMinor', r.list_minor, 'paidMinor', r.paid_minor, 'currency', r.currency, 'planId', r.plan_id, 'tier', r.tier,
    'months', r.months_granted, 'days', r.days_granted, 'startsAt', instant_text(r.starts_at), 'expiresAt', instant_text(r.expires_at),
    'orderId', r.order_id, 'source', r.source, 'metadata', r.metadata, 'createdAt', instant_text(r.created_at),
    'redeemedAt', instant_text(r.redeemed_at), 'reversedAt', instant_text(r.reversed_at), 'reversalReason', r.reversal_reason)
  from coupon_redemptions r
  join offers o on o.workspace_id = p_workspace and o.id = r.offer_id
  left join coupon_codes c on c.workspace_id = p_workspace and c.code_key = r.code_key
  where r.workspace_id = p_workspace and r.id = p_redemption
$$;
--> statement-breakpoint
-- Whether one more wrong code is within the quota, which is taken of when it is.
create function take_guess(p_key text, p_quota integer, p_seconds integer) returns boolean language sql as $$
  with taken as (
    insert into rate_limits as held (key, theoretical_arrival_at)
    values (p_key, clock_timestamp() + make_interval(secs => p_seconds::float8 / p_quota))
    on conflict (key) do update set theoretical_arrival_at =
      greatest(held.theoretical_arrival_at, clock_timestamp()) + make_interval(secs => p_seconds::float8 / p_quota)
      where greatest(held.theoretical_arrival_at, clock_timestamp()) + make_interval(secs => p_seconds::float8 / p_quota)
        <= clock_timestamp() + make_interval(secs => p_seconds)
    returning 1)
  select exists (select 1 from taken)
$$;
--> statement-breakpoint
-- Seconds until somebody who guessed too often is listened to again; null: now.
create function guess_wait(p_key text, p_quota integer, p_seconds integer) returns integer language sql stable as $$
  select ceil(extract(epoch from l.theoretical_arrival_at - clock_timestamp()) + p_seconds::float8 / p_quota - p_seconds)::integer
  from rate_limits l
  where l.key = p_key
    and l.theoretical_arrival_at + make_interval(secs => p_seconds::float8 / p_quota)
      > clock_timestamp() + make_interval(secs => p_seconds)
$$;
--> statement-breakpoint
-- Judges and takes each of the items, which are one kind: looks, or uses and holds. The counter of the offer is taken last, so
-- that nobody waits for more than the commit. Where a guard finds less than the judge saw, everything is taken back (PP001)
-- and whoever called tries the items one by one. Everywhere rows are locked in one order: people, ledger, codes, limits, counters.
create function take_coupons(p_workspace uuid, p_items jsonb, p_guesses jsonb) returns jsonb language plpgsql
set plan_cache_mode = force_generic_plan
-- Plans are made once for a session, and tables that are small then do not stay so.
set enable_seqscan = off
as $$
declare
  v_results jsonb[] := '{}';
  v_item jsonb;
  v_contacts uuid[] := '{}';
  v_contact uuid;
  v_position integer := 0;
  v_now timestamptz;
  v coupon_verdict;
  v_id uuid;
  v_old record;
  v_ordinal integer;
  v_answer jsonb;
  v_wait integer;
  v_uses coupon_use[] := '{}';
  v_limits coupon_limit_use[] := '{}';
  v_group record;
  v_key text;
  v_missed text[] := '{}';
  v_is_looking boolean := p_items -> 0 ->> 'act' = 'validate';
  v_network_quota integer := (p_guesses -> 'network' ->> 'quota')::integer;
  v_network_seconds integer := (p_guesses -> 'network' ->> 'seconds')::integer;
  v_contact_quota integer := (p_guesses -> 'contact' ->> 'quota')::integer;
  v_contact_seconds integer := (p_guesses -> 'contact' ->> 'seconds')::integer;
  v_workspace_quota integer := (p_guesses -> 'workspace' ->> 'quota')::integer;
  v_workspace_seconds integer := (p_guesses -> 'workspace' ->> 'seconds')::integer;
  v_is_alarm boolean := false;
begin
  for v_item in select value from jsonb_array_elements(p_items) loop
    v_contact := null;
    if v_item ->> 'contactId' is not null then
      select c.id into v_contact from contacts c where c.workspace_id = p_workspace and c.id = (v_item ->> 'contactId')::uuid;
      if not found then
        select a.contact_id into v_contact from contact_aliases a where a.workspace_id = p_workspace and a.alias = v_item ->> 'contactId';
      end if;
    else
      select c.id into v_contact from contacts c where c.workspace_id = p_workspace and c.external_id = v_item ->> 'externalId';
    end if;
    v_contacts := array_append(v_contacts, v_contact);
  end loop;
  if not v_is_looking then
    for v_group in select distinct hashtextextended(u.id::text, 31) as lock from unnest(v_contacts) u(id) where u.id is not null order by 1 loop
      perform pg_advisory_xact_lock(v_group.lock);
    end loop;
  end if;

  for v_item in select value from jsonb_array_elements(p_items) loop
    v_position := v_position + 1;
    v_contact := v_contacts[v_position];
    v_now := coalesce((v_item ->> 'at')::timestamptz, clock_timestamp());
    v_answer := null;
    v := null;

    if not v_is_looking then
      select r.id, r.request_hash into v_old from coupon_redemptions r
        where r.workspace_id = p_workspace and r.idempotency_key = v_item ->> 'key';
      if found then
        v_answer := case when v_old.request_hash = v_item ->> 'hash'
          then jsonb_build_object('reason', 'replayed', 'redemption', describe_redemption(p_workspace, v_old.id))
          else jsonb_build_object('reason', 'idempotency_conflict') end;
      end if;
    end if;
    if v_answer is null then
      v_wait := null;
      if v_item ->> 'network' is not null then
        v_wait := greatest(guess_wait('coupon:network:' || p_workspace || ':' || (v_item ->> 'network'), v_network_quota, v_network_seconds),
          guess_wait('coupon:workspace:' || p_workspace, v_workspace_quota, v_workspace_seconds));
      end if;
      if v_contact is not null then
        v_wait := greatest(v_wait, guess_wait('coupon:contact:' || v_contact, v_contact_quota, v_contact_seconds));
      end if;
      if v_wait is not null then v_answer := jsonb_build_object('reason', 'too_many_guesses', 'wait', greatest(v_wait, 1)); end if;
    end if;
    if v_answer is null and v_contact is null then v_answer := jsonb_build_object('reason', 'unknown_contact'); end if;

    if v_answer is null then
      v := judge_coupon(p_workspace, v_item, v_contact, v_now);
      if v.reason is null and v_is_looking then
        v_answer := jsonb_build_object('reason', 'redeemable');
      elsif v.reason is null then
        v_id := (v_item ->> 'id')::uuid;
        loop
          v_ordinal := 1;
          if v.live > 0 then
            select min(n) into v_ordinal from generate_series(1, v.live + 1) n where not exists (
              select 1 from coupon_redemptions r where r.workspace_id = p_workspace and r.offer_id = v.offer_id
                and r.contact_id = v_contact and r.ordinal = n and r.status in ('held', 'redeemed'));
          end if;
          insert into coupon_redemptions (workspace_id, id, offer_id, code_key, batch_id, contact_id, ordinal, status,
            idempotency_key, request_hash, hold_expires_at, plan_id, tier, list_minor, paid_minor, currency, months_granted,
            days_granted, order_id, order_minor, run_id, source, ip, user_agent, metadata, limits_taken, created_at, redeemed_at)
          values (p_workspace, v_id, v.offer_id, v_item ->> 'codeKey', v.batch_id, v_contact, v_ordinal,
            case v_item ->> 'act' when 'hold' then 'held' else 'redeemed' end, v_item ->> 'key', v_item ->> 'hash',
            case v_item ->> 'act' when 'hold' then v_now + make_interval(secs => coalesce((v_item ->> 'holdSeconds')::integer, v.hold_seconds)) end,
            v.plan_id, v.tier, v.list_minor, v.paid_minor, v.currency, v.months, v.days, v_item ->> 'orderId',
            (v_item ->> 'orderMinor')::bigint, v.run_id, v_item ->> 'source', (v_item ->> 'ip')::inet, v_item ->> 'userAgent',
            v_item -> 'metadata', case when cardinality(v.limits) > 0 then to_jsonb(v.limits) end, v_now,
            case v_item ->> 'act' when 'redeem' then v_now end)
          on conflict do nothing;
          exit when found;
          -- Somebody else was first, with this key or with this number.
          select r.id, r.request_hash into v_old from coupon_redemptions r
            where r.workspace_id = p_workspace and r.idempotency_key = v_item ->> 'key';
          if found then
            v_answer := case when v_old.request_hash = v_item ->> 'hash'
              then jsonb_build_object('reason', 'replayed', 'redemption', describe_redemption(p_workspace, v_old.id))
              else jsonb_build_object('reason', 'idempotency_conflict') end;
            exit;
          end if;
          select count(*) into v.live from coupon_redemptions r where r.workspace_id = p_workspace and r.offer_id = v.offer_id
            and r.contact_id = v_contact and r.status in ('held', 'redeemed');
          if v.live >= v.contact_max then
            v.reason := 'contact_limit'; v.seen := v.live::text; v.needed := v.contact_max::text;
            exit;
          end if;
        end loop;
        if v_answer is null and v.reason is null then
          if v_item ->> 'act' = 'redeem' then
            if v.plan_id is not null then perform settle_membership(p_workspace, v_contact); end if;
            perform note_redemption(p_workspace, v_id, (v_item ->> 'eventId')::uuid);
          end if;
          v_uses := v_uses || (v.offer_id, v_item ->> 'codeKey', v.code_max)::coupon_use;
          v_limits := v_limits || v.limits;
          v_answer := jsonb_build_object('reason', case v_item ->> 'act' when 'hold' then 'held' else 'redeemed' end,
            'redemption', describe_redemption(p_workspace, v_id));
        end if;
      end if;
    end if;

    if v_answer is null and v.reason = 'audience' then
      v_answer := jsonb_build_object('reason', 'audience', 'contactId', v_contact, 'offerVersion', v.offer_version, 'segment', v.segment);
    end if;
    -- Holds that are over may stand in the way only because nobody has taken them back yet.
    if v_answer is null and v.reason in ('exhausted', 'code_exhausted', 'contact_limit', 'period_limit', 'budget_exhausted')
      and v_item ->> 'hasReclaimed' is null and exists (select 1 from coupon_redemptions r where r.workspace_id = p_workspace
        and r.status = 'held' and r.hold_expires_at <= clock_timestamp() and r.offer_id = v.offer_id) then
      v_answer := jsonb_build_object('reason', 'reclaim', 'offerId', v.offer_id, 'contactId', v_contact);
    end if;
    if v_answer is null then v_answer := jsonb_build_object('reason', v.reason); end if;
    if v_answer ->> 'reason' = 'redeemable' then
      v_answer := v_answer || jsonb_build_object('listMinor', v.list_minor, 'paidMinor', v.paid_minor, 'currency', v.currency,
        'planId', v.plan_id, 'tier', v.tier, 'months', v.months, 'days', v.days);
    elsif v_answer ->> 'reason' not in ('redeemed', 'held', 'replayed', 'audience', 'reclaim') then
      v_answer := v_answer || jsonb_build_object('rule', v.rule, 'seen', v.seen, 'needed', v.needed);
      if v_item ->> 'refusalId' is not null then
        insert into coupon_refusals (workspace_id, id, act, reason, rule, seen, needed, offer_id, batch_id, code_key, contact_id,
          ip, user_agent, source)
        values (p_workspace, (v_item ->> 'refusalId')::uuid, v_item ->> 'act', v_answer ->> 'reason', v.rule, v.seen, v.needed,
          v.offer_id, v.batch_id, v_item ->> 'codeKey', v_contact, (v_item ->> 'ip')::inet, v_item ->> 'userAgent',
          v_item ->> 'source')
        on conflict do nothing;
      end if;
      if v.is_guess and v_item ->> 'at' is null then
        v_missed := v_missed || ('coupon:contact:' || v_contact) || ('coupon:workspace:' || p_workspace);
        if v_item ->> 'network' is not null then
          v_missed := v_missed || ('coupon:network:' || p_workspace || ':' || (v_item ->> 'network'));
        end if;
        v_is_alarm := v_is_alarm or v.reason = 'honeytoken';
      end if;
    end if;
    v_results := v_results || v_answer;
  end loop;

  for v_group in select u.code_key, min(u.code_max) as max, count(*) as count from unnest(v_uses) u group by 1 order by 1 loop
    update coupon_codes c set uses = c.uses + v_group.count where c.workspace_id = p_workspace and c.code_key = v_group.code_key
      and not c.is_disabled and (v_group.max is null or c.uses + v_group.count <= v_group.max);
    if not found then raise exception using errcode = 'PP001', message = 'code_exhausted'; end if;
  end loop;
  for v_group in select u.place, u.offer_id, u.scope, u.subject, u.period, u.period_start, min(u.max) as max, sum(u.amount) as amount
      from unnest(v_limits) u group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6 loop
    insert into offer_limits as held (workspace_id, offer_id, scope, subject, period, period_start, taken)
    select p_workspace, v_group.offer_id, v_group.scope, v_group.subject, v_group.period, v_group.period_start, v_group.amount
      where v_group.amount <= v_group.max
    on conflict (workspace_id, offer_id, scope, subject, period, period_start) do update
      set taken = held.taken + excluded.taken where held.taken + excluded.taken <= v_group.max;
    if not found then
      raise exception using errcode = 'PP001', message = case v_group.scope when 'budget' then 'budget_exhausted' else 'period_limit' end;
    end if;
  end loop;
  for v_group in select u.offer_id, count(*) as count from unnest(v_uses) u group by 1 order by 1 loop
    update offer_counters k set taken = k.taken + v_group.count where k.workspace_id = p_workspace and k.offer_id = v_group.offer_id
      and (k.uses_max is null or k.taken + v_group.count <= k.uses_max);
    if not found then raise exception using errcode = 'PP001', message = 'exhausted'; end if;
  end loop;

  for v_key in select k from unnest(v_missed) k order by k loop
    if v_key like 'coupon:contact:%' then
      perform take_guess(v_key, v_contact_quota, v_contact_seconds);
    elsif v_key like 'coupon:network:%' then
      perform take_guess(v_key, v_network_quota, v_network_seconds);
    elsif not take_guess(v_key, v_workspace_quota, v_workspace_seconds) then
      v_is_alarm := true;
    end if;
  end loop;
  if v_is_alarm and take_guess('coupon:alarm:' || p_workspace, 1, 3600) then
    v_results[1] := v_results[1] || jsonb_build_object('isAlarm', true);
  end if;
  return to_jsonb(v_results);
end $$;
--> statement-breakpoint
-- Takes redemptions that are no longer live out of every sum. Whoever calls it has changed their status in this transaction.
create function give_back_coupons(p_workspace uuid, p_ids uuid[]) returns void language plpgsql as $$
declare
  v_group record;
begin
  for v_group in select r.code_key, count(*) as count from coupon_redemptions r
      where r.workspace_id = p_workspace and r.id = any (p_ids) group by 1 order by 1 loop
    update coupon_codes c set uses = c.uses - v_group.count where c.workspace_id = p_workspace and c.code_key = v_group.code_key;
  end loop;
  for v_group in select u.place, u.offer_id, u.scope, u.subject, u.period, u.period_start, sum(u.amount) as amount
      from coupon_redemptions r cross join lateral jsonb_populate_recordset(null::coupon_limit_use, r.limits_taken) u
      where r.workspace_id = p_workspace and r.id = any (p_ids) group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6 loop
    update offer_limits l set taken = l.taken - v_group.amount
      where l.workspace_id = p_workspace and l.offer_id = v_group.offer_id and l.scope = v_group.scope
        and l.subject = v_group.subject and l.period = v_group.period and l.period_start = v_group.period_start;
  end loop;
  for v_group in select r.offer_id, count(*) as count from coupon_redemptions r
      where r.workspace_id = p_workspace and r.id = any (p_ids) group by 1 order by 1 loop
    update offer_counters k set taken = k.taken - v_group.count where k.workspace_id = p_workspace and k.offer_id = v_group.offer_id;
  end loop;
end $$;
--> statement-breakpoint
-- Commits or releases a hold, or takes a redemption back. A repeat is answered with what there is.
create function settle_coupon(p_workspace uuid, p_item jsonb) returns jsonb language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  v_id uuid := (p_item ->> 'redemptionId')::uuid;
  v_act text := p_item ->> 'act';
  v_row coupon_redemptions%rowtype;
  v_now timestamptz;
  v_policy text;
  v_reason text;
  v_rule text;
  v_seen text;
  v_needed text;
begin
  select * into v_row from coupon_redemptions r where r.workspace_id = p_workspace and r.id = v_id;
  if not found then return jsonb_build_object('reason', 'not_found'); end if;
  if v_row.contact_id is not null then perform pg_advisory_xact_lock(hashtextextended(v_row.contact_id::text, 31)); end if;
  select * into v_row from coupon_redemptions r where r.workspace_id = p_workspace and r.id = v_id for update;
  v_now := clock_timestamp();
  v_seen := v_row.status;

  if (v_act, v_row.status) in (('commit', 'redeemed'), ('release', 'released'), ('rollback', 'rolled_back')) then
    return jsonb_build_object('reason', 'replayed', 'redemption', describe_redemption(p_workspace, v_id));
  elsif v_row.status = 'rolled_back' then
    v_reason := 'already_reversed';
  elsif v_row.status = 'released' then
    v_reason := case when v_act = 'commit' and v_row.reversal_reason = 'hold_expired' then 'hold_expired' else 'already_reversed' end;
  elsif v_act = 'release' and v_row.status = 'redeemed' then
    v_reason := 'already_redeemed';
  elsif v_act = 'rollback' and v_row.status = 'held' then
    v_reason := 'not_redeemed';
  elsif v_act = 'commit' and v_row.hold_expires_at <= v_now then
    v_reason := 'hold_expired';
    v_seen := instant_text(v_now);
    v_needed := instant_text(v_row.hold_expires_at);
  elsif v_act = 'rollback' then
    select o.reversal into v_policy from offers o where o.workspace_id = p_workspace and o.id = v_row.offer_id;
    if v_policy = 'never' or (v_policy = 'until_start' and v_now >= coalesce(v_row.starts_at, v_row.redeemed_at)) then
      v_reason := 'reversal_refused';
      v_rule := v_policy;
      v_seen := instant_text(v_now);
      v_needed := case v_policy when 'until_start' then instant_text(coalesce(v_row.starts_at, v_row.redeemed_at)) end;
    end if;
  end if;
  if v_reason is not null then
    insert into coupon_refusals (workspace_id, id, act, reason, rule, seen, needed, offer_id, batch_id, code_key, contact_id, ip,
      user_agent, source)
    values (p_workspace, (p_item ->> 'refusalId')::uuid, v_act, v_reason, v_rule, v_seen, v_needed, v_row.offer_id, v_row.batch_id,
      v_row.code_key, v_row.contact_id, (p_item ->> 'ip')::inet, p_item ->> 'userAgent', v_row.source);
    return jsonb_build_object('reason', v_reason, 'rule', v_rule, 'seen', v_seen, 'needed', v_needed);
  end if;

  if v_act = 'commit' then
    update coupon_redemptions set status = 'redeemed', hold_expires_at = null, redeemed_at = v_now
      where workspace_id = p_workspace and id = v_id;
    if v_row.plan_id is not null and v_row.contact_id is not null then
      perform settle_membership(p_workspace, v_row.contact_id);
    end if;
    perform note_redemption(p_workspace, v_id, (p_item ->> 'eventId')::uuid);
  else
    update coupon_redemptions set status = case v_act when 'release' then 'released' else 'rolled_back' end, hold_expires_at = null,
      reversed_at = v_now, reversal_reason = p_item ->> 'note' where workspace_id = p_workspace and id = v_id;
    if v_act = 'rollback' and v_row.plan_id is not null and v_row.contact_id is not null then
      perform settle_membership(p_workspace, v_row.contact_id);
    end if;
    perform give_back_coupons(p_workspace, array[v_id]);
  end if;
  return jsonb_build_object('reason', v_act, 'redemption', describe_redemption(p_workspace, v_id));
end $$;
--> statement-breakpoint
-- Releases holds that are over, those that stand in somebody's way first. Reapers pass by each other.
create function release_due_holds(p_workspace uuid, p_offer uuid, p_code_key text, p_contact uuid, p_max integer) returns integer
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  v_ids uuid[];
begin
  select array_agg(due.id) into v_ids from (
    select r.id from coupon_redemptions r where r.workspace_id = p_workspace and r.status = 'held'
      and r.hold_expires_at <= clock_timestamp() and (p_offer is null or r.offer_id = p_offer)
    order by r.code_key = p_code_key desc nulls last, r.contact_id = p_contact desc nulls last, r.hold_expires_at
    limit p_max for update skip locked) due;
  if v_ids is null then return 0; end if;
  update coupon_redemptions set status = 'released', hold_expires_at = null, reversed_at = clock_timestamp(),
    reversal_reason = 'hold_expired' where workspace_id = p_workspace and id = any (v_ids);
  perform give_back_coupons(p_workspace, v_ids);
  return cardinality(v_ids);
end $$;
--> statement-breakpoint
-- Whose codes are whose, for those who become another.
create index coupon_codes_contact on coupon_codes (workspace_id, contact_id) where contact_id is not null;
--> statement-breakpoint
-- One person becomes another: uses go along under numbers of their own, with what they took of the person's limits, terms
-- follow each other, and codes that the one was given are the other's. The locks come first: a use of this moment is
-- either seen here, or finds nobody and asks again.
create function merge_redeemers(p_workspace uuid, p_from uuid, p_into uuid) returns void language plpgsql as $$
declare
  v_lock bigint;
  v_offers uuid[];
begin
  for v_lock in select distinct hashtextextended(u.id::text, 31) from unnest(array[p_from, p_into]) u(id) order by 1 loop
    perform pg_advisory_xact_lock(v_lock);
  end loop;
  select array_agg(distinct r.offer_id) into v_offers from coupon_redemptions r
    where r.workspace_id = p_workspace and r.contact_id = p_from;
  update coupon_redemptions r set contact_id = p_into, ordinal = r.ordinal + (
      select coalesce(max(o.ordinal), 0) from coupon_redemptions o
      where o.workspace_id = p_workspace and o.offer_id = r.offer_id and o.contact_id = p_into),
    limits_taken = (
      select jsonb_agg(case u.taken ->> 'scope' when 'contact' then u.taken || jsonb_build_object('subject', p_into) else u.taken end
        order by u.place)
      from jsonb_array_elements(r.limits_taken) with ordinality u(taken, place))
    where r.workspace_id = p_workspace and r.contact_id = p_from;
  update coupon_codes c set contact_id = p_into where c.workspace_id = p_workspace and c.contact_id = p_from;
  -- Where both were given one by the same run, the other's own counts.
  update code_allocations a set contact_id = p_into
    where a.workspace_id = p_workspace and a.contact_id = p_from and not exists (
      select 1 from code_allocations o where o.workspace_id = p_workspace and o.run_id = a.run_id and o.batch_id = a.batch_id
        and o.contact_id = p_into);
  if v_offers is null then return; end if;
  with gone as (
    delete from offer_limits l where l.workspace_id = p_workspace and l.offer_id = any (v_offers) and l.scope = 'contact'
      and l.subject = p_from::text returning l.*)
  insert into offer_limits as held (workspace_id, offer_id, scope, subject, period, period_start, taken)
  select g.workspace_id, g.offer_id, g.scope, p_into::text, g.period, g.period_start, g.taken from gone g
  on conflict (workspace_id, offer_id, scope, subject, period, period_start) do update set taken = held.taken + excluded.taken;
  perform settle_membership(p_workspace, p_into);
end $$;
