-- When the connection was last tested, and what it answered if that failed. `verified_at` tells the last success alone,
-- and `last_failure_detail` is overwritten by the next message that fails.
alter table providers
  add column tested_at timestamptz,
  add column test_failure text;
--> statement-breakpoint
update providers set tested_at = verified_at where verified_at is not null;
