import type { Position } from '@borne/geodata/geometry/position'
import type { Watercourse } from '@borne/geodata/road-network/sort-watercourses'
import type { RoadEdgeRecord, RoadGapRecord } from '@borne/geodata/road-network/types'
import type { Db } from './db.ts'
import { sql } from './sql.ts'

export interface NetworkSegment {
  readonly id: string
  /** The two countries that it parts: mrt-sen, mrt-mli, sen-mli. */
  readonly border: string
  readonly name: string
  readonly neighbour: string
  readonly moughataa: string | null
  readonly inGuidimakha: boolean
  readonly geometryVersion: string
  readonly coordinates: readonly Position[]
}

export interface NetworkSettlement {
  readonly id: string
  readonly name: string
  readonly nameAr: string | null
  readonly place: string
  readonly population: number | null
  readonly iso3: string | null
  readonly position: Position
}

/** Edges a batch: the embedded engine has one session, and other questions want their turn. */
const BATCH = 4000

/** Every road, mapped and documented, a batch at a time. */
export async function loadRoadEdges(db: Db): Promise<RoadEdgeRecord[]> {
  const edges: RoadEdgeRecord[] = []
  for (let last = Number.MIN_SAFE_INTEGER; ; last = edges.at(-1)!.id) {
    const batch = await db.many<RoadEdgeRecord>(sql`
      select edge.id, edge.u, edge.v, edge.highway,
             edge.length_metres                              as "lengthMetres",
             edge.is_oneway                                  as "isOneway",
             edge.is_ferry                                   as "isFerry",
             edge.structure, edge.grade, edge.iso3,
             st_asgeojson(edge.geom, 6)::json -> 'coordinates' as coordinates
        from road_edge edge
       where edge.id > ${last}::bigint
       order by edge.id
       limit ${BATCH}::int`)
    edges.push(...batch)
    if (batch.length < BATCH) return edges
  }
}

export function loadRoadGaps(db: Db): Promise<RoadGapRecord[]> {
  return db.many<RoadGapRecord>(sql`
    select gap.id,
           gap.length_metres                               as "lengthMetres",
           gap.road_a                                      as "roadA",
           gap.road_b                                      as "roadB",
           st_asgeojson(gap.geom, 6)::json -> 'coordinates' as coordinates
      from road_gap gap
     order by gap.id`)
}

/** Ids of the edges inside Guidimakha. */
export async function loadRegionEdgeIds(db: Db): Promise<number[]> {
  const rows = await db.many<{ id: number }>(
    sql`select edge.id from road_edge edge where edge.in_guidimakha order by edge.id`,
  )
  return rows.map(({ id }) => id)
}

export function loadWatercourses(db: Db): Promise<Watercourse[]> {
  return db.many<Watercourse>(sql`
    select waterway.class,
           coalesce(waterway.name_fr, waterway.name)            as name,
           st_asgeojson(waterway.geom, 6)::json -> 'coordinates' as coordinates
      from waterway
     order by waterway.id`)
}

/** The border lines from the north-west to the east, with the segments that are measured marked. */
export function loadBorderSegments(db: Db): Promise<NetworkSegment[]> {
  return db.many<NetworkSegment>(sql`
    select segment.id, segment.border, segment.name, segment.neighbour, segment.moughataa,
           segment.in_guidimakha                               as "inGuidimakha",
           segment.geometry_version                            as "geometryVersion",
           st_asgeojson(segment.geom, 6)::json -> 'coordinates' as coordinates
      from border_segment segment
     order by segment.border desc, segment.id`)
}

/** Settlements that have a name. */
export function loadSettlements(db: Db): Promise<NetworkSettlement[]> {
  return db.many<NetworkSettlement>(sql`
    select settlement.id,
           coalesce(settlement.name_fr, settlement.name)          as name,
           settlement.name_ar                                     as "nameAr",
           settlement.place,
           settlement.population, settlement.iso3,
           json_build_array(st_x(settlement.geom), st_y(settlement.geom)) as position
      from settlement
     where coalesce(settlement.name_fr, settlement.name) is not null
     order by settlement.id`)
}

/** Changes with every import that ended well. */
export async function loadImportVersion(db: Db): Promise<number> {
  const { version } = await db.one<{ version: number }>(
    sql`select coalesce(max(run.id), 0) as version from import_run run where run.status = 'loaded'`,
  )
  return version
}
