-- What the office states about the roads: the closures that people report, and the season calendars and vehicles where
-- they are no longer the product's own.

create table season_calendar (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- `SeasonCalendar` of geodata. A calendar that has no row is as the product brings it.
  value jsonb not null check (value ->> 'id' = id),
  version integer not null check (version >= 1),
  updated_at timestamptz not null default now(),
  updated_by uuid references account (id) on delete set null
);
create index season_calendar_updated_by on season_calendar (updated_by);

create table vehicle_profile (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- `VehicleProfile` of geodata. A vehicle that has no row is as the product brings it.
  value jsonb not null check (value ->> 'id' = id),
  version integer not null check (version >= 1),
  updated_at timestamptz not null default now(),
  updated_by uuid references account (id) on delete set null
);
create index vehicle_profile_updated_by on vehicle_profile (updated_by);

create table road_closure (
  -- Whoever reports may choose it, so that a report that is sent twice is kept once.
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null
    check (geometrytype(geom) in ('POINT', 'LINESTRING', 'POLYGON')),
  effect text not null check (effect in ('cut', 'slow', 'four-wheel-drive')),
  speed_factor double precision not null check (speed_factor > 0 and speed_factor <= 1),
  cause text not null check (cause in ('wadi', 'river', 'flood', 'works', 'collapse', 'security', 'other')),
  note text not null default '' check (length(note) <= 2000),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  reported_at timestamptz not null default now(),
  reported_by uuid references account (id) on delete set null,
  -- The last time that somebody saw it: from then on its confidence halves in so many days.
  confirmed_at timestamptz not null default now(),
  confirmed_by uuid references account (id) on delete set null,
  half_life_days integer not null check (half_life_days between 1 and 365),
  lifted_at timestamptz,
  lifted_by uuid references account (id) on delete set null,
  -- Names a fictional closure, so that it is loaded once.
  demonstration_key text unique,
  version integer not null default 1 check (version >= 1)
);
create index road_closure_geom on road_closure using gist (geom);
create index road_closure_reported_by on road_closure (reported_by);
create index road_closure_confirmed_by on road_closure (confirmed_by);
create index road_closure_lifted_by on road_closure (lifted_by);

-- What a closure, a calendar or a vehicle was before each change; rows are added, never edited.
create table road_state_change (
  id bigint generated always as identity primary key,
  subject text not null check (subject in ('closure', 'season-calendar', 'vehicle')),
  subject_id text not null,
  -- The version that the change made.
  version integer not null,
  action text not null check (action in ('created', 'updated', 'confirmed', 'lifted', 'restored')),
  changed_at timestamptz not null default now(),
  account_id uuid references account (id) on delete set null,
  -- The row as it was, without the accounts; null before its first version.
  before jsonb
);
create index road_state_change_subject on road_state_change (subject, subject_id, id);
create index road_state_change_account on road_state_change (account_id);

-- A change is in the history and on the journal in the transaction that makes it. The argument is the subject.
create function note_road_state_change() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  is_now jsonb := to_jsonb(new);
  what text := case
    when was is null then 'created'
    when was ->> 'lifted_at' is distinct from is_now ->> 'lifted_at'
      then case when is_now ->> 'lifted_at' is null then 'restored' else 'lifted' end
    when was ->> 'confirmed_at' is distinct from is_now ->> 'confirmed_at' then 'confirmed'
    else 'updated' end;
  fields jsonb := (
    select coalesce(jsonb_agg(name order by name), '[]')
      from jsonb_object_keys((is_now - 'value') || coalesce(is_now -> 'value', '{}')) as name
     where name not in ('version', 'updated_at', 'updated_by')
       and coalesce(is_now -> 'value' -> name, is_now -> name)
           is distinct from coalesce(was -> 'value' -> name, was -> name));
begin
  insert into road_state_change (subject, subject_id, version, action, account_id, before)
  values (tg_argv[0], new.id::text, new.version, what, caller_id(),
          was - array['reported_by', 'confirmed_by', 'lifted_by', 'updated_by']);
  perform audit_append(
    'change', tg_argv[0], new.id::text,
    jsonb_build_object('action', what, 'version', new.version, 'fields', fields), caller_id(),
    coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return new;
end $$;
-- An account that is deleted takes its name off its rows: no new version.
do $$
declare
  item record;
begin
  for item in select * from (values
    ('season_calendar', 'season-calendar'), ('vehicle_profile', 'vehicle'), ('road_closure', 'closure'))
    as list (name, subject)
  loop
    execute format('create trigger noted_first after insert on %I
      for each row execute function note_road_state_change(%L)', item.name, item.subject);
    execute format('create trigger noted after update on %I
      for each row when (old.version <> new.version) execute function note_road_state_change(%L)',
      item.name, item.subject);
  end loop;
end $$;

comment on table season_calendar is 'public';
comment on column season_calendar.updated_by is 'internal';
comment on table vehicle_profile is 'public';
comment on column vehicle_profile.updated_by is 'internal';
comment on table road_closure is 'public: the state of the roads is everyone''s; rows of insecurity are not, by policy';
comment on column road_closure.note is 'internal: may name people';
comment on column road_closure.reported_by is 'internal';
comment on column road_closure.confirmed_by is 'internal';
comment on column road_closure.lifted_by is 'internal';
comment on table road_state_change is 'restricted: values before';
comment on column road_state_change.id is 'public';

alter table season_calendar enable row level security;
alter table vehicle_profile enable row level security;
alter table road_closure enable row level security;
alter table road_state_change enable row level security;

create policy seen on season_calendar for select to borne_app, borne_reader using (caller_may('roads.read'));
call allow_writing('season_calendar', $$caller_may('roads.settings')$$);
create policy seen on vehicle_profile for select to borne_app, borne_reader using (caller_may('roads.read'));
call allow_writing('vehicle_profile', $$caller_may('roads.settings')$$);

-- Where it is not safe is told to the office, and to who reported it.
create function caller_sees_closure(cause text, reported_by uuid) returns boolean
  language sql stable parallel safe
  return caller_may('roads.read')
     and (cause <> 'security' or caller_clearance() >= 2 or coalesce(reported_by = caller_id(), false));
create policy seen on road_closure for select to borne_app, borne_reader
  using (caller_sees_closure(cause, reported_by));
create policy added on road_closure for insert to borne_app
  with check (caller_may('closures.report') and reported_by = caller_id());
create policy changed on road_closure for update to borne_app
  using (caller_may('closures.report') and caller_sees_closure(cause, reported_by))
  with check (caller_may('closures.report'));
create policy seen on road_state_change for select to borne_app, borne_reader
  using (caller_may('closures.manage') and caller_clearance() >= 2);

call publish_table('season_calendar');
call publish_table('vehicle_profile');
call publish_table('road_closure');
call publish_table('road_state_change');
grant insert (id, value, version, updated_by), update (value, version, updated_at, updated_by)
  on season_calendar, vehicle_profile to borne_app;
grant insert (id, geom, effect, speed_factor, cause, note, starts_at, ends_at, reported_by, confirmed_by, half_life_days),
  update (geom, effect, speed_factor, cause, note, starts_at, ends_at, confirmed_at, confirmed_by, half_life_days,
          lifted_at, lifted_by, version)
  on road_closure to borne_app;
