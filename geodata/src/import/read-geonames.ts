import { checkRows, number, optionalText, pointOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import type { PlaceRow } from './place-row.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

const WATER = /^(STM|WAD|WLL|WTRH|WTLD|MRSH|LK|PND|SPNG|FLLS|DAM)/
const RELIEF =
  /^(HLL|MT|MTS|PASS|PK|RDGE|CLF|DUNE|SAND|PLN|PLT|VAL|DPR|ESCP|RK|SLP|GAP|ISL|CAPE|PT|UPLD|INTF|PAN)/

/** Reads natural features and camps of GeoNames (`geonames_features`); positions are often rounded to the minute. */
export function readGeonames(file: SourceFile): CheckedRows<PlaceRow> {
  return checkRows(
    readFeatures(file, ['geonames_id', 'code', 'type', 'name']),
    (fields, geometry) => {
      const code = text(fields, 'code')
      return {
        id: `geonames/${number(fields, 'geonames_id')}`,
        kind: WATER.test(code) ? 'water' : RELIEF.test(code) ? 'relief' : 'other',
        subkind: text(fields, 'type'),
        name: text(fields, 'name'),
        iso3: optionalText(fields, 'iso3_src'),
        source: 'geonames',
        position: pointOf(geometry),
      } as const
    },
    (row) => row.id,
  )
}
