-- One way back into an account at a time, by a link that its address got; and when an invite went out by e-mail.
create table password_resets (
  user_id uuid primary key references users(id) on delete cascade,
  token_hash text not null unique,
  session_epoch integer not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
--> statement-breakpoint
alter table invites add column mailed_at timestamptz;
