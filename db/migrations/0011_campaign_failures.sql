-- Why a campaign stands still: a code, and beside it what the provider said in its own words.
alter table campaigns add column failure_detail text;
--> statement-breakpoint
update campaigns set failure_detail = nullif(substring(failure_reason from ': (.*)$'), ''),
  failure_reason = split_part(failure_reason, ': ', 1)
where failure_reason is not null;
