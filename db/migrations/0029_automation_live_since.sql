-- When it was published or resumed last: nobody who came due before comes in.
alter table automations add column live_since timestamptz;
--> statement-breakpoint
do $$
begin
  perform set_config('app.system', 'on', true);
  update automations set live_since = published_at;
  perform set_config('app.system', '', true);
end $$;
