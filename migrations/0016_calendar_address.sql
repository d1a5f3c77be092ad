-- Secret addresses under which a calendar program, which cannot sign in, reads the missions that an account sees.

create table calendar_address (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id) on delete cascade,
  -- The address holds the token; here is only its digest.
  token_sha256 text not null unique,
  -- What the person calls it: the program that reads it.
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index calendar_address_account on calendar_address (account_id);

comment on table calendar_address is 'secret';
alter table calendar_address enable row level security;
