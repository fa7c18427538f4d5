-- A slug is part of addresses: one that is none led out of the site. What was let in until now gets an address of its own.
update workspaces set slug = 'workspace-' || right(replace(id::text, '-', ''), 12)
where slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$';
--> statement-breakpoint
delete from former_slugs where slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$';
--> statement-breakpoint
alter table workspaces add constraint workspaces_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
