-- The newest uses of an offer, for what a change of its rules would have refused.
create index if not exists coupon_redemptions_offer on coupon_redemptions (workspace_id, offer_id, id);
