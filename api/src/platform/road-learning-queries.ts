import type { RoadGraph } from '@borne/geodata/road-network/graph'
import type { Mode } from '@borne/geodata/road-network/road-codes'
import type { GroundState, LearnedSpeed, RoadEdit, VehicleProfile } from '@borne/geodata/road-state/types'
import { type KeptPassage, weighPassages } from '@borne/geodata/tracks/weigh-passages'
import type { Db } from './db.ts'
import { loadCalendars, loadVehicles } from './road-state-queries.ts'
import { sql } from './sql.ts'

/** The corrections of the network that are in force, whatever their days: those that were accepted. */
export function loadAcceptedEdits(db: Db): Promise<RoadEdit[]> {
  return db.many<RoadEdit>(sql`
    select edit.id, edit.kind,
           st_asgeojson(edit.geom, 6)::json as geometry,
           edit.highway, edit.ground, edit.name,
           edit.valid_from                  as "validFrom",
           edit.valid_until                 as "validUntil"
      from road_edit edit
     where edit.state = 'accepted'
     order by edit.id`)
}

/** Differs after any change of what `loadAcceptedEdits` gives. */
export async function loadEditsRevision(db: Db): Promise<string> {
  const { revision } = await db.one<{ revision: string }>(sql`
    select count(*) || ' ' || coalesce(sum(hashtextextended(edit.id::text, edit.version)), 0) as revision
      from road_edit edit
     where edit.state = 'accepted'`)
  return revision
}

/** Differs after any change of the passages that `loadLearnedSpeeds` reads. To be asked as the owner, as that is. */
export async function loadPassagesRevision(db: Db): Promise<string> {
  const { revision } = await db.one<{ revision: string }>(sql`
    select count(*) || ' ' || coalesce(sum(hashtextextended(track.id::text, track.matching)), 0) as revision
      from gps_track track
     where track.matching > 0`)
  return revision
}

/** A graph with the version of the network that it was built from. */
export interface VersionedGraph {
  readonly graph: RoadGraph
  readonly version: { readonly id: number }
}

/** Modes whose times speak of one another: a walker's say nothing of a car's. */
export const MODES_ALIKE: readonly (readonly Mode[])[] = [['car', 'lorry', 'motorbike'], ['foot'], ['boat']]

/**
 * What recorded passages have taught of the edges in a state of the ground, for vehicles of a mode; by edge index.
 * Single passages tell where staff was: this is asked as the owner of the tables, and only medians leave it.
 */
export async function loadLearnedSpeeds(
  db: Db,
  { graph, version }: VersionedGraph,
  { groundState, mode }: { groundState: GroundState; mode: Mode },
): Promise<Map<number, LearnedSpeed>> {
  const alike = MODES_ALIKE.find((modes) => modes.includes(mode))
  const vehicles = (await loadVehicles(db)).filter((vehicle) => alike?.includes(vehicle.mode))
  const rows = await loadPassages(db, version.id, vehicles)
  if (rows.length === 0) return new Map()
  const edgesOf = edgesById(graph)
  const passages = rows.flatMap(({ road, vehicleId, ...row }): KeptPassage[] => {
    const edge = edgesOf.get(road)?.[0]
    const vehicle = vehicles.find(({ id }) => id === vehicleId)
    return edge === undefined || !vehicle ? [] : [{ edge, vehicle, ...row }]
  })
  const { byEdge } = weighPassages(graph, passages, await loadCalendars(db), groundState)
  return new Map(
    [...edgesOf.values()].flatMap((edges) => {
      const learned = byEdge.get(edges[0]!)
      return learned ? edges.map((edge) => [edge, learned] as const) : []
    }),
  )
}

interface PassageRow {
  /** Of the row or of the edit: `12`, `edit:…`. */
  readonly road: string
  readonly share: number
  readonly metres: number
  readonly seconds: number
  readonly haltSeconds: number
  readonly day: string
  readonly vehicleId: string
}

function loadPassages(db: Db, networkId: number, vehicles: readonly VehicleProfile[]): Promise<PassageRow[]> {
  return db.many<PassageRow>(sql`
    select coalesce(passage.edge_id::text, 'edit:' || passage.edit_id) as road,
           passage.share, passage.metres, passage.seconds,
           passage.halt_seconds                                       as "haltSeconds",
           (passage.passed_at at time zone 'UTC')::date                as day,
           track.vehicle_id                                           as "vehicleId"
      from road_passage passage
      join gps_track track on track.id = passage.track_id
     where passage.network_id = ${networkId} and passage.is_of_this_road
       and track.vehicle_id = any (${vehicles.map(({ id }) => id)}::text[])
     order by passage.track_id, passage.ordinal`)
}

/** Edges by the row or the edit that they are of: where a connector cuts a road, it is several. */
export function edgesById(graph: RoadGraph): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (graph.gaps.has(edge)) continue
    const key = roadOf(graph, edge)
    const known = found.get(key)
    if (known) known.push(edge)
    else found.set(key, [edge])
  }
  return found
}

/** What a passage over an edge is kept under. */
export function roadOf(graph: RoadGraph, edge: number): string {
  const added = graph.additions.get(edge)
  return added ? `edit:${added.editId}` : String(graph.edgeId[edge])
}
