import type { RoadConditions } from '../road-state/conditions.ts'
import { priorLogSpread } from '../road-state/prior-spread.ts'
import { estimateArrival } from '../tracks/eta.ts'
import type { RoadGraph } from './graph.ts'
import { HIGHWAYS } from './road-codes.ts'
import type { Passage } from './types.ts'

/** How long a way takes, and how sure that is. */
export interface ArrivalRange {
  /** Sum of the usual times of the stretches: half of the journeys take longer, or a little more than half. */
  p50Seconds: number
  /** Nine journeys in ten take less. */
  p90Seconds: number
  /** Share of the length on which recorded passages taught the time, and the least number of them on such a stretch. */
  taughtShare: number
  leastPassages: number
}

/**
 * Median and ninth decile of the time of a way. The ninth decile keeps the ratio that `estimateArrival` finds, over the
 * sum of the usual times that every other answer tells.
 *
 * @param passages Of one way, or of several driven one after the other.
 */
export function arrivalRange(
  graph: RoadGraph,
  { learned, used }: RoadConditions,
  passages: readonly Pick<Passage, 'edge' | 'seconds' | 'lengthMetres'>[],
): ArrivalRange {
  const stretches = passages.map(({ edge, seconds, lengthMetres }) => {
    const taught = learned.get(edge)
    const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
    return {
      seconds,
      lengthMetres,
      logSpread: taught?.logSpread ?? priorLogSpread(highway, used.groundState),
      passages: taught?.passages ?? 0,
    }
  })
  const eta = estimateArrival(stretches)
  const p50Seconds = stretches.reduce((sum, { seconds }) => sum + seconds, 0)
  const counts = stretches.flatMap((one) => (one.passages > 0 ? [one.passages] : []))
  return {
    p50Seconds,
    p90Seconds: eta.p50Seconds > 0 ? (p50Seconds * eta.p90Seconds) / eta.p50Seconds : 0,
    taughtShare: eta.taughtShare,
    leastPassages: counts.length > 0 ? Math.min(...counts) : 0,
  }
}
