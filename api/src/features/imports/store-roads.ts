import type { Position } from '@borne/geodata/geometry/position'
import type { DocumentedRoadRow } from '@borne/geodata/import/read-documented-roads'
import type { RoadGapRow } from '@borne/geodata/import/read-road-gaps'
import type { RoadRow } from '@borne/geodata/import/read-roads'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { inBatches, lineText, pointText } from './geometry-text.ts'

/** Empties the network inside the transaction that fills it again: readers see the old one until it commits. */
export async function clearRoads(db: Db): Promise<void> {
  await db.run(sql`delete from road_gap`)
  await db.run(sql`delete from road_edge`)
  await db.run(sql`delete from road_node`)
}

export async function storeRoadNodes(
  db: Db,
  run: number,
  nodes: ReadonlyMap<number, Position>,
): Promise<void> {
  const values = [...nodes].map(([id, position]) => ({ id, geom: pointText(position) }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into road_node (id, import_run_id, geom)
      select r.id, ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (id bigint, geom text)`),
  )
}

type EdgeRow = RoadRow & Partial<Pick<DocumentedRoadRow, 'publishedSource' | 'note'>>

export async function storeRoadEdges(db: Db, run: number, rows: readonly EdgeRow[]): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: lineText(row.coordinates), coordinates: undefined }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into road_edge (id, u, v, highway, length_metres, is_oneway, is_ferry, structure, grade, iso3,
                             in_guidimakha, component, name, ref, published_source, published_note, import_run_id, geom)
      select r.id, r.u, r.v, r.highway, r."lengthMetres", r."isOneway", r."isFerry", r.structure, r.grade, r.iso3,
             r."isInGuidimakha", r.component, r.name, r.ref, r."publishedSource", r.note, ${run}::bigint,
             st_geomfromtext(r.geom, 4326)
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as r (id bigint, u bigint, v bigint, highway text, "lengthMetres" float8, "isOneway" boolean,
                "isFerry" boolean, structure text, grade text, iso3 text, "isInGuidimakha" boolean, component int,
                name text, ref text, "publishedSource" text, note text, geom text)`),
  )
}

export async function storeRoadGaps(db: Db, run: number, rows: readonly RoadGapRow[]): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: lineText(row.coordinates), coordinates: undefined }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into road_gap (id, kind, length_metres, road_a, road_b, import_run_id, geom)
      select r.id, r.kind, r."lengthMetres", r."roadA", r."roadB", ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as r (id text, kind text, "lengthMetres" float8, "roadA" bigint, "roadB" bigint, geom text)`),
  )
}
