import { nearestTimes, type PreparedProblem, prepareProblem } from './prepare-problem.ts'
import type { SitingProblem, SitingValue } from './types.ts'

/**
 * What a set of opened candidates does beside the standing sites, from the times alone: no solver has a part in it.
 *
 * @param sites Indices of candidates, any order.
 * @returns Covering: weight within `withinSeconds`. Median: mean seconds by weight, an unreached point counting
 *   `unreachedSeconds`. Centre: longest seconds to a reached point. Weights in the unit of `weights`.
 * @throws RangeError if a site is no candidate. The problem must be one that `solveSiting` does not refuse.
 */
export function evaluateSites(problem: SitingProblem, sites: readonly number[]): SitingValue {
  return evaluatePrepared(prepareProblem(problem), sites)
}

/** The same of a prepared problem. */
export function evaluatePrepared(
  { problem, standing, counts, totalWeight, unreachedSeconds }: PreparedProblem,
  sites: readonly number[],
): SitingValue {
  const { model, weights, seconds, withinSeconds } = problem
  const rows = sites.map((site) => {
    const row = seconds[site]
    if (!row) throw new RangeError(`no candidate ${site}`)
    return row
  })
  const nearest = nearestTimes([standing, ...rows], weights.length)
  const limit = model === 'covering' ? withinSeconds! : Number.MAX_VALUE
  let reachedWeight = 0
  let unreachedWeight = 0
  let weightedSeconds = 0
  let longest: number | null = null
  for (let point = 0; point < nearest.length; point++) {
    if (!counts[point]) continue
    const weight = weights[point]!
    const time = nearest[point]!
    weightedSeconds += weight * Math.min(time, unreachedSeconds)
    if (time > limit) unreachedWeight += weight
    else {
      reachedWeight += weight
      longest = Math.max(longest ?? 0, time)
    }
  }
  const mean = totalWeight > 0 ? weightedSeconds / totalWeight : 0
  const objective = model === 'covering' ? reachedWeight : model === 'median' ? mean : longest
  return { objective, reachedWeight, unreachedWeight }
}
