import type { Position } from '../geometry/position.ts'
import { checkRows, flag, lineOf, number, optionalText, polygonsOf, RowRefusal, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface WaterwayRow {
  id: number
  class: string
  name: string | null
  nameFr: string | null
  nameAr: string | null
  isIntermittent: boolean
  lengthMetres: number
  coordinates: Position[]
}

export interface WaterAreaRow {
  id: number
  class: string
  areaSquareKilometres: number
  isIntermittent: boolean
  rings: Position[][]
}

/** Reads rivers and wadis (`waterways`). The source has no ids: rows are numbered in its order. */
export function readWaterways(file: SourceFile): CheckedRows<WaterwayRow> {
  let next = 1
  return checkRows(readFeatures(file, ['waterway', 'len_m']), (fields, geometry) => ({
    id: next++,
    class: text(fields, 'waterway'),
    name: optionalText(fields, 'name'),
    nameFr: optionalText(fields, 'name_fr'),
    nameAr: optionalText(fields, 'name_ar'),
    isIntermittent: flag(fields, 'intermittent'),
    lengthMetres: number(fields, 'len_m'),
    coordinates: lineOf(geometry),
  }))
}

/** Reads river beds, lakes and pools (`water_polygons`). The source has no ids: rows are numbered in its order. */
export function readWaterAreas(file: SourceFile): CheckedRows<WaterAreaRow> {
  let next = 1
  return checkRows(readFeatures(file, ['class', 'area_km2']), (fields, geometry) => {
    const polygons = polygonsOf(geometry)
    if (polygons.length !== 1) throw new RowRefusal('geometry-kind', 'MultiPolygon')
    return {
      id: next++,
      class: text(fields, 'class'),
      areaSquareKilometres: number(fields, 'area_km2'),
      isIntermittent: flag(fields, 'intermittent'),
      rings: polygons[0]!,
    }
  })
}
