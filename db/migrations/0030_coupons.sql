-- What a membership costs and how long it lasts. Money is in minor units (kuruş, cents).
create table membership_plans (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  tier text not null check (tier in ('trial', 'monthly', 'quarterly', 'yearly', 'unlimited')),
  -- One of the two; neither = for ever.
  duration_months integer check (duration_months > 0),
  duration_days integer check (duration_days > 0),
  price_minor bigint not null check (price_minor >= 0),
  -- What is asked instead of the price; null = the price.
  discount_price_minor bigint check (discount_price_minor between 0 and price_minor),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  features text[] not null default '{}',
  position integer not null default 0,
  is_active boolean not null default true,
  -- Raised on each change; an edit names the version it read.
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  check (duration_months is null or duration_days is null),
  check ((tier = 'unlimited') = (duration_months is null and duration_days is null)),
  check (tier in ('trial', 'unlimited') or duration_months is not null)
);
--> statement-breakpoint
create unique index membership_plans_active on membership_plans (workspace_id, tier, currency) where is_active;
--> statement-breakpoint
-- The rules of a coupon. NULL = without limit, everywhere; what is stored as a limit is above zero.
create table offers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  state text not null default 'draft' check (state in ('draft', 'active', 'paused', 'archived')),
  kind text not null check (kind in ('membership', 'percent', 'fixed')),
  -- Of a membership: what is granted, and for how long (neither = for ever).
  plan_id uuid,
  duration_months integer check (duration_months > 0),
  duration_days integer check (duration_days > 0),
  -- Of a percentage: hundredths of a percent. `discount_minor_max` caps what it comes to.
  discount_basis_points integer check (discount_basis_points between 1 and 10000),
  discount_minor_max bigint check (discount_minor_max > 0),
  -- Of a fixed discount.
  discount_minor bigint check (discount_minor > 0),
  -- Of discount, minimum order and budget.
  currency text check (currency ~ '^[A-Z]{3}$'),
  uses_max integer check (uses_max > 0),
  uses_per_code_max integer check (uses_per_code_max > 0),
  uses_per_contact_max integer check (uses_per_contact_max > 0),
  -- [{ "scope": "offer" | "code" | "contact", "period": "day" | "week" | "month", "max": n }], periods in `time_zone`.
  period_limits jsonb not null default '[]',
  -- What all redemptions together may give away.
  budget_minor bigint check (budget_minor > 0),
  -- Half-open: from `starts_at` until before `ends_at`.
  starts_at timestamptz not null,
  ends_at timestamptz,
  -- The last day as it was meant, in `time_zone`; an edit of something else must not move it.
  last_day date,
  time_zone text not null,
  -- ISO weekdays, 1 = Monday, and minutes of the day [{ "from": 540, "to": 1260 }] in `time_zone`; null = always.
  weekdays smallint[],
  hours jsonb,
  -- `lib/domain/coupons/offers/restrictions.ts`
  restrictions jsonb not null default '{"version": 1}',
  -- An exclusive one stands alone; others combine with the classes that they name and that name them.
  stacking_class text not null default 'exclusive',
  stacks_with text[] not null default '{}',
  reversal text not null default 'always' check (reversal in ('always', 'until_start', 'never')),
  -- How long a hold lasts when its caller does not say.
  hold_seconds integer not null default 900 check (hold_seconds between 10 and 604800),
  campaign_name text not null default '',
  goal text check (goal in ('acquisition', 'retention', 'reactivation')),
  utm_source text not null default '',
  utm_medium text not null default '',
  utm_campaign text not null default '',
  -- For how many days after a redemption later orders of the same person are attributed to it.
  attribution_days integer not null default 30 check (attribution_days between 0 and 365),
  -- What it cost besides what it gives away; null = not known, and then there is no ROI.
  cost_minor bigint check (cost_minor > 0),
  -- Raised on each change; an edit names the version it read.
  version integer not null default 1,
  created_by text not null,
  updated_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references membership_plans (workspace_id, id),
  check (duration_months is null or duration_days is null),
  check ((kind = 'membership') = (plan_id is not null)),
  check ((kind = 'percent') = (discount_basis_points is not null)),
  check ((kind = 'fixed') = (discount_minor is not null)),
  check (discount_minor_max is null or kind = 'percent'),
  check (currency is not null or (kind <> 'fixed' and budget_minor is null and discount_minor_max is null)),
  check (ends_at > starts_at)
);
--> statement-breakpoint
create index offers_state on offers (workspace_id, state, ends_at);
--> statement-breakpoint
create index offers_plan on offers (workspace_id, plan_id) where plan_id is not null;
--> statement-breakpoint
-- How many uses of an offer are taken: a guarded sum of the ledger, which is the truth. Apart from the offer and with room
-- on each page, so that a use is a HOT update and no edit waits behind it.
create table offer_counters (
  workspace_id uuid not null,
  offer_id uuid not null,
  uses_max integer check (uses_max >= 0),
  taken integer not null default 0 check (taken >= 0),
  primary key (workspace_id, offer_id),
  foreign key (workspace_id, offer_id) references offers (workspace_id, id) on delete cascade,
  check (uses_max is null or taken <= uses_max)
) with (fillfactor = 20);
--> statement-breakpoint
-- One bulk generation or import of codes.
create table coupon_batches (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  offer_id uuid not null,
  -- BATCH-YYYYMMDD-NNN
  batch_code text not null,
  name text not null,
  source text not null default 'generated' check (source in ('generated', 'imported', 'sandbox')),
  status text not null default 'pending'
    check (status in ('pending', 'generating', 'paused', 'completed', 'failed', 'cancelled')),
  -- `lib/domain/coupons/batches/code-design.ts`
  design jsonb not null,
  quantity integer not null check (quantity between 1 and 5000000),
  -- Codes with a lower `seq` exist: moved in the transaction that writes them.
  generated integer not null default 0,
  -- What they are a function of, encrypted; without it nothing goes on.
  secret text,
  -- Codes with a lower `seq` were given to recipients, or came back into `returned_codes`.
  allocated integer not null default 0,
  job_id uuid,
  error_detail text,
  created_by text not null,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, offer_id) references offers (workspace_id, id),
  check (generated <= quantity),
  check (allocated <= generated)
) with (fillfactor = 50);
--> statement-breakpoint
create unique index coupon_batches_code on coupon_batches (workspace_id, batch_code);
--> statement-breakpoint
create index coupon_batches_offer on coupon_batches (workspace_id, offer_id, id);
--> statement-breakpoint
-- Up to five million rows in one go: no foreign keys, whose checks cost more than the row; nothing in them is ever deleted
-- before its codes. `code_key` is what `foldCode` makes of the code and of whatever people type.
create table coupon_codes (
  workspace_id uuid not null,
  code_key text collate "C" not null,
  code text collate "C" not null,
  offer_id uuid not null,
  batch_id uuid,
  seq integer,
  -- Live redemptions of this code.
  uses integer not null default 0,
  -- Whom it was made for; nobody else may use it.
  contact_id uuid,
  is_disabled boolean not null default false,
  -- Planted and given to nobody: whoever tries it is guessing.
  is_honeytoken boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, code_key)
);
--> statement-breakpoint
create unique index coupon_codes_seq on coupon_codes (workspace_id, batch_id, seq) where batch_id is not null;
--> statement-breakpoint
create index coupon_codes_single on coupon_codes (workspace_id, offer_id) where batch_id is null;
--> statement-breakpoint
-- Where a person's membership stands; how it came to that is in the redemptions.
create table memberships (
  workspace_id uuid not null,
  contact_id uuid not null,
  plan_id uuid,
  tier text not null,
  -- The end is always anchor + months + days, never the last end + one more.
  anchor_at timestamptz not null,
  months_granted integer not null default 0,
  days_granted integer not null default 0,
  -- Null = never.
  expires_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, plan_id) references membership_plans (workspace_id, id)
);
--> statement-breakpoint
create index memberships_expiry on memberships (workspace_id, expires_at) where expires_at is not null;
--> statement-breakpoint
-- The ledger: one use of one code by one person. Rows are never deleted.
create table coupon_redemptions (
  workspace_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  code_key text collate "C" not null,
  batch_id uuid,
  -- Null once the person was erased.
  contact_id uuid,
  -- Lowest free number of this person's live uses of the offer.
  ordinal integer not null check (ordinal > 0),
  status text not null check (status in ('held', 'redeemed', 'released', 'rolled_back')),
  idempotency_key text not null,
  request_hash text not null,
  hold_expires_at timestamptz,
  -- Prices as they were then.
  plan_id uuid,
  tier text,
  list_minor bigint,
  paid_minor bigint,
  currency text,
  -- What was granted, and from when until when; no end = for ever.
  months_granted integer,
  days_granted integer,
  starts_at timestamptz,
  expires_at timestamptz,
  order_id text,
  order_minor bigint,
  -- The run whose message brought the code, where one did.
  run_id uuid,
  source text not null default 'direct',
  ip inet,
  user_agent text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  redeemed_at timestamptz,
  reversed_at timestamptz,
  reversal_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, offer_id) references offers (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id),
  check ((status = 'held') = (hold_expires_at is not null)),
  check (status <> 'redeemed' or redeemed_at is not null)
);
--> statement-breakpoint
create unique index coupon_redemptions_key on coupon_redemptions (workspace_id, idempotency_key);
--> statement-breakpoint
create unique index coupon_redemptions_ordinal on coupon_redemptions (workspace_id, offer_id, contact_id, ordinal)
  where status in ('held', 'redeemed');
