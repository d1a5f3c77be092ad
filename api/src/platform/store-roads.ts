import type { DocumentedRoadRow } from '@borne/geodata/import/read-documented-roads'
import type { RoadGapRow } from '@borne/geodata/import/read-road-gaps'
import type { RoadEdgeRecord, TurnRestriction } from '@borne/geodata/road-network/types'
import type { Db } from './db.ts'
import { inBatches, lineHex } from './geometry-text.ts'
import { sql } from './sql.ts'

/** Empties a version inside the transaction that fills it again: readers see the old rows until it commits. */
export async function clearRoads(db: Db, networkId: number): Promise<void> {
  await db.run(sql`delete from road_turn_restriction where network_id = ${networkId}`)
  await db.run(sql`delete from road_gap where network_id = ${networkId}`)
  await db.run(sql`delete from road_edge where network_id = ${networkId}`)
}

/** An edge with what is kept of it besides. */
export type EdgeRow = RoadEdgeRecord &
  Partial<Pick<DocumentedRoadRow, 'publishedSource' | 'note' | 'component'>> & {
    readonly isInGuidimakha: boolean
    readonly ref: string | null
    readonly osmWayId?: number
  }

/**
 * Adds edges to a version, column by column: as one document, half a million rows take twice the time.
 *
 * @param importRunId Null where it is the import that made the version.
 */
export async function storeRoadEdges(
  db: Db,
  networkId: number,
  importRunId: number | null,
  edges: Iterable<EdgeRow>,
): Promise<void> {
  await inBatches(edges, (batch) => {
    const column = (pick: (row: EdgeRow) => unknown) => batch.map((row) => pick(row) ?? null)
    return db.run(sql`
      insert into road_edge (network_id, import_run_id, geom, id, u, v, osm_way_id, highway, length_metres, is_oneway,
                             is_ferry, structure, grade, iso3, in_guidimakha, component, name, ref, ground, track_grade,
                             smoothness, max_kmh, access_forward, access_backward, is_roundabout, published_source,
                             published_note)
      select ${networkId}::bigint, ${importRunId}::bigint, r.geom::geometry, r.id, r.u, r.v, r.way, r.highway, r.metres,
             r.is_oneway, r.is_ferry, r.structure, r.grade, r.iso3, r.in_region, r.component, r.name, r.ref, r.ground,
             r.track_grade, r.smoothness, r.max_kmh, r.forward, r.backward, r.is_roundabout, r.source, r.note
        from unnest(${column((row) => row.id)}::bigint[],
                    ${column((row) => row.u)}::bigint[],
                    ${column((row) => row.v)}::bigint[],
                    ${column((row) => row.osmWayId)}::bigint[],
                    ${column((row) => row.highway)}::text[],
                    ${column((row) => row.lengthMetres)}::float8[],
                    ${column((row) => row.isOneway)}::boolean[],
                    ${column((row) => row.isFerry)}::boolean[],
                    ${column((row) => row.structure)}::text[],
                    ${column((row) => row.grade)}::text[],
                    ${column((row) => row.iso3)}::text[],
                    ${column((row) => row.isInGuidimakha)}::boolean[],
                    ${column((row) => row.component)}::int[],
                    ${column((row) => row.name)}::text[],
                    ${column((row) => row.ref)}::text[],
                    ${column((row) => row.ground)}::text[],
                    ${column((row) => row.trackGrade)}::int[],
                    ${column((row) => row.smoothness)}::text[],
                    ${column((row) => row.maxKmh)}::int[],
                    ${column((row) => row.accessForward)}::int[],
                    ${column((row) => row.accessBackward)}::int[],
                    ${column((row) => row.isRoundabout ?? false)}::boolean[],
                    ${column((row) => row.publishedSource)}::text[],
                    ${column((row) => row.note)}::text[],
                    ${column((row) => lineHex(row.coordinates))}::text[])
          as r (id, u, v, way, highway, metres, is_oneway, is_ferry, structure, grade, iso3, in_region, component, name,
                ref, ground, track_grade, smoothness, max_kmh, forward, backward, is_roundabout, source, note, geom)`)
  })
}

export async function storeRoadGaps(
  db: Db,
  networkId: number,
  importRunId: number,
  gaps: Iterable<RoadGapRow>,
): Promise<void> {
  await inBatches(gaps, (batch) => {
    const rows = batch.map((row) => ({ ...row, geom: lineHex(row.coordinates), coordinates: undefined }))
    return db.run(sql`
      insert into road_gap (network_id, id, kind, length_metres, road_a, road_b, import_run_id, geom)
      select ${networkId}::bigint, r.id, r.kind, r."lengthMetres", r."roadA", r."roadB", ${importRunId}::bigint,
             r.geom::geometry
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (id text, kind text, "lengthMetres" float8, "roadA" bigint, "roadB" bigint, geom text)`)
  })
}

/** One row for each pair of edges, with the modes of all that is said of it. */
export async function storeTurnRestrictions(
  db: Db,
  networkId: number,
  restrictions: Iterable<TurnRestriction>,
): Promise<void> {
  await inBatches(restrictions, (batch) =>
    db.run(sql`
      insert into road_turn_restriction (network_id, from_edge, via_node, to_edge, modes)
      select ${networkId}::bigint, r."fromEdge", r."viaNode", r."toEdge", bit_or(r.modes)
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as r ("fromEdge" bigint, "viaNode" bigint, "toEdge" bigint, modes int)
       group by r."fromEdge", r."viaNode", r."toEdge"
      on conflict (network_id, from_edge, via_node, to_edge) do update
         set modes = road_turn_restriction.modes | excluded.modes`),
  )
}
