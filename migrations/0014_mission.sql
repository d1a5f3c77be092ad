-- Missions: vehicles, places, areas and rules; field visits with their plan; and what happened on them, in a list that is only
-- added to.

create table vehicle (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  registration text not null unique check (length(registration) between 1 and 40),
  -- `VehicleProfile` of geodata: speeds and litres.
  profile_id text not null check (length(profile_id) between 1 and 60),
  seats integer not null check (seats between 1 and 60),
  tank_litres double precision not null check (tank_litres > 0),
  -- Carried in cans.
  spare_litres double precision not null check (spare_litres >= 0),
  radio text not null default '' check (length(radio) <= 200),
  state text not null check (state in ('ready', 'workshop', 'away')),
  note text not null default '' check (length(note) <= 4000),
  is_archived boolean not null default false,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);

create table mission_place (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 200),
  geom geometry(Point, 4326) not null,
  allows_night boolean not null,
  sells_fuel boolean not null,
  is_authority boolean not null,
  -- [{weekdays, date, opens, closes}]: `VisitHours` of geodata.
  hours jsonb not null default '[]' check (jsonb_typeof(hours) = 'array'),
  contact text not null default '' check (length(contact) <= 500),
  note text not null default '' check (length(note) <= 4000),
  is_archived boolean not null default false,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);
create index mission_place_geom on mission_place using gist (geom);

create table mission_area (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 200),
  geom geometry(Polygon, 4326) not null,
  note text not null default '' check (length(note) <= 4000),
  is_archived boolean not null default false,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);
create index mission_area_geom on mission_area using gist (geom);

create table mission_rule (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  level text not null check (level in ('forbid', 'warn')),
  -- `RuleDemand` of geodata: its kind, and its numbers.
  demand jsonb not null
    check (demand ->> 'kind' in ('daylight', 'driving-day', 'driving-stretch', 'convoy', 'fuel-reserve', 'radio-check',
                                 'clearance', 'no-entry', 'escort', 'border-crossing', 'no-driving')),
  -- Null = everywhere.
  area_id uuid references mission_area (id),
  -- Month and day, both included; null = all year.
  season_starts text check (season_starts ~ '^\d\d-\d\d$'),
  season_ends text check (season_ends ~ '^\d\d-\d\d$'),
  -- Of this vehicle profile alone; null = all.
  profile_id text check (length(profile_id) between 1 and 60),
  source text not null check (length(source) <= 2000),
  -- Nobody has confirmed it yet.
  is_example boolean not null,
  is_active boolean not null,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1),
  check ((season_starts is null) = (season_ends is null)),
  check (demand ->> 'kind' not in ('no-entry', 'escort') or area_id is not null)
);
create index mission_rule_area on mission_rule (area_id);

create table allowance_rate (
  id uuid primary key default gen_random_uuid(),
  role text not null check (length(role) between 1 and 200),
  valid_from date not null,
  -- For a night away, and for a day without one.
  night_minor bigint not null check (night_minor >= 0),
  day_minor bigint not null check (day_minor >= 0),
  currency text not null check (currency in ('MRU', 'EUR', 'USD')),
  source text not null check (length(source) <= 500),
  is_archived boolean not null default false,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1),
  unique (role, valid_from)
);
create table fuel_price (
  id uuid primary key default gen_random_uuid(),
  fuel text not null check (fuel in ('diesel', 'petrol')),
  valid_from date not null,
  per_litre_minor bigint not null check (per_litre_minor >= 0),
  currency text not null check (currency in ('MRU', 'EUR', 'USD')),
  source text not null check (length(source) <= 500),
  is_archived boolean not null default false,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1),
  unique (fuel, valid_from)
);

create table visit_request (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references border_post (id),
  subject text not null check (length(subject) between 1 and 200),
  asked_by text not null default '' check (length(asked_by) <= 200),
  minutes integer not null check (minutes between 1 and 1440),
  earliest date,
  latest date check (latest >= earliest),
  priority text not null check (priority in ('required', 'high', 'normal', 'low')),
  note text not null default '' check (length(note) <= 4000),
  is_closed boolean not null default false,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1)
);
create index visit_request_post on visit_request (post_id);

