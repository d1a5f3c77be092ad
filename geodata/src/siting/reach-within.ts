import { findGoodSites, proveSites } from './best-sites.ts'
import { coverAll } from './cover-all.ts'
import { boundByPrices } from './dual-bound.ts'
import { buildGainModel, type GainModel, sumOf } from './gain-model.ts'
import { openGreedily } from './greedy-swap.ts'
import type { PreparedProblem } from './prepare-problem.ts'
import type { Effort } from './site-search.ts'
import type { NotProven } from './types.ts'

/** Which candidates may be opened. */
export interface Choice {
  readonly count: number
  /** A candidate that is no choice; null: none. */
  readonly lacking: number | null
  /** Candidates of which one at least stays closed: only where everything is to be reached. */
  readonly notAll?: readonly number[]
}

/** What was found, and how it is known. */
export interface Tried {
  /** Sites that reach what is asked; null where none were found. */
  readonly sites: readonly number[] | null
  readonly provenBy: 'bound' | 'solver' | null
  /** Why it is not known whether there are such sites. */
  readonly notProven: NotProven | null
}

/** Without a solver the bound is asked often: a rough one must do. */
const ROUNDS = 60

/** Sites that reach most weight in any time. */
export function findReach(prepared: PreparedProblem, choice: Choice, effort: Effort) {
  const model = coverModel(prepared, choice, Number.MAX_VALUE)
  const best = proveSites(model, findGoodSites(model), effort)
  return { ...best, sites: sitesOf(model, best.columns) }
}

/** Sites that reach, within the seconds, all but the given weight. */
export function reachWithin(
  prepared: PreparedProblem,
  choice: Choice,
  seconds: number,
  unreachedWeight: number,
  effort: Effort,
  start: readonly number[] = [],
): Tried {
  if (unreachedWeight === 0) return coverAll(prepared, choice, seconds, effort, start)
  const model = coverModel(prepared, choice, seconds)
  const { problem, standing, counts } = prepared
  let target = -unreachedWeight
  for (let point = 0; point < counts.length; point++) {
    if (counts[point] && standing[point]! > seconds) target += problem.weights[point]!
  }
  target *= 1 - 1e-9
  if (sumOf(model, model.sites.keys()) < target) return { sites: null, provenBy: 'bound', notProven: null }
  const columns = openGreedily(model)
  const value = sumOf(model, columns)
  if (value >= target) return { sites: sitesOf(model, columns), provenBy: 'bound', notProven: null }
  if (!effort.solver) {
    const { bound } = boundByPrices(model, { columns, value }, { rounds: ROUNDS, until: target })
    if (bound < target) return { sites: null, provenBy: 'bound', notProven: null }
    return { sites: null, provenBy: null, notProven: 'no-solver' }
  }
  const best = proveSites(model, findGoodSites(model, columns), effort, { target })
  if (best.value >= target) return { ...best, sites: sitesOf(model, best.columns) }
  return { ...best, sites: null }
}

function coverModel(
  { problem, costs, budget, standing, counts }: PreparedProblem,
  { count, lacking }: Choice,
  within: number,
): GainModel {
  const { seconds, weights } = problem
  const weighed = budget === Number.POSITIVE_INFINITY ? new Float64Array(seconds.length).fill(1) : costs
  return buildGainModel(
    seconds.length,
    weights.length,
    (site, point) =>
      counts[point] && site !== lacking && seconds[site]![point]! <= within && standing[point]! > within
        ? weights[point]!
        : 0,
    weighed,
    { count, budget },
  )
}

function sitesOf(model: GainModel, columns: readonly number[]): number[] {
  return columns.map((column) => model.sites[column]!)
}
