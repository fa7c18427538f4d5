-- When somebody last took a chunk, gave it back or was woken for it.
alter table run_chunks add column touched_at timestamptz not null default now();
--> statement-breakpoint
-- Lists are ordered by name and id; nothing is ordered by the time of creation, which the ids hold already.
drop index contacts_name;
--> statement-breakpoint
create index contacts_name on contacts (workspace_id, name_key, id);
--> statement-breakpoint
drop index contacts_created;
