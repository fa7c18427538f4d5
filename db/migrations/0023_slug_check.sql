-- A slug is part of addresses: one that is none led out of the site. What was let in until now gets an address of its own.
update workspaces set slug = 'workspace-' || right(replace(id::text, '-', ''), 12)
where slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$';
--> statement-breakpoint
do $$
begin
  perform set_config('app.system', 'on', true);
  delete from former_slugs where slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$';
  perform set_config('app.system', '', true);
end $$;
--> statement-breakpoint
alter table workspaces add constraint workspaces_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
