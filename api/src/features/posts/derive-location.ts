import type { Bbox } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/**
 * The administrative units and the border line come from two sources that differ by up to 6.8 km in the
 * loaded region: a position inside the country and that far outside every unit belongs to the nearest one.
 */
const NEAREST_UNIT_METRES = 7_000
/** The same for the index: a box that holds the circle at these latitudes. */
const NEAREST_UNIT_DEGREES = 0.1

/**
 * Computes what follows from a position: commune, moughataa and wilaya, nearest border segment and the geodesic
 * distance to it. To be called in the transaction that wrote the position, or after a new import of the region.
 *
 * @param postId One post; every post without it.
 */
export function deriveLocation(db: Db, postId: string | null = null): Promise<number> {
  return db.run(sql`
    update public.border_post post
       set commune_pcode = derived.commune_pcode,
           moughataa_pcode = derived.moughataa_pcode,
           wilaya_pcode = derived.wilaya_pcode,
           is_nearest_unit = derived.is_nearest_unit,
           border_segment_id = derived.border_segment_id,
           border_distance_metres = derived.border_distance_metres,
           revision = post.revision + 1
      from (select placed.id,
                   commune.pcode as commune_pcode,
                   moughataa.pcode as moughataa_pcode,
                   moughataa.parent_pcode as wilaya_pcode,
                   coalesce(commune.metres_outside > 0, false) as is_nearest_unit,
                   segment.id as border_segment_id,
                   segment.metres as border_distance_metres
              from border_post placed
              left join lateral (
                     select unit.pcode, unit.parent_pcode,
                            st_distance(unit.geom::geography, placed.geom::geography) as metres_outside
                       from admin_unit unit
                      where unit.level = 3
                        and unit.geom && st_expand(placed.geom, ${NEAREST_UNIT_DEGREES})
                        and (st_intersects(unit.geom, placed.geom)
                             or (st_dwithin(unit.geom::geography, placed.geom::geography, ${NEAREST_UNIT_METRES})
                                 and exists (select 1 from country
                                              where country.iso3 = 'MRT'
                                                and st_intersects(country.geom, placed.geom))))
                      order by metres_outside, unit.pcode
                      limit 1) commune on true
              left join admin_unit moughataa on moughataa.pcode = commune.parent_pcode
              left join lateral (
                     select line.id, st_distance(line.geom::geography, placed.geom::geography) as metres
                       from border_segment line
                      where line.border like 'mrt-%' and placed.geom is not null
                      order by metres, line.id
                      limit 1) segment on true
             where placed.id = ${postId}::uuid or ${postId}::uuid is null) derived
     where post.id = derived.id
       and (post.commune_pcode, post.moughataa_pcode, post.wilaya_pcode, post.is_nearest_unit,
            post.border_segment_id, post.border_distance_metres)
           is distinct from
           (derived.commune_pcode, derived.moughataa_pcode, derived.wilaya_pcode, derived.is_nearest_unit,
            derived.border_segment_id, derived.border_distance_metres)`)
}

/** Envelope of the loaded moughataas; null as long as no region is loaded. */
export async function findRegionEnvelope(db: Db): Promise<Bbox | null> {
  const found = await db.maybeOne<{ bbox: Bbox }>(sql`
    select json_build_array(st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)) as bbox
      from (select st_extent(geom) as box from admin_unit where level = 2) region
     where box is not null`)
  return found?.bbox ?? null
}
