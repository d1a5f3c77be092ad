import { geodesicLengthMetres } from '../geometry/geodesic.ts'
import type { Position } from '../geometry/position.ts'
import { checkRows, flag, lineOf, number, optionalNumber, optionalText, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface BorderSegmentRow {
  id: string
  border: string
  neighbour: string
  name: string
  follows: string | null
  moughataaPcode: string | null
  inGuidimakha: boolean
  fromKm: number | null
  toKm: number | null
  /** As the source states it. */
  sourceLengthKm: number
  /** Computed from the line, on the ellipsoid. */
  lengthMetres: number
  coordinates: Position[]
}

/** Reads the segments of the international border, cut by moughataa (`border_segments`). */
export function readBorderSegments(file: SourceFile): CheckedRows<BorderSegmentRow> {
  const features = readFeatures(file, ['id', 'border', 'neighbour', 'in_guidimakha', 'length_km'])
  return checkRows(
    features,
    (fields, geometry) => {
      const coordinates = lineOf(geometry)
      return {
        id: text(fields, 'id'),
        border: text(fields, 'border'),
        neighbour: text(fields, 'neighbour'),
        name: text(fields, 'name'),
        follows: optionalText(fields, 'follows'),
        moughataaPcode: optionalText(fields, 'adm2_pcode'),
        inGuidimakha: flag(fields, 'in_guidimakha'),
        fromKm: optionalNumber(fields, 'from_km'),
        toKm: optionalNumber(fields, 'to_km'),
        sourceLengthKm: number(fields, 'length_km'),
        lengthMetres: geodesicLengthMetres(coordinates),
        coordinates,
      }
    },
    (row) => row.id,
  )
}