create table mission (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (length(reference) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  purpose text not null default '' check (length(purpose) <= 4000),
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'refused', 'cleared', 'under-way', 'done')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- [{name, role, phone, teamId}]
  people jsonb not null default '[]' check (jsonb_typeof(people) = 'array'),
  budget_line text not null default '' check (length(budget_line) <= 200),
  -- {startPlaceId, endPlaceId, nightPlaceIds, teams, visits}: with the settings it makes a `MissionQuestion` of geodata.
  question jsonb not null check (jsonb_typeof(question) = 'object'),
  -- `MissionPlan` of geodata; null as long as nothing is planned.
  plan jsonb check (jsonb_typeof(plan) = 'object'),
  -- The posts that the question visits: who may not see one of them does not see the mission.
  post_ids uuid[] not null default '{}',
  -- Of the paper that clears it.
  clearance_number text check (length(clearance_number) between 1 and 80),
  clearance_from date,
  clearance_until date check (clearance_until >= clearance_from),
  -- Names a fictional mission, so that it is loaded once.
  demonstration_key text unique,
  version integer not null default 1 check (version >= 1),
  updated_at timestamptz not null default now(),
  check ((clearance_number is null) = (clearance_from is null) and (clearance_number is null) = (clearance_until is null))
);
create index mission_dates on mission (starts_on, ends_on);

create table mission_event (
  -- Chosen by who records it, so that what is sent twice is kept once.
  id uuid primary key,
  mission_id uuid not null references mission (id) on delete cascade,
  ordinal bigint generated always as identity unique,
  kind text not null
    check (kind in ('submitted', 'cleared', 'refused', 'begun', 'checked-in', 'deviated', 'done', 'reopened')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null default statement_timestamp(),
  recorded_by uuid references account (id) on delete set null,
  -- Of `cleared` with the plan that was cleared, and its times.
  payload jsonb not null check (jsonb_typeof(payload) = 'object')
);
create index mission_event_mission on mission_event (mission_id, ordinal);
create index mission_event_recorded_by on mission_event (recorded_by);

create table mission_vehicle (
  mission_id uuid not null references mission (id) on delete cascade,
  vehicle_id uuid not null references vehicle (id),
  primary key (mission_id, vehicle_id)
);
create index mission_vehicle_vehicle on mission_vehicle (vehicle_id);

create table mission_post (
  mission_id uuid not null references mission (id) on delete cascade,
  post_id uuid not null references border_post (id),
  -- Told when the mission is done; null = it was not visited, or not yet.
  visited_on date,
  primary key (mission_id, post_id)
);
create index mission_post_post on mission_post (post_id, visited_on);

create table mission_track (
  mission_id uuid not null references mission (id) on delete cascade,
  track_id uuid not null references gps_track (id) on delete cascade,
  primary key (mission_id, track_id)
);
create index mission_track_track on mission_track (track_id);

-- Rules to begin with; the office changes them.
insert into mission_rule (name, level, demand, source, is_example, is_active) values
  ('De jour seulement', 'forbid', '{"kind": "daylight", "afterSunriseMinutes": 0, "beforeSunsetMinutes": 60}',
   'Exemple : arrivée une heure avant le coucher du soleil. À vérifier avec l’officier de sécurité.', true, true),
  ('Conduite par jour', 'forbid', '{"kind": "driving-day", "hours": 8}',
   'Exemple : huit heures de volant par jour. À vérifier avec l’officier de sécurité.', true, true),
  ('Repos au volant', 'forbid', '{"kind": "driving-stretch", "hours": 2, "restMinutes": 15}',
   'Exemple : un quart d’heure après deux heures de conduite. À vérifier avec l’officier de sécurité.', true, true),
  ('Réserve de carburant', 'forbid', '{"kind": "fuel-reserve", "share": 0.25}',
   'Exemple : un quart du réservoir et des bidons reste à l’arrivée au carburant. À vérifier avec l’officier de sécurité.', true, true),
  ('Point radio', 'warn', '{"kind": "radio-check", "everyMinutes": 60}',
   'Exemple : un appel par heure sur la route. À vérifier avec l’officier de sécurité.', true, true),
  ('Pas de passage de frontière', 'forbid', '{"kind": "border-crossing"}',
   'Exemple : aucune piste à l’étranger. À vérifier avec l’officier de sécurité.', true, true),
  ('Prière du vendredi', 'warn', '{"kind": "no-driving", "weekdays": [5], "opens": "13:00", "closes": "14:30"}',
   'Exemple : pas de conduite pendant la prière du vendredi. À vérifier sur place.', true, true);

-- Which of the vehicles a mission that was submitted has on one of the days. Held until the transaction ends, so that of two
-- missions that want one vehicle at once, one is first.
create function missions_with_vehicles(vehicles uuid[], first_day date, last_day date, but uuid)
  returns table (vehicle_id uuid, mission_id uuid)
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('borne mission vehicles'));
  return query
    select link.vehicle_id, link.mission_id
      from mission_vehicle link
      join mission on mission.id = link.mission_id
     where link.vehicle_id = any (vehicles)
       and mission.id is distinct from but
       and mission.status not in ('draft', 'refused')
       and mission.starts_on <= last_day and mission.ends_on >= first_day
     order by link.vehicle_id, link.mission_id;
