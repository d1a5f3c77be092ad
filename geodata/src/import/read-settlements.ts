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
  RowRefusal,
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
  /** Every spelling once, the main names first. */
  names: PlaceNameRow[]
}

/**
 * Reads the settlements (`settlements`).
 *
 * @param pcodes Known communes and moughataas: a settlement of another is left out.
 */
export function readSettlements(file: SourceFile, pcodes: ReadonlySet<string>): CheckedRows<SettlementRow> {
  return checkRows(
    readFeatures(file, ['id', 'place', 'name', 'adm2_pcode', 'adm3_pcode']),
    (fields, geometry) => readSettlement(fields, pointOf(geometry), pcodes),
    (row) => row.id,
  )
}

function readSettlement(fields: Fields, position: Position, pcodes: ReadonlySet<string>): SettlementRow {
  const communePcode = optionalText(fields, 'adm3_pcode')
  const moughataaPcode = optionalText(fields, 'adm2_pcode')
  for (const pcode of [communePcode, moughataaPcode]) {
    if (pcode !== null && !pcodes.has(pcode)) throw new RowRefusal('unknown-unit', pcode)
  }
  return {
    id: text(fields, 'id'),
    name: optionalText(fields, 'name'),
    nameFr: optionalText(fields, 'name_fr'),
    nameAr: optionalText(fields, 'name_ar'),
    place: text(fields, 'place'),
    iso3: optionalText(fields, 'iso3'),
    population: optionalNumber(fields, 'population'),
    populationSource: optionalText(fields, 'pop_src'),
    communePcode,
    moughataaPcode,
    isNearestUnit: flag(fields, 'adm_nearest'),
    position,
    names: namesOf(fields),
  }
}

function namesOf(fields: Fields): PlaceNameRow[] {
  const spellings = new Map<string, PlaceNameRow>()
  const add = (name: string | null, lang: PlaceNameRow['lang']) => {
    if (name === null || spellings.has(name)) return
    const key = searchKey(name)
    if (key !== '') spellings.set(name, { name, lang, searchKey: key })
  }
  add(optionalText(fields, 'name_fr'), 'fr')
  add(optionalText(fields, 'name_ar'), 'ar')
  for (const name of [optionalText(fields, 'name'), ...nameList(fields, 'alt_names')]) {
    add(name, name !== null && /\p{Script=Arabic}/u.test(name) ? 'ar' : 'other')
  }
  return [...spellings.values()]
}
