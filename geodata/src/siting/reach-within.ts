import { findGoodSites, proveSites } from './best-sites.ts'
import { buildGainModel } from './gain-model.ts'
import type { PreparedProblem } from './prepare-problem.ts'
import type { Effort } from './site-search.ts'
import type { NotProven } from './types.ts'

/** Which candidates may be opened. */
export interface Choice {
  readonly count: number
  /** A candidate that is no choice; null: none. */
  readonly lacking: number | null
}

export interface Tried {
  /** Sites that reach what is asked; null where none were found. */
  readonly sites: readonly number[] | null
  readonly provenBy: 'bound' | 'solver' | null
  /** Why it is not known whether there are such sites. */
  readonly notProven: NotProven | null
}

/** Sites that reach most weight in any time. */
export function findReach(prepared: PreparedProblem, choice: Choice, effort: Effort) {
  const model = coverModel(prepared, choice, Number.MAX_VALUE, (point) => prepared.problem.weights[point]!)
  const best = proveSites(model, findGoodSites(model), effort)
  return { ...best, sites: best.columns.map((column) => model.sites[column]!) }
}

/** Sites that reach, within the seconds, all but the given weight. */
export function reachWithin(
  prepared: PreparedProblem,
  choice: Choice,
  seconds: number,
  unreachedWeight: number,
  effort: Effort,
): Tried {
  const { problem, standing, counts } = prepared
  // Where all must be reached each point is as good as another, and whole numbers are proven sooner.
  const weightOf = unreachedWeight === 0 ? () => 1 : (point: number) => problem.weights[point]!
  const model = coverModel(prepared, choice, seconds, weightOf)
  let target = -unreachedWeight
  for (let point = 0; point < counts.length; point++) {
    if (counts[point] && standing[point]! > seconds) target += weightOf(point)
  }
  target -= unreachedWeight === 0 ? 0.5 : 1e-9 * (1 + target)
  const sitesOf = (columns: readonly number[]) => columns.map((column) => model.sites[column]!)
  const good = findGoodSites(model)
  if (good.value >= target) return { sites: sitesOf(good.columns), provenBy: 'bound', notProven: null }
  if (good.bound < target) return { sites: null, provenBy: 'bound', notProven: null }
  const best = proveSites(model, good, effort, target)
  if (best.value >= target) return { sites: sitesOf(best.columns), provenBy: 'solver', notProven: null }
  return { sites: null, provenBy: best.provenBy, notProven: best.notProven }
}

function coverModel(
  { problem, costs, budget, standing, counts }: PreparedProblem,
  { count, lacking }: Choice,
  within: number,
  weightOf: (point: number) => number,
) {
  const { seconds, weights } = problem
  const weighed = budget === Number.POSITIVE_INFINITY ? new Float64Array(seconds.length).fill(1) : costs
  return buildGainModel(
    seconds.length,
    weights.length,
    (site, point) =>
      counts[point] && site !== lacking && seconds[site]![point]! <= within && standing[point]! > within
        ? weightOf(point)
        : 0,
    weighed,
    { count, budget },
  )
}
