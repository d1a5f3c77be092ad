import type { Coverage } from '@borne/api/contracts/coverage'
import { compareCoverage } from '@borne/geodata/coverage/compare-coverage'
import type { CoverageDifference, MeasuredCoverage } from '@borne/geodata/coverage/coverage-types'

/** What changes from one measure to another; null where they are of different border lines. */
export function differenceOf(before: Coverage, after: Coverage): CoverageDifference | null {
  if (before.geometryVersion !== after.geometryVersion) return null
  return compareCoverage(
    before as unknown as MeasuredCoverage<unknown>,
    after as unknown as MeasuredCoverage<unknown>,
  )
}