--> statement-breakpoint
create index coupon_redemptions_due on coupon_redemptions (workspace_id, hold_expires_at) where status = 'held';
--> statement-breakpoint
create index coupon_redemptions_contact on coupon_redemptions (workspace_id, contact_id, id);
--> statement-breakpoint
create index coupon_redemptions_code on coupon_redemptions (workspace_id, code_key, id);
--> statement-breakpoint
create index coupon_redemptions_batch on coupon_redemptions (workspace_id, batch_id, id) where batch_id is not null;
--> statement-breakpoint
-- What is taken of a limit of a period, or of a budget. `subject` is the contact's id or the code's key; empty for the offer.
create table offer_limits (
  workspace_id uuid not null,
  offer_id uuid not null,
  scope text not null check (scope in ('offer', 'code', 'contact', 'budget')),
  subject text collate "C" not null default '',
  period text not null check (period in ('day', 'week', 'month', 'ever')),
  period_start timestamptz not null,
  -- Uses; of a budget minor units.
  taken bigint not null default 0 check (taken >= 0),
  primary key (workspace_id, offer_id, scope, subject, period, period_start),
  foreign key (workspace_id, offer_id) references offers (workspace_id, id) on delete cascade
) with (fillfactor = 50);
--> statement-breakpoint
-- Every attempt that was refused, with the rule, what it saw and what it needed.
create table coupon_refusals (
  workspace_id uuid not null,
  id uuid not null,
  act text not null,
  reason text not null,
  rule text,
  seen text,
  needed text,
  offer_id uuid,
  batch_id uuid,
  code_key text collate "C" not null,
  contact_id uuid,
  ip inet,
  user_agent text,
  source text not null default 'direct',
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
--> statement-breakpoint
create index coupon_refusals_code on coupon_refusals (workspace_id, code_key, id);
--> statement-breakpoint
create index coupon_refusals_contact on coupon_refusals (workspace_id, contact_id, id) where contact_id is not null;
--> statement-breakpoint
-- Which code of a batch a recipient of a run got: the same on every try and every channel.
create table code_allocations (
  workspace_id uuid not null,
  run_id uuid not null,
  contact_id uuid not null,
  batch_id uuid not null,
  seq integer not null,
  allocated_at timestamptz not null default now(),
  primary key (workspace_id, run_id, contact_id, batch_id)
);
--> statement-breakpoint
create unique index code_allocations_seq on code_allocations (workspace_id, batch_id, seq);
--> statement-breakpoint
create index code_allocations_contact on code_allocations (workspace_id, contact_id);
--> statement-breakpoint
-- Codes whose message will not arrive: given out again before new ones.
create table returned_codes (
  workspace_id uuid not null,
  batch_id uuid not null,
  seq integer not null,
  primary key (workspace_id, batch_id, seq)
);
--> statement-breakpoint
-- Orders as the customer told them, each once; a refund lowers what it came to.
create table orders (
  workspace_id uuid not null,
  -- The customer's own.
  order_id text collate "C" not null,
  contact_id uuid,
  total_minor bigint not null check (total_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and total_minor),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  ordered_at timestamptz not null,
  -- The redemption and the campaign it is attributed to.
  redemption_id uuid,
  campaign_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, order_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id)
);
--> statement-breakpoint
create index orders_contact on orders (workspace_id, contact_id, ordered_at);
--> statement-breakpoint
create index orders_redemption on orders (workspace_id, redemption_id) where redemption_id is not null;
--> statement-breakpoint
create index orders_time on orders (workspace_id, ordered_at);
--> statement-breakpoint
-- By UTC hour, computed anew from ledger and event log, never added to. The nil uuid and '' stand for none.
create table campaign_performance (
  workspace_id uuid not null,
  bucket timestamptz not null,
  campaign_id uuid not null default '00000000-0000-0000-0000-000000000000',
  offer_id uuid not null default '00000000-0000-0000-0000-000000000000',
  batch_id uuid not null default '00000000-0000-0000-0000-000000000000',
  currency text not null default '',
  impressions integer not null default 0,
  clicks integer not null default 0,
  -- Codes given out, and redemptions.
  issued integer not null default 0,
  conversions integer not null default 0,
  -- Cash; list price less cash; later orders of those who redeemed, less refunds.
  revenue_minor bigint not null default 0,
  granted_minor bigint not null default 0,
  attributed_minor bigint not null default 0,
  primary key (workspace_id, bucket, campaign_id, offer_id, batch_id, currency)
);
--> statement-breakpoint
create index campaign_performance_offer on campaign_performance (workspace_id, offer_id, bucket);
--> statement-breakpoint
create index campaign_performance_campaign on campaign_performance (workspace_id, campaign_id, bucket);
--> statement-breakpoint
do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['membership_plans', 'offers', 'offer_counters', 'coupon_batches', 'coupon_codes',
      'memberships', 'coupon_redemptions', 'offer_limits', 'coupon_refusals', 'code_allocations', 'returned_codes',
      'orders', 'campaign_performance'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy workspace_isolation on %I using (
      workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
      or (select current_setting(''app.system'', true) = ''on''))', tenant_table);
  end loop;
end $$;
