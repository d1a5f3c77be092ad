import { isDay } from './days.ts'
import type { PackageWeight } from './planned-shares.ts'
import type { Day } from './types.ts'

/** What a validated report measured, to date: percent by package, 0–100; a package that it leaves out stays as it was. */
export interface ProgressReading {
  readonly on: Day
  readonly percents: Readonly<Record<string, number>>
}

/** How much of the works is done at the end of a day, 0 to 1. */
export interface EarnedShare {
  readonly on: Day
  readonly share: number
}

const MILLION = 1_000_000

/**
 * How much of the works was done at each reading, by the weights of the packages.
 *
 * @param readings In any order; of two on a day, the later in the list adds to the first.
 * @param packages Weights in millionths that add up to a million. A percent of another package counts for nothing.
 * @param until Readings after this day are left out.
 * @returns One share for each day read, in the order of the days. A share falls where a reading does.
 * @throws RangeError naming the reading whose day is none or whose percent lies outside 0 to 100.
 */
export function earnedShares(
  packages: readonly PackageWeight[],
  readings: readonly ProgressReading[],
  until: Day,
): EarnedShare[] {
  readings.forEach(({ on, percents }, row) => {
    if (!isDay(on)) throw new RangeError(`reading ${row + 1}: ${on} is no day`)
    for (const [code, percent] of Object.entries(percents)) {
      if (!(percent >= 0 && percent <= 100)) {
        throw new RangeError(`reading ${row + 1}: ${percent} % of ${code} lies outside 0 to 100`)
      }
    }
  })
  const shares = new Map<Day, number>()
  const latest: Record<string, number> = {}
  const inOrder = readings
    .filter(({ on }) => on <= until)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { on, percents } of inOrder) {
    Object.assign(latest, percents)
    const weighed = packages.reduce(
      (sum, { packageCode, weightPpm }) => sum + weightPpm * (latest[packageCode] ?? 0),
      0,
    )
    shares.set(on, Math.min(1, weighed / 100 / MILLION))
  }
  return [...shares].map(([on, share]) => ({ on, share }))
}
