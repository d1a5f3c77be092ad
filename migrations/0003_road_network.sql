-- The road network: nodes, edges by grade, and the gaps of the map, which are not roads.

create table road_node (
  id            bigint primary key,
  import_run_id bigint not null references import_run (id),
  geom          geometry(point, 4326) not null
);
create index road_node_import_run_id_idx on road_node (import_run_id);
create index road_node_geom_idx on road_node using gist (geom);

create table road_edge (
  id            bigint primary key,
  u             bigint not null references road_node (id) deferrable initially deferred,
  v             bigint not null references road_node (id) deferrable initially deferred,
  highway       text not null,
  -- From the unsimplified geometry, or the published length of a documented road.
  length_metres double precision not null check (length_metres > 0),
  is_oneway     boolean not null,
  is_ferry      boolean not null,
  structure     text check (structure in ('bridge', 'ford', 'tunnel')),
  grade         text not null check (grade in ('mapped', 'documented')),
  iso3          text,
  in_guidimakha boolean not null,
  component     integer not null,
  name          text,
  ref           text,
  -- Where the length of a documented road was published, and what was said of its state.
  published_source text,
  published_note   text,
  import_run_id bigint not null references import_run (id),
  geom          geometry(linestring, 4326) not null,
  check ((grade = 'documented') = (published_source is not null))
);
create index road_edge_u_idx on road_edge (u);
create index road_edge_v_idx on road_edge (v);
create index road_edge_import_run_id_idx on road_edge (import_run_id);
create index road_edge_geom_idx on road_edge using gist (geom);

-- Straight lines across the holes of the map: synthetic by definition.
create table road_gap (
  id            text primary key,
  kind          text not null check (kind in ('disconnected', 'detour')),
  length_metres double precision not null,
  road_a        bigint not null references road_edge (id) deferrable initially deferred,
  road_b        bigint not null references road_edge (id) deferrable initially deferred,
  import_run_id bigint not null references import_run (id),
  geom          geometry(linestring, 4326) not null
);
create index road_gap_road_a_idx on road_gap (road_a);
create index road_gap_road_b_idx on road_gap (road_b);
create index road_gap_import_run_id_idx on road_gap (import_run_id);
create index road_gap_geom_idx on road_gap using gist (geom);

-- Where mapped lines meet the border line. Not border posts.
create table border_road_crossing (
  id            text primary key,
  border        text not null,
  neighbour     text not null,
  highway       text not null,
  in_guidimakha boolean not null,
  near_home     text,
  near_abroad   text,
  import_run_id bigint not null references import_run (id),
  geom          geometry(point, 4326) not null
);
create index border_road_crossing_import_run_id_idx on border_road_crossing (import_run_id);
create index border_road_crossing_geom_idx on border_road_crossing using gist (geom);
