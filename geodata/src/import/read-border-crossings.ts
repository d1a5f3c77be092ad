import type { Position } from '../geometry/position.ts'
import { checkRows, flag, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface BorderCrossingRow {
  id: string
  border: string
  neighbour: string
  highway: string
  inGuidimakha: boolean
  nearHome: string | null
  nearAbroad: string | null
  position: Position
}

/** Reads where mapped roads meet the border line (`border_road_crossings`): computed points, not posts. */
export function readBorderCrossings(file: SourceFile): CheckedRows<BorderCrossingRow> {
  return checkRows(
    readFeatures(file, ['id', 'border', 'neighbour', 'highway', 'in_guidimakha']),
    (fields, geometry) => ({
      id: text(fields, 'id'),
      border: text(fields, 'border'),
      neighbour: text(fields, 'neighbour'),
      highway: text(fields, 'highway'),
      inGuidimakha: flag(fields, 'in_guidimakha'),
      nearHome: optionalText(fields, 'near_mrt'),
      nearAbroad: optionalText(fields, 'near_other'),
      position: pointOf(geometry),
    }),
    (row) => row.id,
  )
}
