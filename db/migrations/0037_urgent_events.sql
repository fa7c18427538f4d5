alter table workflow.outbox add column is_urgent boolean not null default false;
--> statement-breakpoint
-- Single messages go before what a flood of others' events has left.
create index outbox_urgent on workflow.outbox (seq) where is_urgent;
