import type { NetworkCrossing } from '@borne/geodata/coverage/coverage-types'
import type { NetworkSegment, NetworkSettlement } from '@borne/geodata/road-network/places'
import type { Watercourse } from '@borne/geodata/road-network/sort-watercourses'
import type {
  RoadAddition,
  RoadEdgeRecord,
  RoadGapRecord,
  TurnRestriction,
} from '@borne/geodata/road-network/types'
import type { Db } from './db.ts'
import { sql } from './sql.ts'

/** A version of the road network. */
export interface NetworkVersion {
  readonly id: number
  readonly label: string
  readonly attribution: string
  /** From this day on the roads are as in this version. */
  readonly validFrom: string
}

/** The versions that somebody accepted. Which of them counts on a day is `chooseVersion`'s to say. */
export function loadAcceptedVersions(db: Db): Promise<NetworkVersion[]> {
  return db.many<NetworkVersion>(sql`
    select network.id, network.label, network.attribution, network.valid_from::text as "validFrom"
      from road_network network
     where network.state = 'accepted'
     order by network.id`)
}

/** Edges a batch: the embedded engine has one session, and other questions want their turn. */
const BATCH = 4000

/** Every road of a version, mapped and documented, a batch at a time. */
export async function loadRoadEdges(db: Db, networkId: number): Promise<RoadEdgeRecord[]> {
  const edges: RoadEdgeRecord[] = []
  for (let last = Number.MIN_SAFE_INTEGER; ; last = edges.at(-1)!.id) {
    const batch = await db.many<RoadEdgeRecord>(sql`
      select edge.id, edge.u, edge.v, edge.highway,
             edge.length_metres                              as "lengthMetres",
             edge.is_oneway                                  as "isOneway",
             edge.is_ferry                                   as "isFerry",
             edge.structure, edge.grade, edge.iso3, edge.name,
             coalesce(edge.ground, 'unknown')                as ground,
             edge.track_grade                                as "trackGrade",
             edge.smoothness,
             edge.max_kmh                                    as "maxKmh",
             edge.access_forward                             as "accessForward",
             edge.access_backward                            as "accessBackward",
             edge.is_roundabout                              as "isRoundabout",
             st_asgeojson(edge.geom, 6)::json -> 'coordinates' as coordinates
        from road_edge edge
       where edge.network_id = ${networkId} and edge.id > ${last}::bigint
       order by edge.id
       limit ${BATCH}::int`)
    edges.push(...batch)
    if (batch.length < BATCH) return edges
  }
}

export function loadRoadGaps(db: Db, networkId: number): Promise<RoadGapRecord[]> {
  return db.many<RoadGapRecord>(sql`
    select gap.id,
           gap.length_metres                               as "lengthMetres",
           gap.road_a                                      as "roadA",
           gap.road_b                                      as "roadB",
           st_asgeojson(gap.geom, 6)::json -> 'coordinates' as coordinates
      from road_gap gap
     where gap.network_id = ${networkId}
     order by gap.id`)
}

export function loadTurnRestrictions(db: Db, networkId: number): Promise<TurnRestriction[]> {
  return db.many<TurnRestriction>(sql`
    select restriction.from_edge as "fromEdge",
           restriction.via_node  as "viaNode",
           restriction.to_edge   as "toEdge",
           restriction.modes
      from road_turn_restriction restriction
     where restriction.network_id = ${networkId}
     order by restriction.from_edge, restriction.via_node, restriction.to_edge`)
}

/** Roads that people added and an editor accepted, in every version. */
export function loadRoadAdditions(db: Db): Promise<RoadAddition[]> {
  return db.many<RoadAddition>(sql`
    select edit.id, edit.highway, edit.ground, edit.name,
           edit.valid_from::text                             as "validFrom",
           edit.valid_until::text                            as "validUntil",
           (select country.iso3
              from country
             where st_contains(country.geom, st_lineinterpolatepoint(edit.geom, 0.5))
             order by country.iso3
             limit 1)                                         as iso3,
           st_asgeojson(edit.geom, 6)::json -> 'coordinates' as coordinates
      from road_edit edit
     where edit.state = 'accepted' and edit.kind = 'add'
     order by edit.id`)
}

/** Differs after any change of what `loadRoadAdditions` gives: other corrections act without building. */
export async function loadAdditionsRevision(db: Db): Promise<string> {
  const { revision } = await db.one<{ revision: string }>(sql`
    select count(*) || ' ' || coalesce(sum(hashtextextended(edit.id::text, edit.version)), 0) as revision
      from road_edit edit
     where edit.state = 'accepted' and edit.kind = 'add'`)
  return revision
}

/** Ids of the edges of a version inside Guidimakha. */
export async function loadRegionEdgeIds(db: Db, networkId: number): Promise<number[]> {
  const rows = await db.many<{ id: number }>(sql`
    select edge.id
      from road_edge edge
     where edge.network_id = ${networkId} and edge.in_guidimakha
     order by edge.id`)
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

/** Where mapped tracks and ferries go over the border of Guidimakha. */
export function loadBorderCrossings(db: Db): Promise<NetworkCrossing[]> {
  return db.many<NetworkCrossing>(sql`
    select crossing.id,
           coalesce(nullif(concat_ws(' – ', crossing.near_home, crossing.near_abroad), ''), crossing.id) as name,
           crossing.highway = 'ferry'                                          as "byFerry",
           json_build_array(st_x(crossing.geom), st_y(crossing.geom))          as position
      from border_road_crossing crossing
     where crossing.in_guidimakha
     order by crossing.id`)
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

/** Changes with every import that ended well, and with every version of the network that is accepted or discarded. */
export async function loadNetworkRevision(db: Db): Promise<string> {
  const { revision } = await db.one<{ revision: string }>(sql`
    select (select coalesce(max(run.id), 0) from import_run run where run.status = 'loaded') || '-'
           || (select count(*) || '-' || coalesce(extract(epoch from max(network.decided_at)), 0)
                 from road_network network where network.state <> 'candidate') as revision`)
  return revision
}

/** What a version's roads amount to: two databases with the same digest hold the same roads. */
export async function loadNetworkDigest(db: Db, networkId: number): Promise<string> {
  const { digest } = await db.one<{ digest: string }>(sql`
    select count(*) || '-' || coalesce(sum(hashtextextended(
             concat_ws(' ', edge.id, edge.u, edge.v, edge.highway, edge.length_metres, edge.iso3), 0)), 0) as digest
      from road_edge edge
     where edge.network_id = ${networkId}`)
  return digest
}
