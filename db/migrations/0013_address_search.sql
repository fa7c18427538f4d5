-- Addresses are also looked for by how they begin. Compared byte by byte, one index answers both; `like` could use
-- none, as row-level security does not let it see a row before its own condition. What it includes spares a search
-- the visit to rows scattered over the table.
create unique index subscriptions_address_bytes on subscriptions (workspace_id, channel, address_key text_pattern_ops)
  include (contact_id, status);
--> statement-breakpoint
drop index subscriptions_address;
--> statement-breakpoint
alter index subscriptions_address_bytes rename to subscriptions_address;
