import { findReachTimes } from '../road-network/travel-times.ts'
import type { ReachTimes, SnappedPoint } from '../road-network/types.ts'
import type { OpenCoverage } from './open-coverage.ts'

/** Times from the nearest of the starts over the whole network, kept while only minutes change. */
export function reachOf(opened: OpenCoverage, starts: readonly SnappedPoint[]): ReachTimes {
  const key = starts.map(({ edge, fraction }) => `${edge} ${fraction}`).join()
  if (opened.keptReach?.key !== key) {
    opened.keptReach = { key, times: findReachTimes(opened.network.graph, starts, opened.options) }
  }
  return opened.keptReach.times
}
