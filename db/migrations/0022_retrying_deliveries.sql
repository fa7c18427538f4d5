-- Who is being tried again, by what the provider answers: read while a run is watched, and few rows at most times.
create index deliveries_retrying on deliveries (workspace_id, run_id, code) where status = 'retrying';
