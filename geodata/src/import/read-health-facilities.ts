import { checkRows, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import type { PlaceRow } from './place-row.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

/** Reads the health facilities (`health_facilities`): two sources that overlap and are not merged. */
export function readHealthFacilities(file: SourceFile): CheckedRows<PlaceRow> {
  return checkRows(
    readFeatures(file, ['id', 'src', 'type']),
    (fields, geometry) => ({
      id: `health-facilities/${text(fields, 'id')}`,
      kind: 'health' as const,
      subkind: text(fields, 'type'),
      name: optionalText(fields, 'name'),
      iso3: optionalText(fields, 'iso3'),
      source: text(fields, 'src'),
      position: pointOf(geometry),
    }),
    (row) => row.id,
  )
}
