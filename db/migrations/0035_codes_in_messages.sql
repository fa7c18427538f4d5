alter table campaigns
  -- Of which batch each recipient gets a code; and how many in a hundred get the message without one.
  add column coupon_batch_id uuid,
  add column coupon_holdout_percent smallint not null default 0 check (coupon_holdout_percent between 0 and 90),
  add foreign key (workspace_id, coupon_batch_id) references coupon_batches (workspace_id, id);
--> statement-breakpoint
create index campaigns_coupon_batch on campaigns (workspace_id, coupon_batch_id) where coupon_batch_id is not null;
--> statement-breakpoint
-- As the campaign said it when the run began.
alter table runs
  add column coupon_batch_id uuid,
  add column coupon_holdout_percent smallint not null default 0;
--> statement-breakpoint
create index runs_coupon_batch on runs (workspace_id, coupon_batch_id, id) where coupon_batch_id is not null;
--> statement-breakpoint
-- Somebody was asked for this message and did not answer: its code never goes to another person.
alter table code_allocations add column may_have_arrived boolean not null default false;
--> statement-breakpoint
-- Whether a person of a run is in its holdout: the same whoever asks and whenever.
create function is_held_out(run uuid, contact uuid, percent integer) returns boolean
  language sql immutable parallel safe
  return percent > 0 and
    ('x' || substr(md5(run::text || contact::text), 1, 8))::bit(32)::bigint % 100 < percent;
