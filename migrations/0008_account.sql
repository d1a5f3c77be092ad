-- Accounts, their sessions and what proves who somebody is. Of an account nothing is asked but a name and an e-mail.

create table account (
  id uuid primary key default gen_random_uuid(),
  -- Lower case. Replaced by the identifier when the account is forgotten.
  email text not null check (email = lower(email) and length(email) between 3 and 200),
  name text not null check (length(name) between 1 and 200),
  role text not null
    check (role in ('administrator', 'coordinator', 'focal-point', 'contractor', 'partner', 'viewer')),
  sub_office_id text references sub_office (id),
  password_hash text,
  totp_secret text,
  -- A secret that no code has confirmed yet.
  totp_pending_secret text,
  -- The latest time step whose code was taken: a code serves once.
  totp_last_step bigint not null default 0,
  is_demonstration boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  left_at timestamptz,
  forgotten_at timestamptz,
  check (role <> 'focal-point' or sub_office_id is not null)
);
create unique index account_email on account (email);
create index account_sub_office on account (sub_office_id);

-- Posts named on an account: what a partner or a contractor sees.
create table account_post (
  account_id uuid not null references account (id) on delete cascade,
  post_id uuid not null references border_post (id) on delete cascade,
  primary key (account_id, post_id)
);
create index account_post_post on account_post (post_id);

-- The account under which a provider of OpenID Connect knows somebody.
create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id) on delete cascade,
  primary key (issuer, subject)
);
create index account_identity_account on account_identity (account_id);

create table recovery_code (
  account_id uuid not null references account (id) on delete cascade,
  code_sha256 text not null,
  used_at timestamptz,
  primary key (account_id, code_sha256)
);

create table session (
  id uuid primary key default gen_random_uuid(),
  -- The cookie holds the token; here is only its digest.
  token_sha256 text not null unique,
  account_id uuid not null references account (id) on delete cascade,
  -- The password was right, the second factor is awaited.
  awaits_second_factor boolean not null default false,
  view_role text
    check (view_role in ('administrator', 'coordinator', 'focal-point', 'contractor', 'partner', 'viewer')),
  view_post_ids uuid[],
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  agent text not null
);
create index session_account on session (account_id);

-- Living sessions by the digest of their token, with what their account is and sees. A function, because it is asked
-- with every request: its plan is made once, which takes longer than what it does.
create function living_sessions(digests text[], idle_hours integer)
  returns table (
    token_sha256 text, id uuid, awaits_second_factor boolean, view_role text, view_post_ids uuid[],
    last_seen_at timestamptz, account_id uuid, email text, name text, role text, sub_office_id text,
    is_demonstration boolean, must_enrol boolean, post_ids uuid[])
  language plpgsql stable as $$
begin
  return query
    select session.token_sha256, session.id, session.awaits_second_factor, session.view_role,
           session.view_post_ids, session.last_seen_at, account.id, account.email, account.name, account.role,
           account.sub_office_id, account.is_demonstration,
           account.totp_secret is null and not account.is_demonstration
             and (select setting.value ? account.role from setting where setting.name = 'second-factor-roles'),
           array(select named.post_id from account_post named
                  where named.account_id = account.id order by named.post_id)
      from session
      join account on account.id = session.account_id
     where session.token_sha256 = any (digests)
       and session.ended_at is null
       and session.expires_at > now()
       and session.last_seen_at > now() - make_interval(hours => idle_hours)
       and account.left_at is null;
end $$;
revoke all on function living_sessions from public;

-- A door that opens once: the first account, an invitation, a new password.
create table one_time_link (
  id uuid primary key default gen_random_uuid(),
  token_sha256 text not null unique,
  purpose text not null check (purpose in ('set-up', 'invitation', 'reset')),
  account_id uuid references account (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'set-up') = (account_id is null))
);
create index one_time_link_account on one_time_link (account_id);

-- Failures that slow the next attempt down, by account or by address; the names are digests.
create table sign_in_failure (
  bucket text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);

create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
insert into setting (name, value) values
  ('second-factor-roles', '[]'), ('audit-person-days', '730'), ('left-account-days', '365');

-- Who made a change; the account may be gone, and its name forgotten.
alter table post_change add column account_id uuid references account (id) on delete set null;
create index post_change_account on post_change (account_id);

comment on table account is 'restricted: who works here';
comment on column account.id is 'public';
comment on column account.password_hash is 'secret';
comment on column account.totp_secret is 'secret';
comment on column account.totp_pending_secret is 'secret';
comment on column account.totp_last_step is 'secret';
comment on table account_post is 'restricted';
comment on column account_post.account_id is 'public';
comment on column account_post.post_id is 'public';
comment on table account_identity is 'secret';
comment on table recovery_code is 'secret';
comment on table session is 'secret';
comment on table one_time_link is 'secret';
comment on table sign_in_failure is 'secret';
comment on table setting is 'restricted';
comment on column setting.name is 'public';

alter table account enable row level security;
alter table account_post enable row level security;
alter table account_identity enable row level security;
alter table recovery_code enable row level security;
alter table session enable row level security;
alter table one_time_link enable row level security;
alter table sign_in_failure enable row level security;
alter table setting enable row level security;

-- Colleagues see who changed what; everyone sees the own account.
create policy seen on account for select to borne_app, borne_reader
  using (id = caller_id() or caller_may('posts.history'));
call allow_writing('account', $$caller_may('accounts.manage')$$);
create policy seen on account_post for select to borne_app, borne_reader
  using (account_id = caller_id() or caller_may('accounts.manage'));
call allow_writing('account_post', $$caller_may('accounts.manage')$$);
create policy seen on setting for select to borne_app, borne_reader using (caller_may('settings.manage'));
call allow_writing('setting', $$caller_may('settings.manage')$$);

call publish_table('account');
call publish_table('account_post');
call publish_table('setting');
-- The values before and after, now with who made the change.
call publish_table('post_change');
grant insert on post_change to borne_app;
grant insert (email, name, role, sub_office_id) on account to borne_app;
grant update (email, name, role, sub_office_id, version, left_at) on account to borne_app;
grant insert, delete on account_post to borne_app;
grant update (value, changed_at) on setting to borne_app;
