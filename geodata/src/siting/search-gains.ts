import { type BestSites, findGoodSites, type GoodSites, leastBetter, proveSites } from './best-sites.ts'
import { takeBest } from './dual-bound.ts'
import { buildGainModel, type GainModel, restrictGains } from './gain-model.ts'
import { openGreedily } from './greedy-swap.ts'
import type { PreparedProblem } from './prepare-problem.ts'
import type { Effort, SearchedSites, SiteSearch } from './site-search.ts'

/** Searches maximal covering and p-median, which both add up gains. */
export function searchGains(prepared: PreparedProblem): SiteSearch {
  const model = gainsOf(prepared)
  const told = (best: BestSites): SearchedSites => ({
    ...best,
    sites: sitesOf(model, best.columns),
    bound: objectiveOf(prepared, best.bound),
  })
  const good = findGoodSites(model)
  // More sites are never worse than fewer: each count starts from the last one as well.
  let fewer: readonly number[] = []
  return {
    preview: () => told(good),
    best: (effort) => told(proveSites(model, good, effort)),
    bestOf: (count, effort) => {
      const smaller = { ...model, count }
      const start = fewer.length <= count ? fewer : []
      const found = proveSites(smaller, findGoodSites(smaller, start), effort)
      fewer = found.columns
      return told(found)
    },
    second: (sites, effort) => {
      const second = findSecond(model, good, sites, effort)
      return second && told(second)
    },
  }
}

/** Covering: an uncovered point gains its weight. Median: the weighted seconds that a nearer site saves. */
function gainsOf({ problem, costs, count, budget, standing, counts, unreachedSeconds }: PreparedProblem) {
  const { model, weights, seconds, withinSeconds } = problem
  const gainOf =
    model === 'covering'
      ? (site: number, point: number) =>
          counts[point] && seconds[site]![point]! <= withinSeconds! && standing[point]! > withinSeconds!
            ? weights[point]!
            : 0
      : (site: number, point: number) =>
          counts[point]
            ? weights[point]! * (Math.min(standing[point]!, unreachedSeconds) - seconds[site]![point]!)
            : 0
  const weighed = budget === Number.POSITIVE_INFINITY ? new Float64Array(seconds.length).fill(1) : costs
  return buildGainModel(seconds.length, weights.length, gainOf, weighed, { count, budget })
}

/** The objective of a sum of gains. */
function objectiveOf(prepared: PreparedProblem, gains: number): number {
  const { problem, standing, counts, totalWeight, unreachedSeconds } = prepared
  const { weights, model, withinSeconds } = problem
  let before = 0
  for (let point = 0; point < weights.length; point++) {
    if (!counts[point]) continue
    if (model === 'median') before += weights[point]! * Math.min(standing[point]!, unreachedSeconds)
    else if (standing[point]! <= withinSeconds!) before += weights[point]!
  }
  if (model === 'covering') return before + gains
  return totalWeight > 0 ? Math.max(0, before - gains) / totalWeight : 0
}

function sitesOf(model: GainModel, columns: readonly number[]): number[] {
  return columns.map((column) => model.sites[column]!)
}

/**
 * The best set that lacks one of the sites at least: of the sets without the first, without the second and so on the
 * best one; those whose bound is no better than what is known already need no search.
 */
function findSecond(
  model: GainModel,
  good: GoodSites,
  sites: readonly number[],
  effort: Effort,
): BestSites | null {
  const without = sites
    .map((site) => {
      const lacking = model.sites.indexOf(site)
      const rest = restrictGains(model, [], (column) => column !== lacking)
      const kept = sites.filter((other) => other !== site).map((other) => rest.sites.indexOf(other))
      const bound = good.dual.granted + takeBest(model, good.dual.above.with(lacking, 0)).worth
      const columns = openGreedily(rest, kept)
      return { rest, columns, bound }
    })
    .toSorted((a, b) => b.bound - a.bound)
  let best: BestSites | null = null
  for (const { rest, columns, bound } of without) {
    const least = best ? best.value + leastBetter(model, best.value) : 0
    if (best && bound < least) continue
    const known = findGoodSites(rest, columns)
    const found = inModel(model, rest, proveSites(rest, known, effort, least))
    best = best ? better(best, found) : found
  }
  return best
}

function inModel(model: GainModel, rest: GainModel, found: BestSites): BestSites {
  return { ...found, columns: found.columns.map((column) => model.sites.indexOf(rest.sites[column]!)) }
}

/** The better of two sets from two parts of all sets: proven where neither part can hold a better one. */
function better(a: BestSites, b: BestSites): BestSites {
  const [first, other] = b.value > a.value ? [b, a] : [a, b]
  const bound = Math.max(a.bound, b.bound)
  const isOptimal = a.isOptimal && b.isOptimal
  return { ...first, bound, isOptimal, notProven: first.notProven ?? other.notProven }
}
