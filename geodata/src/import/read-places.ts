import type { Position } from '../geometry/position.ts'
import { searchKey } from '../geometry/search-key.ts'
import { checkRows, type Fields, number, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface PlaceRow {
  id: string
  kind: 'airport' | 'feature' | 'health' | 'poi'
  /** In the source's words: well, hill, Health Post, police … */
  subkind: string
  name: string | null
  iso3: string | null
  source: string
  searchKey: string
  position: Position
}

type Described = Pick<PlaceRow, 'id' | 'subkind' | 'iso3' | 'source'>

/** Reads wells, waterholes, hills, wadis by name (`geonames_features`). */
export function readNaturalFeatures(file: SourceFile): CheckedRows<PlaceRow> {
  return readPlaces(file, 'feature', ['geonames_id', 'name', 'type'], (fields) => ({
    id: `geonames-${number(fields, 'geonames_id')}`,
    subkind: text(fields, 'type'),
    iso3: optionalText(fields, 'iso3_src'),
    source: 'GeoNames',
  }))
}

/** Reads health facilities; two sources that overlap and are not merged (`health_facilities`). */
export function readHealthFacilities(file: SourceFile): CheckedRows<PlaceRow> {
  return readPlaces(file, 'health', ['id', 'src', 'type', 'iso3'], (fields) => ({
    id: text(fields, 'id'),
    subkind: text(fields, 'type'),
    iso3: optionalText(fields, 'iso3'),
    source: text(fields, 'src'),
  }))
}

/** Reads police stations, markets, schools and the like (`pois_osm`). */
export function readPointsOfInterest(file: SourceFile): CheckedRows<PlaceRow> {
  return readPlaces(file, 'poi', ['id', 'group', 'type'], (fields) => ({
    id: text(fields, 'id'),
    subkind: text(fields, 'type'),
    iso3: optionalText(fields, 'iso3'),
    source: 'OpenStreetMap',
  }))
}

/** Reads airfields; the same field may stand twice, once from each source (`airports`). */
export function readAirports(file: SourceFile): CheckedRows<PlaceRow> {
  return readPlaces(file, 'airport', ['src', 'name'], (fields) => ({
    id: `airport-${text(fields, 'src')}-${optionalText(fields, 'ident') ?? optionalText(fields, 'icao') ?? text(fields, 'name')}`,
    subkind: optionalText(fields, 'type') ?? 'aerodrome',
    iso3: optionalText(fields, 'iso3'),
    source: text(fields, 'src'),
  }))
}

function readPlaces(
  file: SourceFile,
  kind: PlaceRow['kind'],
  required: readonly string[],
  describe: (fields: Fields) => Described,
): CheckedRows<PlaceRow> {
  return checkRows(
    readFeatures(file, required),
    (fields, geometry) => {
      const name = optionalText(fields, 'name')
      return {
        ...describe(fields),
        kind,
        name,
        searchKey: searchKey(name ?? ''),
        position: pointOf(geometry),
      }
    },
    (row) => row.id,
  )
}
