import type { Position } from '../geometry/position.ts'
import { checkRows, flag, number, polygonsOf, RowRefusal, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface WaterAreaRow {
  class: string
  areaSquareKilometres: number
  isIntermittent: boolean
  rings: Position[][]
}

/** Reads lakes, ponds and river beds (`water_polygons`). */
export function readWaterAreas(file: SourceFile): CheckedRows<WaterAreaRow> {
  return checkRows(readFeatures(file, ['class', 'area_km2']), (fields, geometry) => {
    const [rings, ...others] = polygonsOf(geometry)
    if (!rings || others.length > 0) throw new RowRefusal('geometry-kind', geometry.type)
    return {
      class: text(fields, 'class'),
      areaSquareKilometres: number(fields, 'area_km2'),
      isIntermittent: flag(fields, 'intermittent'),
      rings,
    }
  })
}
