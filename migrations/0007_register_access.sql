-- Which rows and which columns of the region and of the register a caller is shown.

create table sub_office (
  id text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
  name text not null,
  -- Takes the posts that nobody assigns: those of an import.
  is_default boolean not null default false
);
comment on table sub_office is 'public';
create unique index sub_office_default on sub_office (is_default) where is_default;
insert into sub_office (id, name, is_default)
values ('selibaby', 'Sélibaby', true), ('bassikounou', 'Bassikounou', false);

alter table border_post
  add column sub_office_id text not null default 'selibaby' references sub_office (id);
create index border_post_sub_office on border_post (sub_office_id);

alter table import_run enable row level security;
alter table import_reject enable row level security;
alter table border_post enable row level security;
alter table post_name enable row level security;
alter table post_physical_status enable row level security;
alter table post_legal_status enable row level security;
alter table post_component enable row level security;
alter table post_contact enable row level security;
alter table post_photo enable row level security;
alter table post_change enable row level security;

create policy seen on border_post for select to borne_app, borne_reader
  using (caller_sees_post(id, sub_office_id));
call allow_writing('border_post', $$caller_may('posts.edit') and caller_sees_post(id, sub_office_id)$$);

-- The open data of the region are everyone's; how many posts a file held is not.
create policy seen on import_run for select to borne_app, borne_reader
  using (dataset not in ('posts', 'demonstration-posts') or caller_may('imports.rejects'));
create policy seen on import_reject for select to borne_app, borne_reader
  using (caller_may('imports.rejects')
         and (caller_may('posts.rejects')
              or exists (select from public.import_run run
                          where run.id = import_run_id and run.dataset not in ('posts', 'demonstration-posts'))));

-- What belongs to a post is seen with it, when its class allows, and written with it.
do $$
declare
  item record;
begin
  for item in select * from (values
    ('post_name', 0), ('post_physical_status', 0), ('post_legal_status', 0), ('post_component', 1),
    ('post_photo', 1), ('post_contact', 2), ('post_change', 2)) as list (name, clearance)
  loop
    execute format('create policy seen on %I for select to borne_app, borne_reader
      using (caller_clearance() >= %s and exists (select from public.border_post post where post.id = post_id))',
      item.name, item.clearance);
    call allow_writing(item.name, $condition$
      caller_may('posts.edit') and exists (select from public.border_post post where post.id = post_id)$condition$);
  end loop;
end $$;

comment on table country is 'public';
comment on table admin_unit is 'public';
comment on table border_segment is 'public';
comment on table settlement is 'public';
comment on table place_name is 'public';
comment on table place is 'public';
comment on table waterway is 'public';
comment on table water_area is 'public';
comment on table post_evidence is 'public';
comment on table road_node is 'public';
comment on table road_edge is 'public';
comment on table road_gap is 'public';
comment on table border_road_crossing is 'public';
comment on table import_run is 'public';
comment on column import_run.file_name is 'internal';
comment on table import_reject is 'restricted: what a refused row said';
comment on column import_reject.id is 'public';
comment on column import_reject.import_run_id is 'public';

comment on table border_post is 'public';
comment on column border_post.external_id is 'internal';
comment on column border_post.agency is 'internal: who staffs it';
comment on column border_post.position_method is 'internal';
comment on column border_post.position_note is 'internal';
comment on column border_post.notes is 'restricted: what the office writes for itself';
comment on table post_name is 'public';
comment on table post_physical_status is 'public';
comment on column post_physical_status.progress_percent is 'internal';
comment on column post_physical_status.note is 'internal';
comment on table post_legal_status is 'public';
comment on column post_legal_status.note is 'internal';
comment on table post_component is 'internal: what works and what does not';
comment on column post_component.post_id is 'public';
comment on table post_contact is 'restricted: staffing';
comment on column post_contact.post_id is 'public';
comment on table post_photo is 'internal';
comment on column post_photo.id is 'public';
comment on column post_photo.post_id is 'public';
comment on table post_change is 'restricted: the values before and after';
comment on column post_change.id is 'public';
comment on column post_change.post_id is 'public';
comment on table schema_migration is 'public';

