-- Rare results, so that the few failures of a large run are found without reading the run.
create index deliveries_unsettled on deliveries (workspace_id, run_id, contact_id, status)
  where status in ('failed', 'unknown', 'retrying');
--> statement-breakpoint
-- Runs that the hourly totals do not hold yet.
create index runs_open on runs (workspace_id, id) where ended_at is null;
