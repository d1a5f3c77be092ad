import type { Position } from '../geometry/position.ts'
import { checkRows, polygonsOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface CountryRow {
  iso3: string
  name: string
  polygons: Position[][][]
}

/** Reads the countries, cut to the window (`adm0_region_osm`). */
export function readCountries(file: SourceFile): CheckedRows<CountryRow> {
  return checkRows(
    readFeatures(file, ['iso3', 'name']),
    (fields, geometry) => ({
      iso3: text(fields, 'iso3'),
      name: text(fields, 'name'),
      polygons: polygonsOf(geometry),
    }),
    (row) => row.iso3,
  )
}
