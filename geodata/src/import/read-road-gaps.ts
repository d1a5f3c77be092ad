import type { Position } from '../geometry/position.ts'
import type { RoadGapRecord } from '../road-network/types.ts'
import { checkRows, flag, lineOf, number, RowRefusal, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface RoadGapRow extends RoadGapRecord {
  kind: 'disconnected' | 'detour'
  coordinates: [Position, Position]
}

/**
 * Reads the holes of the road network (`road_network_gaps`).
 *
 * @param edgeIds Ids of the mapped edges: a gap that names another is left out.
 */
export function readRoadGaps(file: SourceFile, edgeIds: ReadonlySet<number>): CheckedRows<RoadGapRow> {
  const features = readFeatures(file, ['id', 'kind', 'synthetic', 'gap_m', 'road_a', 'road_b'])
  return checkRows(
    features,
    (fields, geometry) => {
      const line = lineOf(geometry)
      const kind = text(fields, 'kind')
      if (!flag(fields, 'synthetic')) throw new RowRefusal('field-kind', 'synthetic: false')
      if (kind !== 'disconnected' && kind !== 'detour') throw new RowRefusal('field-kind', `kind: ${kind}`)
      const row: RoadGapRow = {
        id: text(fields, 'id'),
        kind,
        lengthMetres: number(fields, 'gap_m'),
        roadA: number(fields, 'road_a'),
        roadB: number(fields, 'road_b'),
        coordinates: [line[0]!, line[line.length - 1]!],
      }
      for (const road of [row.roadA, row.roadB]) {
        if (!edgeIds.has(road)) throw new RowRefusal('unknown-edge', String(road))
      }
      return row
    },
    (row) => row.id,
  )
}
