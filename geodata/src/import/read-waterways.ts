import type { Position } from '../geometry/position.ts'
import { checkRows, flag, lineOf, number, optionalText, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface WaterwayRow {
  class: string
  name: string | null
  nameFr: string | null
  nameAr: string | null
  isIntermittent: boolean
  lengthMetres: number
  coordinates: Position[]
}

/** Reads rivers, streams and canals (`waterways`). The direction of a line is not the direction of the flow. */
export function readWaterways(file: SourceFile): CheckedRows<WaterwayRow> {
  return checkRows(readFeatures(file, ['waterway', 'len_m']), (fields, geometry) => ({
    class: text(fields, 'waterway'),
    name: optionalText(fields, 'name'),
    nameFr: optionalText(fields, 'name_fr'),
    nameAr: optionalText(fields, 'name_ar'),
    isIntermittent: flag(fields, 'intermittent'),
    lengthMetres: number(fields, 'len_m'),
    coordinates: lineOf(geometry),
  }))
}