-- The views of the register and of the search are made again over the masked tables.
drop view searchable_name;
drop view border_post_summary;

do $$
declare
  item text;
begin
  foreach item in array array['sub_office', 'country', 'admin_unit', 'border_segment', 'settlement', 'place_name',
    'place', 'waterway', 'water_area', 'post_evidence', 'road_node', 'road_edge', 'road_gap',
    'border_road_crossing', 'import_run', 'import_reject', 'border_post', 'post_name', 'post_physical_status',
    'post_legal_status', 'post_component', 'post_contact', 'post_photo', 'post_change']
  loop
    call publish_table(item);
  end loop;
end $$;

grant insert, update, delete on border_post, post_name, post_physical_status, post_legal_status, post_component,
  post_contact, post_photo to borne_app;
grant insert on post_change to borne_app;

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
          from visible.post_physical_status entry
         where entry.post_id = post.id
           and entry.valid_from > coalesce((select max(other.valid_from)
                                              from visible.post_physical_status other
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
       -- Unknown, not none, to who may not see photos.
       case when caller_clearance() >= 1 then
         (select count(*)::int from visible.post_photo photo where photo.post_id = post.id and photo.removed_at is null)
       end as photo_count,
       post.is_demonstration,
       post.archived_at is not null as is_archived,
       post.sub_office_id,
       post.version,
       post.revision,
       post.updated_at
  from visible.border_post post
  join lateral (select status, valid_from, progress_percent
                  from visible.post_physical_status
                 where post_id = post.id
                 order by valid_from desc
                 limit 1) physical on true
  left join lateral (select status, valid_from
                       from visible.post_legal_status
                      where post_id = post.id
                      order by valid_from desc
                      limit 1) legal on true
  left join visible.admin_unit commune on commune.pcode = post.commune_pcode
  left join visible.admin_unit moughataa on moughataa.pcode = post.moughataa_pcode
  left join visible.admin_unit wilaya on wilaya.pcode = post.wilaya_pcode
  left join visible.border_segment segment on segment.id = post.border_segment_id;
call publish_view('public.border_post_summary');

create view searchable_name as
select 'post'::text as type,
       post.id::text as id,
       post.name,
       spelling.name as spelling,
       spelling.search_key,
       post.kind,
       coalesce(post.moughataa, '') as context,
       post.geom as geom,
       post.is_demonstration,
       0 as weight
  from visible.post_name spelling
  join border_post_summary post on post.id = spelling.post_id
 where not post.is_archived
union all
select 'admin-unit', unit.pcode, unit.name, unit.name, unit.search_key,
       case unit.level when 1 then 'wilaya' when 2 then 'moughataa' else 'commune' end,
       coalesce(parent.name, ''), st_pointonsurface(unit.geom), false,
       case when unit.in_guidimakha then 0 else 10 end + unit.level
  from visible.admin_unit unit
  left join visible.admin_unit parent on parent.pcode = unit.parent_pcode
union all
select 'settlement', settlement.id, coalesce(settlement.name_fr, settlement.name, spelling.name), spelling.name,
       spelling.search_key, settlement.place, coalesce(moughataa.name, country.name, ''), settlement.geom, false,
       case when settlement.iso3 = 'MRT' then 0 else 10 end
         + case settlement.place when 'city' then 0 when 'town' then 1 when 'village' then 2 else 3 end
  from visible.place_name spelling
  join visible.settlement on settlement.id = spelling.settlement_id
  left join visible.admin_unit moughataa on moughataa.pcode = settlement.moughataa_pcode
  left join visible.country on country.iso3 = settlement.iso3
union all
select 'place', place.id, place.name, place.name, place.search_key, place.subkind,
       coalesce(country.name, ''), place.geom, false,
       case when place.iso3 = 'MRT' then 0 else 10 end
  from visible.place
  left join visible.country on country.iso3 = place.iso3
 where place.name is not null;
call publish_view('public.searchable_name');
