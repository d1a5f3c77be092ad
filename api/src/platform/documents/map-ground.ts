import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../db.ts'
import { type Sql, sql } from '../sql.ts'
import type { MapBox } from './map-view.ts'

interface Line {
  readonly coordinates: readonly Position[]
}

/** What lies around that which a map shows. */
export interface MapGround {
  readonly roads: readonly (Line & { readonly isMain: boolean })[]
  readonly waterways: readonly (Line & { readonly isRiver: boolean })[]
  readonly borders: readonly Line[]
  /** The most populous first. */
  readonly settlements: readonly {
    readonly name: string
    readonly isTown: boolean
    readonly position: Position
  }[]
  /** Whose data it is. */
  readonly attributions: readonly string[]
}

const MAIN_ROADS = ['motorway', 'trunk', 'primary', 'secondary']
const ROADS = [...MAIN_ROADS, 'tertiary', 'unclassified', 'track', 'road', 'residential']
/** Whose data is drawn besides the roads. */
const DATASETS = ['waterways', 'border_segments', 'settlements', 'documented_roads_schematic']
const MOST_LINES = 6000
const MOST_SETTLEMENTS = 60
/** Of the longer side of the box: finer is not seen on paper. */
const FINEST_SHARE = 1 / 1500

/** Roads, waters, borders and villages of a box, as fine as paper shows them. */
export async function findMapGround(db: Db, box: MapBox): Promise<MapGround> {
  const [west, south, east, north] = box
  const around = sql`st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`
  const drawn = (geom: Sql) =>
    sql`st_asgeojson(st_simplify(${geom}, ${Math.max(east - west, north - south) * FINEST_SHARE}, true), 5)::json
        -> 'coordinates'`
  return {
    roads: await db.many(sql`
      select ${drawn(sql`edge.geom`)} as coordinates, edge.highway = any(${MAIN_ROADS}::text[]) as "isMain"
        from road_edge edge
       where edge.network_id = (select max(id) from road_network where state = 'accepted')
         and edge.highway = any(${ROADS}::text[]) and edge.grade = 'mapped' and edge.geom && ${around}
       order by array_position(${ROADS}::text[], edge.highway), edge.id
       limit ${MOST_LINES}`),
    waterways: await db.many(sql`
      select ${drawn(sql`way.geom`)} as coordinates, way.class = 'river' as "isRiver"
        from waterway way
       where way.geom && ${around}
       order by way.class = 'river' desc, way.length_metres desc, way.id
       limit ${MOST_LINES}`),
    borders: await db.many(sql`
      select ${drawn(sql`segment.geom`)} as coordinates
        from border_segment segment
       where segment.geom && ${around}
       order by segment.id`),
    settlements: await db.many(sql`
      select coalesce(name_fr, name) as name, place = 'town' as "isTown",
             json_build_array(st_x(geom), st_y(geom)) as position
        from settlement
       where geom && ${around} and coalesce(name_fr, name) is not null and place in ('town', 'village')
       order by place = 'town' desc, population desc nulls last, id
       limit ${MOST_SETTLEMENTS}`),
    attributions: (
      await db.many<{ attribution: string }>(sql`
        select attribution from import_run
         where status = 'loaded' and attribution <> '' and dataset = any(${DATASETS}::text[])
         union
        select attribution from road_network where id = (select max(id) from road_network where state = 'accepted')
         order by attribution`)
    ).map(({ attribution }) => attribution),
  }
}
