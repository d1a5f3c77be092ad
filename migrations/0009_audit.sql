-- The journal: what was done, by whom, from where. Rows are added, never changed or deleted, by nobody; each carries
-- the digest of the one before it. Names and addresses stand apart, so that they can be forgotten while the chain of
-- digests still proves the rest.

create table audit_event (
  seq bigint primary key,
  at timestamptz not null,
  action text not null
    check (action in ('sign-in', 'sign-out', 'refused', 'read', 'change', 'export', 'share', 'import', 'backup', 'restore')),
  subject text not null check (length(subject) <= 60),
  subject_id text not null check (length(subject_id) <= 200),
  -- No foreign key: a line outlives the account.
  account_id uuid,
  role text,
  -- Codes, names of fields, counts; never a value of a field.
  detail jsonb not null,
  person_sha256 text not null,
  previous_sha256 text not null,
  sha256 text not null
);
create index audit_event_account on audit_event (account_id, seq);
create index audit_event_subject on audit_event (subject, subject_id, seq);

create table audit_person (
  seq bigint primary key references audit_event (seq),
  -- Without it, an address could be found again by trying all of them against the digest.
  salt text not null,
  name text not null,
  address text not null,
  agent text not null
);

-- The end of the chain; whoever appends holds it until the transaction ends.
create table audit_head (
  only_one boolean primary key default true check (only_one),
  seq bigint not null,
  sha256 text not null
);
insert into audit_head (seq, sha256) values (0, repeat('0', 64));

create function audit_append(
  action text, subject text, subject_id text, detail jsonb,
  account uuid, role text, person_name text, person_address text, person_agent text)
  returns bigint
  language plpgsql volatile security definer
  set search_path = public, pg_temp
as $$
declare
  head audit_head;
  next_seq bigint;
  moment timestamptz;
  salt text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  person text;
  digest text;
begin
  select * into head from audit_head for update;
  next_seq := head.seq + 1;
  moment := clock_timestamp();
  person := encode(sha256(convert_to(
    jsonb_build_array(salt, person_name, person_address, person_agent)::text, 'UTF8')), 'hex');
  digest := encode(sha256(convert_to(jsonb_build_array(
    next_seq, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), action, subject, subject_id,
    account, role, detail, person, head.sha256)::text, 'UTF8')), 'hex');
  insert into audit_event
  values (next_seq, moment, action, subject, subject_id, account, role, detail, person, head.sha256, digest);
  insert into audit_person values (next_seq, salt, person_name, person_address, person_agent);
  update audit_head set seq = next_seq, sha256 = digest;
  return next_seq;
end $$;
revoke all on function audit_append from public;
grant execute on function audit_append to borne_app;

create function refuse_audit_change() returns trigger
  language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit_event
  for each row execute function refuse_audit_change();
create trigger append_only_whole before truncate on audit_event
  for each statement execute function refuse_audit_change();
create trigger never_changed before update on audit_person
  for each row execute function refuse_audit_change();

-- A change of a post is on the journal in the transaction that makes it.
create function audit_post_change() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  perform audit_append(
    case when new.action = 'imported' then 'import' else 'change' end, 'post', new.post_id::text,
    jsonb_build_object('action', new.action, 'version', new.version,
      'fields', (select coalesce(jsonb_agg(field ->> 'field'), '[]') from jsonb_array_elements(new.fields) field)),
    nullif(current_setting('borne.account_id', true), '')::uuid,
    coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return new;
end $$;
create trigger audited after insert on post_change for each row execute function audit_post_change();

comment on table audit_event is 'restricted';
comment on table audit_person is 'restricted';
comment on column audit_person.salt is 'secret';
comment on table audit_head is 'secret';
alter table audit_event enable row level security;
alter table audit_person enable row level security;
alter table audit_head enable row level security;
create policy seen on audit_event for select to borne_app, borne_reader using (caller_may('audit.read'));
create policy seen on audit_person for select to borne_app, borne_reader using (caller_may('audit.read'));
call publish_table('audit_event');
call publish_table('audit_person');
