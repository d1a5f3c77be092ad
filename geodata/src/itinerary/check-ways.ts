import { nearestOnLine } from '../geometry/along-line.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import { type Broken, brokenAlways } from './broken-rule.ts'
import type { LegLines, TimedDay } from './mission-types.ts'

/** So far from a road a point is not on it, and what passes by there does not pass by it. */
const FARTHEST_METRES = 5_000
const TOLERANCE_METRES = 10

/** Legs of a day that do not lead over what their way is forced over: no road does, or the drawn line misses it. */
export function checkWays(day: TimedDay, legLines: LegLines): Broken[] {
  return day.legs.flatMap(({ via = [] }, leg) => {
    const line = via.length > 0 ? legLines(day, leg) : null
    return via.flatMap(({ position, passes }) => {
      if (passes === null) return [brokenAlways('via', { leg })]
      const excess = Math.max(
        sphericalMetres(position, passes) - FARTHEST_METRES,
        line ? nearestOnLine(line.coordinates, passes).metres : 0,
      )
      return excess > TOLERANCE_METRES ? [brokenAlways('via', { leg, excess, unit: 'metres' })] : []
    })
  })
}
