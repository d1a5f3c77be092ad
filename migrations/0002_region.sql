-- What is known of the region, each row with the import that brought it.

create table import_run (
  id            bigint generated always as identity primary key,
  dataset       text not null,
  source        text not null,
  licence       text not null,
  attribution   text not null,
  file_name     text not null,
  file_sha256   text not null,
  reader_version integer not null default 1,
  started_at    timestamptz not null default now(),
  finished_at   timestamptz,
  status        text not null check (status in ('running', 'loaded', 'failed')),
  rows_read     integer not null default 0 check (rows_read >= 0),
  rows_loaded   integer not null default 0 check (rows_loaded >= 0),
  rows_rejected integer not null default 0 check (rows_rejected >= 0)
);
create index import_run_dataset_idx on import_run (dataset, id desc);

create table import_reject (
  id            bigint generated always as identity primary key,
  import_run_id bigint not null references import_run (id) on delete cascade,
  row_number    integer not null,
  reason        text not null,
  detail        text not null
);
create index import_reject_import_run_id_idx on import_reject (import_run_id, row_number);

create table country (
  iso3          text primary key,
  name          text not null,
  import_run_id bigint not null references import_run (id),
  geom          geometry(multipolygon, 4326) not null
);
create index country_import_run_id_idx on country (import_run_id);
create index country_geom_idx on country using gist (geom);

create table admin_unit (
  pcode                  text primary key,
  level                  integer not null check (level between 1 and 3),
  parent_pcode           text references admin_unit (pcode) deferrable initially deferred,
  name                   text not null,
  in_guidimakha          boolean not null,
  area_square_kilometres double precision not null,
  valid_on               date not null,
  search_key             text not null,
  import_run_id          bigint not null references import_run (id),
  geom                   geometry(multipolygon, 4326) not null
);
create index admin_unit_parent_pcode_idx on admin_unit (parent_pcode);
create index admin_unit_search_key_idx on admin_unit (search_key text_pattern_ops);
create index admin_unit_import_run_id_idx on admin_unit (import_run_id);
create index admin_unit_geom_idx on admin_unit using gist (geom);

create table border_segment (
  id                       text primary key,
  border                   text not null,
  neighbour                text not null,
  name                     text not null,
  follows                  text,
  -- No foreign key: the moughataas outside the loaded window are not in admin_unit.
  moughataa                text,
  in_guidimakha            boolean not null,
  from_kilometre           double precision,
  to_kilometre             double precision,
  source_length_kilometres double precision not null,
  -- Geodesic on the WGS 84 ellipsoid.
  length_metres            double precision not null check (length_metres > 0),
  geometry_version         text not null,
  import_run_id            bigint not null references import_run (id),
  geom                     geometry(linestring, 4326) not null
);
create index border_segment_import_run_id_idx on border_segment (import_run_id);
create index border_segment_geom_idx on border_segment using gist (geom);

create table settlement (
  id                text primary key,
  name              text,
  name_fr           text,
  name_ar           text,
  place             text not null,
  iso3              text,
  population        integer check (population >= 0),
  population_source text,
  commune_pcode     text references admin_unit (pcode) on delete set null,
  moughataa_pcode   text references admin_unit (pcode) on delete set null,
  -- Outside every unit of the source, inside the border of OpenStreetMap: the nearest unit.
  is_nearest_unit   boolean not null,
  import_run_id     bigint not null references import_run (id),
  geom              geometry(point, 4326) not null
);
create index settlement_commune_pcode_idx on settlement (commune_pcode);
create index settlement_moughataa_pcode_idx on settlement (moughataa_pcode);
create index settlement_import_run_id_idx on settlement (import_run_id);
create index settlement_geom_idx on settlement using gist (geom);

-- Every spelling of a settlement, the main ones included.
create table place_name (
  id            bigint generated always as identity primary key,
  settlement_id text not null references settlement (id) on delete cascade,
  name          text not null,
  lang          text not null check (lang in ('fr', 'ar', 'other')),
  search_key    text not null
);
create index place_name_settlement_id_idx on place_name (settlement_id);
create index place_name_search_key_idx on place_name (search_key text_pattern_ops);

-- Secondary places: wells, hills, wadis by name, health posts, public places, airports.
create table place (
  id            text primary key,
  kind          text not null,
  subkind       text not null,
  name          text,
  iso3          text,
  source        text not null,
  search_key    text not null,
  import_run_id bigint not null references import_run (id),
  geom          geometry(point, 4326) not null
);
create index place_search_key_idx on place (search_key text_pattern_ops);
create index place_import_run_id_idx on place (import_run_id);
create index place_geom_idx on place using gist (geom);

create table waterway (
  id              integer primary key,
  class           text not null,
  name            text,
  name_fr         text,
  name_ar         text,
  is_intermittent boolean not null,
  length_metres   double precision not null,
  import_run_id   bigint not null references import_run (id),
  geom            geometry(linestring, 4326) not null
);
create index waterway_import_run_id_idx on waterway (import_run_id);
create index waterway_geom_idx on waterway using gist (geom);

create table water_area (
  id                     integer primary key,
  class                  text not null,
  area_square_kilometres double precision not null,
  is_intermittent        boolean not null,
  import_run_id          bigint not null references import_run (id),
  geom                   geometry(polygon, 4326) not null
);
create index water_area_import_run_id_idx on water_area (import_run_id);
create index water_area_geom_idx on water_area using gist (geom);

-- What open sources say of border posts. Evidence, never the register's own statement.
create table post_evidence (
  id              text primary key,
  name            text not null,
  name_ar         text,
  alt_names       text,
  kind            text not null,
  status_evidence text not null,
  evidence        text,
  sources         text not null,
  neighbour       text not null,
  counterpart     text,
  country         text not null,
  coord_method    text not null,
  coord_note      text,
  import_run_id   bigint not null references import_run (id),
  geom            geometry(point, 4326) not null
);
create index post_evidence_import_run_id_idx on post_evidence (import_run_id);
create index post_evidence_geom_idx on post_evidence using gist (geom);
