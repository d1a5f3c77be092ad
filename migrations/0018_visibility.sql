-- Visibility: how donors are named and shown, and what was seen of their plaques at the posts that they pay for.

-- Of a donor without a row, its name stands for what is not said, and it comes last.
create table donor_visibility (
  donor_id uuid primary key references donor (id) on delete cascade,
  -- {fr, en, ar}; an empty one is said by another.
  names jsonb not null check (jsonb_typeof(names) = 'object'),
  -- «Financé par …»: {fr, en}.
  credit jsonb not null check (jsonb_typeof(credit) = 'object'),
  -- First, second… where logos stand.
  rank integer not null check (rank between 1 and 1000),
  -- Height of its logo against the tallest.
  logo_scale double precision not null default 1 check (logo_scale between 0.2 and 1),
  -- What the donor asks for, in its own words.
  rules_text text not null default '' check (length(rules_text) <= 4000),
  version integer not null default 1 check (version >= 1),
  updated_at timestamptz not null default now()
);

create table donor_logo (
  donor_id uuid not null references donor (id) on delete cascade,
  -- What it stands on: paper, or the dark of a night style.
  ground text not null check (ground in ('light', 'dark')),
  -- As pixels, with its transparency: what is shown, printed and exported.
  png_sha256 text not null,
  width_pixels integer not null check (width_pixels > 0),
  height_pixels integer not null check (height_pixels > 0),
  -- As it was drawn, written anew from what is harmless of it; null when pixels were uploaded.
  svg_sha256 text,
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid references account (id) on delete set null,
  primary key (donor_id, ground)
);
create index donor_logo_uploaded_by on donor_logo (uploaded_by);

create table visibility_check (
  -- Chosen by who records it, so that what is sent twice is kept once.
  id uuid primary key,
  post_id uuid not null references border_post (id) on delete cascade,
  donor_id uuid not null references donor (id) on delete cascade,
  -- A plaque at the building, a sign of the works, a sticker on equipment.
  what text not null check (what in ('plaque', 'sign', 'sticker')),
  state text not null check (state in ('seen', 'missing', 'damaged', 'wrong')),
  seen_on date not null,
  note text not null default '' check (length(note) <= 1000),
  upload_sha256 text,
  width_pixels integer check (width_pixels > 0),
  height_pixels integer check (height_pixels > 0),
  large_sha256 text,
  thumbnail_sha256 text,
  is_demonstration boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid references account (id) on delete set null,
  check (num_nulls(upload_sha256, width_pixels, height_pixels, large_sha256, thumbnail_sha256) in (0, 5))
);
create index visibility_check_last on visibility_check (post_id, donor_id, what, seen_on desc, recorded_at desc, id);
create index visibility_check_donor on visibility_check (donor_id);
create index visibility_check_recorded_by on visibility_check (recorded_by);

-- Nobody changes what was seen; it goes with its post or its donor, and with the demonstration.
create function refuse_visibility_check_change() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.recorded_by is null
     and to_jsonb(new) - 'recorded_by' = to_jsonb(old) - 'recorded_by' then
    return new;
  end if;
  if tg_op = 'DELETE' and (old.is_demonstration
                           or not exists (select from public.border_post where id = old.post_id)
                           or not exists (select from public.donor where id = old.donor_id)) then
    return old;
  end if;
  raise exception 'what was seen is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on visibility_check
  for each row execute function refuse_visibility_check_change();

create trigger noted after insert on visibility_check
  for each row execute function note_works_row('visibility-check');

-- The rows beside a donor are told under its id. The argument is the subject.
create function note_donor_row() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  fields jsonb := (
    select coalesce(jsonb_agg(name order by name), '[]')
      from jsonb_object_keys(coalesce(is_now, was)) as name
     where name not in ('donor_id', 'version', 'updated_at', 'uploaded_at')
       and is_now -> name is distinct from was -> name);
begin
  if fields = '[]' then
    return null;
  end if;
  perform audit_append(
    'change', tg_argv[0], coalesce(is_now, was) ->> 'donor_id',
    jsonb_build_object(
      'action', case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'removed' end,
      'fields', fields),
    caller_id(), coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return null;
end $$;
create trigger noted after insert or update on donor_visibility
  for each row execute function note_donor_row('donor-visibility');
create trigger noted after insert or update or delete on donor_logo
  for each row execute function note_donor_row('donor-logo');

comment on table donor_visibility is 'internal';
comment on column donor_visibility.donor_id is 'public';
comment on column donor_visibility.version is 'public';
comment on table donor_logo is 'internal';
comment on column donor_logo.donor_id is 'public';
comment on column donor_logo.ground is 'public';
comment on table visibility_check is 'internal';
comment on column visibility_check.id is 'public';
comment on column visibility_check.post_id is 'public';
comment on column visibility_check.donor_id is 'public';

alter table donor_visibility enable row level security;
alter table donor_logo enable row level security;
alter table visibility_check enable row level security;

create policy seen on donor_visibility for select to borne_app, borne_reader using (caller_may('visibility.read'));
call allow_writing('donor_visibility', $$caller_may('visibility.manage')$$);
create policy seen on donor_logo for select to borne_app, borne_reader using (caller_may('visibility.read'));
call allow_writing('donor_logo', $$caller_may('visibility.manage')$$);
create policy seen on visibility_check for select to borne_app, borne_reader
  using (caller_may('visibility.read') and exists (select from public.border_post post where post.id = post_id));
create policy added on visibility_check for insert to borne_app
  with check (caller_may('visibility.record') and recorded_by = caller_id()
              and exists (select from public.border_post post where post.id = post_id));

call publish_table('donor_visibility');
call publish_table('donor_logo');
call publish_table('visibility_check');
grant insert (donor_id, names, credit, rank, logo_scale, rules_text),
  update (names, credit, rank, logo_scale, rules_text, version, updated_at) on donor_visibility to borne_app;
grant insert (donor_id, ground, png_sha256, width_pixels, height_pixels, svg_sha256, uploaded_by),
  update (png_sha256, width_pixels, height_pixels, svg_sha256, uploaded_at, uploaded_by), delete on donor_logo to borne_app;
grant insert (id, post_id, donor_id, what, state, seen_on, note, upload_sha256, width_pixels, height_pixels,
              large_sha256, thumbnail_sha256, recorded_by) on visibility_check to borne_app;
