import type { Position } from '../geometry/position.ts'
import { searchKey } from '../geometry/search-key.ts'
import {
  checkRows,
  type Fields,
  flag,
  nameList,
  optionalNumber,
  optionalText,
  pointOf,
  text,
} from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface PlaceNameRow {
  name: string
  lang: 'fr' | 'ar' | 'other'
  searchKey: string
}

export interface SettlementRow {
  id: string
  name: string | null
  nameFr: string | null
  nameAr: string | null
  place: string
  iso3: string | null
  population: number | null
  populationSource: string | null
  communePcode: string | null
  moughataaPcode: string | null
  isNearestUnit: boolean
  position: Position
  /** Every spelling, each once by its search key. */
  names: PlaceNameRow[]
}

/** Reads settlements with their French, Arabic and alternative names (`settlements`). */
export function readSettlements(file: SourceFile): CheckedRows<SettlementRow> {
  return checkRows(
    readFeatures(file, ['id', 'place', 'name', 'name_fr', 'name_ar', 'alt_names', 'iso3']),
    (fields, geometry) => ({
      id: text(fields, 'id'),
      name: optionalText(fields, 'name_fr') ?? optionalText(fields, 'name'),
      nameFr: optionalText(fields, 'name_fr'),
      nameAr: optionalText(fields, 'name_ar'),
      place: text(fields, 'place'),
      iso3: optionalText(fields, 'iso3'),
      population: optionalNumber(fields, 'population'),
      populationSource: optionalText(fields, 'pop_src'),
      communePcode: optionalText(fields, 'adm3_pcode'),
      moughataaPcode: optionalText(fields, 'adm2_pcode'),
      isNearestUnit: flag(fields, 'adm_nearest'),
      position: pointOf(geometry),
      names: namesOf(fields),
    }),
    (row) => row.id,
  )
}

function namesOf(fields: Fields): PlaceNameRow[] {
  const spelled: Omit<PlaceNameRow, 'searchKey'>[] = [
    ...one(optionalText(fields, 'name_fr'), 'fr'),
    ...one(optionalText(fields, 'name_ar'), 'ar'),
    ...one(optionalText(fields, 'name'), 'other'),
    ...nameList(fields, 'alt_names').map((name) => ({ name, lang: 'other' as const })),
  ]
  const byKey = new Map<string, PlaceNameRow>()
  for (const { name, lang } of spelled) {
    const key = searchKey(name)
    if (key !== '' && !byKey.has(key)) byKey.set(key, { name, lang, searchKey: key })
  }
  return [...byKey.values()]
}

function one(name: string | null, lang: PlaceNameRow['lang']): Omit<PlaceNameRow, 'searchKey'>[] {
  return name === null ? [] : [{ name, lang }]
}
