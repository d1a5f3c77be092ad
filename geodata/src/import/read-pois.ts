import { checkRows, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import type { PlaceRow } from './place-row.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

/** Reads public places of OpenStreetMap (`pois_osm`): police, ferries, schools, markets, worship … */
export function readPois(file: SourceFile): CheckedRows<PlaceRow> {
  return checkRows(
    readFeatures(file, ['id', 'group', 'type']),
    (fields, geometry) => ({
      id: `pois/${text(fields, 'id')}`,
      kind: text(fields, 'group') === 'health' ? ('health' as const) : ('public' as const),
      subkind: text(fields, 'type'),
      name: optionalText(fields, 'name'),
      iso3: optionalText(fields, 'iso3'),
      source: 'osm',
      position: pointOf(geometry),
    }),
    (row) => row.id,
  )
}
