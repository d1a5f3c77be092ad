-- The register of border posts: what a person states about a post, its dated histories, and every change.
-- No personal data of travellers or migrants is asked for or stored here.

create table border_post (
  id uuid primary key default gen_random_uuid(),
  -- Identifier in the file that the post was imported from, so that a second import finds it again.
  external_id text unique,
  name text not null check (length(name) between 1 and 200),
  name_ar text check (length(name_ar) between 1 and 200),
  kind text not null check (kind in ('river', 'land')),
  agency text not null
    check (agency in ('gendarmerie', 'police', 'customs', 'national-guard', 'joint', 'unknown')),
  geom geometry(Point, 4326),
  position_confidence text not null check (position_confidence in ('confirmed', 'approximate', 'unconfirmed')),
  position_method text not null
    check (position_method in ('gps', 'settlement', 'landing', 'map', 'evidence', 'placeholder', 'import')),
  position_note text not null default '',
  uncertainty_metres double precision check (uncertainty_metres between 0 and 50000),
  facing_post text not null default '',
  notes text not null default '',
  -- Derived from the position in the transaction that writes it; never typed.
  commune_pcode text references admin_unit (pcode) on delete set null,
  moughataa_pcode text references admin_unit (pcode) on delete set null,
  wilaya_pcode text references admin_unit (pcode) on delete set null,
  -- The position is outside every unit but inside the country: the units are the nearest ones.
  is_nearest_unit boolean not null default false,
  border_segment_id text references border_segment (id) on delete set null,
  border_distance_metres double precision check (border_distance_metres >= 0),
  is_demonstration boolean not null default false,
  archived_at timestamptz,
  -- Counts the changes of what is stated: an edit names the version that it was made on.
  version integer not null default 1 check (version >= 1),
  -- Counts every write, photos and derived columns included: answers are cached by it.
  revision integer not null default 1 check (revision >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index border_post_geom on border_post using gist (geom);
create index border_post_commune on border_post (commune_pcode);
create index border_post_moughataa on border_post (moughataa_pcode);
create index border_post_wilaya on border_post (wilaya_pcode);
create index border_post_segment on border_post (border_segment_id);

-- Every spelling under which a post is found.
create table post_name (
  post_id uuid not null references border_post (id) on delete cascade,
  ordinal integer not null,
  role text not null check (role in ('name', 'arabic', 'alias')),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('fr', 'ar', 'en', 'other')),
  search_key text not null,
  primary key (post_id, ordinal)
);
create index post_name_search_key on post_name (search_key text_pattern_ops);

create table post_physical_status (
  post_id uuid not null references border_post (id) on delete cascade,
  valid_from date not null,
  status text not null
    check (status in ('planned', 'under-works', 'operational', 'suspended', 'closed')),
  progress_percent double precision check (progress_percent between 0 and 100),
  note text not null default '',
  primary key (post_id, valid_from)
);

create table post_legal_status (
  post_id uuid not null references border_post (id) on delete cascade,
  valid_from date not null,
  status text not null
    check (status in ('international', 'bilateral', 'undetermined', 'not-a-crossing-point', 'repealed')),
  act_reference text not null default '',
  note text not null default '',
  primary key (post_id, valid_from)
);

create table post_component (
  post_id uuid not null references border_post (id) on delete cascade,
  ordinal integer not null,
  kind text not null
    check (kind in ('office', 'accommodation', 'water', 'power', 'radio', 'it', 'midas', 'sanitary', 'fence',
                    'barrier', 'jetty', 'vehicle', 'boat', 'other')),
  label text not null,
  state text not null
    check (state in ('working', 'degraded', 'out-of-order', 'missing', 'planned', 'unknown')),
  quantity integer not null check (quantity between 0 and 10000),
  checked_on date,
  note text not null default '',
  primary key (post_id, ordinal)
);

-- A function at the post, not a person: the name may stay empty.
create table post_contact (
  post_id uuid not null references border_post (id) on delete cascade,
  ordinal integer not null,
  role text not null check (length(role) between 1 and 200),
  name text not null default '',
  phone text not null default '',
  email text not null default '',
  primary key (post_id, ordinal)
);

create table post_photo (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references border_post (id) on delete cascade,
  caption text not null default '' check (length(caption) <= 500),
  -- Of the file as it was uploaded: the same photo sent twice is kept once. The upload itself is not kept.
  upload_sha256 text not null,
  taken_at timestamptz,
  taken_geom geometry(Point, 4326),
  width_pixels integer not null check (width_pixels > 0),
  height_pixels integer not null check (height_pixels > 0),
  large_sha256 text not null,
  thumbnail_sha256 text not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  unique (post_id, upload_sha256)
);
create index post_photo_taken_geom on post_photo using gist (taken_geom);

-- One row per change; rows are added, never edited.
create table post_change (
  id bigint generated always as identity primary key,
  post_id uuid not null references border_post (id) on delete cascade,
  version integer not null,
  action text not null
    check (action in ('created', 'updated', 'moved', 'archived', 'restored', 'photo-added', 'photo-removed',
                      'photo-restored', 'imported')),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  import_run_id bigint references import_run (id) on delete set null,
  -- [{field, before, after}]: the changed fields and no other.
  fields jsonb not null check (jsonb_typeof(fields) = 'array')
);
create index post_change_post on post_change (post_id, id);
create index post_change_import_run on post_change (import_run_id);

-- What the lists, the map, the exports and the search read: one row a post, its current statuses with it.
create view border_post_summary as
select post.id,
       post.name,
       post.name_ar,
       post.kind,
       post.agency,
       post.geom,
       physical.status as physical_status,
       -- The day from which the status holds without a break, and the day of its latest entry.
       (select min(entry.valid_from)
          from post_physical_status entry
         where entry.post_id = post.id
           and entry.valid_from > coalesce((select max(other.valid_from)
                                              from post_physical_status other
                                             where other.post_id = post.id and other.status <> physical.status),
                                           '-infinity')) as physical_status_since,
       physical.valid_from as physical_status_on,
       case when physical.status = 'under-works' then physical.progress_percent end as progress_percent,
       coalesce(legal.status, 'undetermined') as legal_status,
       legal.valid_from as legal_status_since,
       commune.name as commune,
       moughataa.name as moughataa,
       post.moughataa_pcode,
       wilaya.name as wilaya,
       post.border_segment_id,
       segment.name as border_segment_name,
       segment.neighbour,
       post.border_distance_metres,
       post.position_confidence,
       post.position_method,
       post.position_note,
       post.is_nearest_unit,
       post.uncertainty_metres,
       post.facing_post,
       post.notes,
       (select count(*)::int from post_photo photo where photo.post_id = post.id and photo.removed_at is null)
         as photo_count,
       post.is_demonstration,
       post.archived_at is not null as is_archived,
       post.version,
       post.revision,
       post.updated_at
  from border_post post
  join lateral (select status, valid_from, progress_percent
                  from post_physical_status
                 where post_id = post.id
                 order by valid_from desc
                 limit 1) physical on true
  left join lateral (select status, valid_from
                       from post_legal_status
                      where post_id = post.id
                      order by valid_from desc
                      limit 1) legal on true
  left join admin_unit commune on commune.pcode = post.commune_pcode
  left join admin_unit moughataa on moughataa.pcode = post.moughataa_pcode
  left join admin_unit wilaya on wilaya.pcode = post.wilaya_pcode
  left join border_segment segment on segment.id = post.border_segment_id;
