import {
  type BestSites,
  findGoodSites,
  type GoodSites,
  goodSites,
  openWithout,
  proveSites,
} from './best-sites.ts'
import { boundByPrices, takeBest } from './dual-bound.ts'
import { buildGainModel, type GainModel, sumOf } from './gain-model.ts'
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
 * The best set that lacks one of the sites at least: the best one known of those without the first, without the second
 * and so on, then one search over all of them. The prices that bound the best set bound this one too.
 */
function findSecond(
  model: GainModel,
  good: GoodSites,
  sites: readonly number[],
  effort: Effort,
): BestSites | null {
  const chosen = sites.map((site) => model.sites.indexOf(site))
  let columns: readonly number[] | null = null
  for (const closed of chosen) {
    const found = openWithout(
      model,
      closed,
      chosen.filter((column) => column !== closed),
    )
    if (!columns || sumOf(model, found) > sumOf(model, columns)) columns = found
  }
  if (!columns) return null
  const value = sumOf(model, columns)
  const isPriced = good.dual.above.some((worth) => worth > 0)
  const dual = isPriced ? good.dual : boundByPrices(model, { columns, value })
  const boundWithout = (closed: number) => dual.granted + takeBest(model, dual.above.with(closed, 0)).worth
  const bound = Math.min(good.bound, Math.max(...chosen.map(boundWithout)))
  const known = goodSites(model, { columns, value, bound }, dual)
  return proveSites(model, known, effort, { notAll: chosen })
}
