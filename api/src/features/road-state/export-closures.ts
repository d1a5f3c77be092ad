import { type CsvValue, writeCsv } from '../../platform/write-csv.ts'
import type { Closure } from './contract.ts'

/** What marks every line of fiction, in whatever program the file is opened. */
const DEMONSTRATION_MARK = 'DÉMONSTRATION'

const COLUMNS: readonly (readonly [string, (closure: Closure) => CsvValue])[] = [
  ['id', ({ id }) => id],
  ['effect', ({ effect }) => effect],
  ['speedFactor', ({ speedFactor }) => speedFactor],
  ['cause', ({ cause }) => cause],
  ['note', ({ note }) => note],
  ['startsAt', ({ startsAt }) => startsAt],
  ['endsAt', ({ endsAt }) => endsAt],
  ['reportedAt', ({ reportedAt }) => reportedAt],
  ['reportedBy', ({ reportedBy }) => reportedBy],
  ['confirmedAt', ({ confirmedAt }) => confirmedAt],
  ['halfLifeDays', ({ halfLifeDays }) => halfLifeDays],
  ['liftedAt', ({ liftedAt }) => liftedAt],
  ['confidence', ({ confidence }) => confidence],
  ['isActing', ({ isActing }) => String(isActing)],
  ['mark', ({ isDemonstration }) => (isDemonstration ? DEMONSTRATION_MARK : '')],
]

/** One line a closure; its shape as GeoJSON in the last column. */
export function exportCsv(closures: readonly Closure[]): string {
  return writeCsv(
    [...COLUMNS.map(([name]) => name), 'geometry'],
    closures.map((closure) => [
      ...COLUMNS.map(([, read]) => read(closure)),
      JSON.stringify(closure.geometry),
    ]),
  )
}

export function exportGeoJson(closures: readonly Closure[]): string {
  const hasFiction = closures.some(({ isDemonstration }) => isDemonstration)
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(hasFiction ? { mark: DEMONSTRATION_MARK } : {}),
    features: closures.map((closure) => ({
      type: 'Feature',
      id: closure.id,
      geometry: closure.geometry,
      properties: Object.fromEntries(COLUMNS.map(([name, read]) => [name, read(closure)])),
    })),
  })
}
