import { checkRows, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import type { PlaceRow } from './place-row.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

const ISO3: Readonly<Record<string, string>> = { MR: 'MRT', ML: 'MLI', SN: 'SEN' }

/** Reads the airfields (`airports`): some are there twice, from OurAirports and from OpenStreetMap. */
export function readAirports(file: SourceFile): CheckedRows<PlaceRow> {
  let row = 0
  return checkRows(readFeatures(file, ['src', 'name']), (fields, geometry) => ({
    id: `airports/${++row}`,
    kind: 'airport' as const,
    subkind: optionalText(fields, 'type') ?? 'aerodrome',
    name: text(fields, 'name'),
    iso3: optionalText(fields, 'iso3') ?? ISO3[optionalText(fields, 'iso_country') ?? ''] ?? null,
    source: text(fields, 'src'),
    position: pointOf(geometry),
  }))
}
