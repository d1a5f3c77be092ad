import type { Position } from '../geometry/position.ts'
import { checkRows, flag, nameList, number, polygonsOf, RowRefusal, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export type AdminLevel = 1 | 2 | 3

export interface AdminUnitRow {
  pcode: string
  level: AdminLevel
  parentPcode: string | null
  name: string
  altNames: string[]
  inGuidimakha: boolean
  areaSquareKilometres: number
  validOn: string
  polygons: Position[][][]
}

const GUIDIMAKHA = 'MR10'

/**
 * Reads administrative units of one level (COD-AB).
 *
 * @param parents Pcodes of the level above: a unit of another parent is left out. Not asked at level 1.
 */
export function readAdminUnits(
  file: SourceFile,
  level: AdminLevel,
  parents: ReadonlySet<string>,
): CheckedRows<AdminUnitRow> {
  const pcodeField = `adm${level}_pcode`
  return checkRows(
    readFeatures(file, [pcodeField, 'name', 'area_km2', 'valid_on']),
    (fields, geometry) => {
      const pcode = text(fields, pcodeField)
      const parentPcode = level === 1 ? null : text(fields, `adm${level - 1}_pcode`)
      if (parentPcode !== null && !parents.has(parentPcode)) throw new RowRefusal('unknown-unit', parentPcode)
      return {
        pcode,
        level,
        parentPcode,
        name: text(fields, 'name'),
        altNames: nameList(fields, 'alt_names'),
        inGuidimakha: level === 1 ? pcode === GUIDIMAKHA : flag(fields, 'in_guidimakha'),
        areaSquareKilometres: number(fields, 'area_km2'),
        validOn: text(fields, 'valid_on'),
        polygons: polygonsOf(geometry),
      }
    },
    (row) => row.pcode,
  )
}
