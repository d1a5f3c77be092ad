import type { Position } from '../geometry/position.ts'
import { checkRows, flag, number, polygonsOf, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface AdminUnitRow {
  pcode: string
  level: 1 | 2 | 3
  parentPcode: string | null
  name: string
  inGuidimakha: boolean
  areaSquareKilometres: number
  validOn: string
  polygons: Position[][][]
}

const GUIDIMAKHA = 'MR10'

/**
 * Reads administrative units of one level (`mrt_adm1_simplified`, `mrt_adm2_region`, `mrt_adm3_region`).
 *
 * @param level 1 wilaya, 2 moughataa, 3 commune.
 */
export function readAdminUnits(file: SourceFile, level: 1 | 2 | 3): CheckedRows<AdminUnitRow> {
  const features = readFeatures(file, ['name', `adm${level}_pcode`, 'area_km2', 'valid_on'])
  return checkRows(
    features,
    (fields, geometry) => ({
      pcode: text(fields, `adm${level}_pcode`),
      level,
      parentPcode: level === 1 ? null : text(fields, `adm${level - 1}_pcode`),
      name: text(fields, 'name'),
      inGuidimakha: level === 1 ? fields.adm1_pcode === GUIDIMAKHA : flag(fields, 'in_guidimakha'),
      areaSquareKilometres: number(fields, 'area_km2'),
      validOn: text(fields, 'valid_on'),
      polygons: polygonsOf(geometry),
    }),
    (row) => row.pcode,
  )
}
