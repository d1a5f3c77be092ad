-- Recorded tracks, what they teach of the roads, and the corrections of the network that people draw or take from them.

create table gps_track (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  -- Names the stored file; the same file is kept once.
  file_sha256 text not null unique,
  file_bytes bigint not null check (file_bytes > 0),
  -- `VehicleProfile` of geodata: by its rules the track is matched, against its speeds the passages are weighed.
  vehicle_id text not null check (length(vehicle_id) between 1 and 60),
  state text not null default 'waiting' check (state in ('waiting', 'matched', 'refused')),
  -- A code of the catalogue with what fills its words, where the track was refused.
  refusal jsonb,
  -- Counts of reading, cleaning, matching and proposing; null until the first matching.
  report jsonb,
  started_at timestamptz,
  ended_at timestamptz check (ended_at >= started_at),
  matched_metres double precision check (matched_metres >= 0),
  unmatched_metres double precision check (unmatched_metres >= 0),
  -- The version of the network that it is matched to.
  network_id bigint references road_network (id),
  matched_at timestamptz,
  -- Counts the matchings: what was learned is remembered by it.
  matching integer not null default 0,
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid references account (id) on delete set null,
  is_demonstration boolean not null default false,
  -- As recorded; the ways over the network; what fits none.
  geom geometry(MultiLineString, 4326),
  matched_geom geometry(MultiLineString, 4326),
  unmatched_geom geometry(MultiLineString, 4326),
  check ((state = 'refused') = (refusal is not null)),
  check (state <> 'matched' or (report is not null and network_id is not null))
);
create index gps_track_network on gps_track (network_id);
create index gps_track_uploaded_by on gps_track (uploaded_by);
create index gps_track_geom on gps_track using gist (geom);
create index gps_track_matched_geom on gps_track using gist (matched_geom);
create index gps_track_unmatched_geom on gps_track using gist (unmatched_geom);

-- A correction of the network. It is bound by its place, not by an edge, so it holds for newer versions too.
create table road_edit (
  -- Whoever draws may choose it, so that a drawing that is sent twice is kept once.
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('add', 'change', 'remove')),
  geom geometry(LineString, 4326) not null,
  -- Codes of geodata: `HIGHWAYS`, `GROUNDS`; null = not stated.
  highway text check (length(highway) <= 40),
  ground text check (ground in ('unknown', 'paved', 'gravel', 'earth', 'sand', 'rock', 'water')),
  name text check (length(name) between 1 and 200),
  -- First and last day on which it holds; null = open.
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'rejected')),
  origin text not null check (origin in ('drawn', 'track')),
  track_id uuid references gps_track (id) on delete set null,
  -- What the track tells of it: {points, meanKmh}.
  evidence jsonb,
  note text not null default '' check (length(note) <= 2000),
  proposed_at timestamptz not null default now(),
  proposed_by uuid references account (id) on delete set null,
  decided_at timestamptz,
  decided_by uuid references account (id) on delete set null,
  is_demonstration boolean not null default false,
  version integer not null default 1 check (version >= 1),
  check (kind <> 'add' or highway is not null),
  check (kind <> 'change' or highway is not null or ground is not null or name is not null)
);
create index road_edit_geom on road_edit using gist (geom);
create index road_edit_track on road_edit (track_id);
create index road_edit_proposed_by on road_edit (proposed_by);
create index road_edit_decided_by on road_edit (decided_by);

-- One passage of a timed track over an edge, or over a part of it.
create table road_passage (
  track_id uuid not null references gps_track (id) on delete cascade,
  ordinal integer not null,
  network_id bigint not null references road_network (id),
  -- A row of `road_edge` of that version; null on a road that people added. Not a key: a version may be loaded anew.
  edge_id bigint,
  edit_id uuid references road_edit (id) on delete cascade,
  is_forward boolean not null,
  metres double precision not null check (metres > 0),
  -- Of the length of the edge.
  share double precision not null check (share > 0),
  seconds double precision not null check (seconds >= 0),
  halt_seconds double precision not null check (halt_seconds >= 0),
  passed_at timestamptz not null,
  -- False where the road was of another class on that day: it says nothing of the road of today.
  is_of_this_road boolean not null default true,
  primary key (track_id, ordinal),
  check ((edge_id is null) <> (edit_id is null))
);
create index road_passage_network on road_passage (network_id, edge_id);
create index road_passage_edit on road_passage (edit_id);