end $$;
revoke all on function missions_with_vehicles from public;
grant execute on function missions_with_vehicles to borne_app;

-- Nobody changes what was recorded, nor takes a line out of it; a mission may go as a whole, with the demonstration.
create function refuse_mission_event_change() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.recorded_by is null
     and to_jsonb(new) - 'recorded_by' = to_jsonb(old) - 'recorded_by' then
    return new;
  end if;
  if tg_op = 'DELETE' and not exists (select from public.mission where id = old.mission_id) then
    return old;
  end if;
  raise exception 'the events of a mission are append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on mission_event
  for each row execute function refuse_mission_event_change();

-- What happens to a mission is on the journal in the transaction that records it; so is a draft that goes.
create function note_mission() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  subject text := case tg_op when 'DELETE' then to_jsonb(old) ->> 'id' else to_jsonb(new) ->> 'mission_id' end;
  what text := case tg_op when 'DELETE' then 'deleted' else to_jsonb(new) ->> 'kind' end;
begin
  perform audit_append(
    'change', 'mission', subject, jsonb_build_object('action', what), caller_id(),
    coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return null;
end $$;
create trigger noted after insert on mission_event for each row execute function note_mission();
create trigger noted_end after delete on mission for each row execute function note_mission();
do $$
declare
  item record;
begin
  for item in select * from (values
    ('vehicle', 'mission-vehicle'), ('mission_place', 'mission-place'), ('mission_area', 'mission-area'),
    ('mission_rule', 'mission-rule'), ('allowance_rate', 'allowance-rate'), ('fuel_price', 'fuel-price'),
    ('visit_request', 'visit-request'), ('mission', 'mission')) as list (name, subject)
  loop
    execute format('create trigger noted after insert or update on %I for each row execute function note_works_row(%L)',
      item.name, item.subject);
  end loop;
end $$;

comment on table vehicle is 'internal';
comment on table mission_place is 'internal';
comment on column mission_place.contact is 'restricted: may name people';
comment on table mission_area is 'internal';
comment on table mission_rule is 'internal';
comment on table allowance_rate is 'internal';
comment on table fuel_price is 'internal';
comment on table visit_request is 'internal';
comment on column visit_request.post_id is 'public';
comment on column visit_request.asked_by is 'restricted: may name people';
comment on column visit_request.note is 'restricted: what the office writes for itself';
comment on table mission is 'internal: the staff''s alone, by policy';
comment on column mission.people is 'restricted: who travels';
comment on table mission_event is 'restricted: where staff is, and when';
comment on column mission_event.mission_id is 'public';
comment on table mission_vehicle is 'internal';
comment on column mission_vehicle.mission_id is 'public';
comment on column mission_vehicle.vehicle_id is 'public';
comment on table mission_post is 'internal';
comment on column mission_post.mission_id is 'public';
comment on column mission_post.post_id is 'public';
comment on table mission_track is 'restricted: where staff was, and when';
comment on column mission_track.mission_id is 'public';
comment on column mission_track.track_id is 'public';
do $$
declare
  item text;
begin
  foreach item in array array['vehicle', 'mission_place', 'mission_area', 'mission_rule', 'allowance_rate', 'fuel_price',
    'visit_request', 'mission']
  loop
    execute format('comment on column %I.id is ''public''', item);
    execute format('comment on column %I.version is ''public''', item);
  end loop;
  comment on column mission_event.id is 'public';
  foreach item in array array['vehicle', 'mission_place', 'mission_area', 'mission_rule', 'allowance_rate', 'fuel_price',
    'visit_request', 'mission', 'mission_event', 'mission_vehicle', 'mission_post', 'mission_track']
  loop
    execute format('alter table %I enable row level security', item);
  end loop;
  foreach item in array array['vehicle', 'mission_place', 'mission_area', 'mission_rule', 'allowance_rate', 'fuel_price']
  loop
    execute format('create policy seen on %I for select to borne_app, borne_reader using (caller_may(''missions.read''))', item);
    call allow_writing(item, $condition$caller_may('missions.settings')$condition$);
  end loop;
end $$;

create policy seen on visit_request for select to borne_app, borne_reader
  using (caller_may('missions.read') and exists (select from public.border_post post where post.id = post_id));
call allow_writing('visit_request', $$
  caller_may('missions.plan') and exists (select from public.border_post post where post.id = post_id)$$);
create policy seen on mission for select to borne_app, borne_reader
  using (caller_may('missions.read')
         and (current_setting('borne.rows', true) = 'all'
              or cardinality(post_ids)
                 = (select count(*) from public.border_post post where post.id = any (post_ids))));
create policy added on mission for insert to borne_app with check (caller_may('missions.plan'));
create policy changed on mission for update to borne_app
  using (caller_may('missions.plan')) with check (caller_may('missions.plan'));
create policy removed on mission for delete to borne_app using (caller_may('missions.plan') and status = 'draft');
do $$
declare
  item text;
begin
  foreach item in array array['mission_event', 'mission_vehicle', 'mission_post', 'mission_track'] loop
    execute format('create policy seen on %I for select to borne_app, borne_reader
      using (exists (select from public.mission where mission.id = mission_id))', item);
  end loop;
end $$;
-- Clearing and refusing are for whoever may; all else is whoever plans.
create policy added on mission_event for insert to borne_app
  with check (recorded_by = caller_id()
              and caller_may(case when kind in ('cleared', 'refused') then 'missions.clear' else 'missions.plan' end)
              and exists (select from public.mission where mission.id = mission_id));
call allow_writing('mission_vehicle', $$
  caller_may('missions.plan') and exists (select from public.mission where mission.id = mission_id)$$);
call allow_writing('mission_post', $$
  caller_may('missions.plan') and exists (select from public.mission where mission.id = mission_id)
  and exists (select from public.border_post post where post.id = post_id)$$);
call allow_writing('mission_track', $$
  caller_may('missions.plan') and exists (select from public.mission where mission.id = mission_id)
  and exists (select from public.gps_track track where track.id = track_id)$$);

do $$
declare
  item text;
begin
  foreach item in array array['vehicle', 'mission_place', 'mission_area', 'mission_rule', 'allowance_rate', 'fuel_price',
    'visit_request', 'mission', 'mission_event', 'mission_vehicle', 'mission_post', 'mission_track']
  loop
    call publish_table(item);
  end loop;
end $$;
grant insert (name, registration, profile_id, seats, tank_litres, spare_litres, radio, state, note, is_archived),
  update (name, registration, profile_id, seats, tank_litres, spare_litres, radio, state, note, is_archived, version)
  on vehicle to borne_app;
grant insert (name, geom, allows_night, sells_fuel, is_authority, hours, contact, note, is_archived),
  update (name, geom, allows_night, sells_fuel, is_authority, hours, contact, note, is_archived, version)
  on mission_place to borne_app;
grant insert (name, geom, note, is_archived), update (name, geom, note, is_archived, version) on mission_area to borne_app;
grant insert (name, level, demand, area_id, season_starts, season_ends, profile_id, source, is_example, is_active),
  update (name, level, demand, area_id, season_starts, season_ends, profile_id, source, is_example, is_active, version)
  on mission_rule to borne_app;
grant insert (role, valid_from, night_minor, day_minor, currency, source, is_archived),
  update (role, valid_from, night_minor, day_minor, currency, source, is_archived, version) on allowance_rate to borne_app;
grant insert (fuel, valid_from, per_litre_minor, currency, source, is_archived),
  update (fuel, valid_from, per_litre_minor, currency, source, is_archived, version) on fuel_price to borne_app;
grant insert (post_id, subject, asked_by, minutes, earliest, latest, priority, note, is_closed),
  update (post_id, subject, asked_by, minutes, earliest, latest, priority, note, is_closed, version)
  on visit_request to borne_app;
grant insert (id, reference, title, purpose, starts_on, ends_on, people, budget_line, question, plan, post_ids),
  update (reference, title, purpose, status, starts_on, ends_on, people, budget_line, question, plan, post_ids,
          clearance_number, clearance_from, clearance_until, version, updated_at),
  delete on mission to borne_app;
grant insert (id, mission_id, kind, happened_at, recorded_by, payload) on mission_event to borne_app;
grant insert, delete on mission_vehicle, mission_track to borne_app;
grant insert (mission_id, post_id), update (visited_on), delete on mission_post to borne_app;
