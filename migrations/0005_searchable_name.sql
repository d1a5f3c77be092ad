-- Every spelling under which something can be found, whatever feature keeps it.

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
  from post_name spelling
  join border_post_summary post on post.id = spelling.post_id
 where not post.is_archived
union all
select 'admin-unit', unit.pcode, unit.name, unit.name, unit.search_key,
       case unit.level when 1 then 'wilaya' when 2 then 'moughataa' else 'commune' end,
       coalesce(parent.name, ''), st_pointonsurface(unit.geom), false,
       case when unit.in_guidimakha then 0 else 10 end + unit.level
  from admin_unit unit
  left join admin_unit parent on parent.pcode = unit.parent_pcode
union all
select 'settlement', settlement.id, coalesce(settlement.name_fr, settlement.name, spelling.name), spelling.name,
       spelling.search_key, settlement.place, coalesce(moughataa.name, country.name, ''), settlement.geom, false,
       case when settlement.iso3 = 'MRT' then 0 else 10 end
         + case settlement.place when 'city' then 0 when 'town' then 1 when 'village' then 2 else 3 end
  from place_name spelling
  join settlement on settlement.id = spelling.settlement_id
  left join admin_unit moughataa on moughataa.pcode = settlement.moughataa_pcode
  left join country on country.iso3 = settlement.iso3
union all
select 'place', place.id, place.name, place.name, place.search_key, place.subkind,
       coalesce(country.name, ''), place.geom, false,
       case when place.iso3 = 'MRT' then 0 else 10 end
  from place
  left join country on country.iso3 = place.iso3
 where place.name is not null;