-- Edits have their history and their lines on the journal as closures have.
alter table road_state_change drop constraint road_state_change_subject_check,
  drop constraint road_state_change_action_check,
  add constraint road_state_change_subject_check
    check (subject in ('closure', 'season-calendar', 'vehicle', 'road-edit')),
  add constraint road_state_change_action_check
    check (action in ('created', 'updated', 'confirmed', 'lifted', 'restored', 'accepted', 'rejected'));

create function note_road_edit() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  what text := case
    when tg_op = 'INSERT' then 'created'
    when old.state <> new.state then new.state
    else 'updated' end;
  fields jsonb := (
    select coalesce(jsonb_agg(name order by name), '[]')
      from jsonb_object_keys(to_jsonb(new)) as name
     where name <> 'version' and to_jsonb(new) -> name is distinct from coalesce(was, '{}') -> name);
begin
  insert into road_state_change (subject, subject_id, version, action, account_id, before)
  values ('road-edit', new.id::text, new.version, what, caller_id(), was);
  perform audit_append(
    'change', 'road-edit', new.id::text,
    jsonb_build_object('action', what, 'origin', new.origin, 'version', new.version, 'fields', fields), caller_id(),
    coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return new;
end $$;
-- A track that is deleted takes itself off its edits: that is no change of theirs.
create trigger noted after insert or update of geom, highway, ground, name, valid_from, valid_until, state, note, version
  on road_edit for each row execute function note_road_edit();

-- A track comes and goes with a line on the journal, and takes along what nobody has decided of it. Matching it changes
-- nothing that a person stated.
create function note_gps_track() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    delete from road_edit where track_id = old.id and state = 'proposed';
  end if;
  perform audit_append(
    case when tg_op = 'INSERT' then 'import' else 'change' end, 'track', coalesce(new.id, old.id)::text,
    jsonb_build_object('action', case when tg_op = 'INSERT' then 'created' else 'deleted' end,
                       'bytes', coalesce(new.file_bytes, old.file_bytes)), caller_id(),
    coalesce(nullif(current_setting('borne.role', true), ''), 'local'),
    coalesce(current_setting('borne.name', true), ''), coalesce(current_setting('borne.address', true), ''),
    coalesce(current_setting('borne.agent', true), ''));
  return coalesce(new, old);
end $$;
create trigger noted after insert on gps_track for each row execute function note_gps_track();
create trigger noted_end before delete on gps_track for each row execute function note_gps_track();

comment on table gps_track is 'restricted: where staff was, and when';
comment on column gps_track.id is 'public';
comment on table road_passage is 'restricted: where staff was, and when';
comment on column road_passage.track_id is 'public';
comment on table road_edit is 'public: what is not accepted is for the staff, by policy';
comment on column road_edit.note is 'internal: may name people';
comment on column road_edit.track_id is 'restricted';
comment on column road_edit.evidence is 'internal';
comment on column road_edit.proposed_by is 'internal';
comment on column road_edit.decided_by is 'internal';

alter table gps_track enable row level security;
alter table road_passage enable row level security;
alter table road_edit enable row level security;

create policy seen on gps_track for select to borne_app, borne_reader using (caller_may('tracks.read'));
create policy added on gps_track for insert to borne_app
  with check (caller_may('tracks.upload') and uploaded_by = caller_id());
create policy changed on gps_track for update to borne_app
  using (caller_may('tracks.upload')) with check (caller_may('tracks.upload'));
create policy removed on gps_track for delete to borne_app
  using (caller_may('tracks.manage') or (caller_may('tracks.upload') and uploaded_by = caller_id()));
create policy seen on road_passage for select to borne_app, borne_reader using (caller_may('tracks.read'));

create policy seen on road_edit for select to borne_app, borne_reader
  using (caller_may('roads.read') and (state = 'accepted' or caller_may('road-edits.propose')));
create policy added on road_edit for insert to borne_app
  with check (caller_may('road-edits.propose') and state = 'proposed' and proposed_by = caller_id());
create policy changed on road_edit for update to borne_app
  using (caller_may('road-edits.decide')) with check (caller_may('road-edits.decide'));

-- What a proposed road was before is for whoever sees proposals.
alter policy seen on road_state_change
  using (caller_clearance() >= 2
         and caller_may(case subject when 'road-edit' then 'road-edits.propose' else 'closures.manage' end));

call publish_table('gps_track');
call publish_table('road_passage');
call publish_table('road_edit');
grant insert (id, name, file_sha256, file_bytes, vehicle_id, uploaded_by), update (state, refusal), delete
  on gps_track to borne_app;
grant insert (id, kind, geom, highway, ground, name, valid_from, valid_until, origin, note, proposed_by),
  update (geom, highway, ground, name, valid_from, valid_until, state, note, decided_at, decided_by, version)
  on road_edit to borne_app;
