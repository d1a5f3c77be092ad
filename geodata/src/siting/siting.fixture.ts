import { evaluateSites } from './evaluate-sites.ts'
import { isBetter } from './order-places.ts'
import type { SitingProblem, SitingValue } from './types.ts'

/** Best value of all sets within the limits, for each number of sites, and the best of one site or more that lacks one of `lacking`. */
export interface Enumerated {
  readonly best: SitingValue
  readonly byCount: readonly SitingValue[]
  readonly second: SitingValue | null
}

/** Tries every set of candidates: a brute force to compare with. */
export function tryAllSets(problem: SitingProblem, lacking: readonly number[]): Enumerated {
  const candidates = problem.seconds.length
  const byCount: SitingValue[] = []
  let second: SitingValue | null = null
  for (let set = 0; set < 2 ** candidates; set++) {
    const sites = Array.from({ length: candidates }, (_, site) => site).filter((site) => (set >> site) & 1)
    const cost = sites.reduce((sum, site) => sum + (problem.costs?.[site] ?? 1), 0)
    if (sites.length > (problem.count ?? candidates) || cost > (problem.budget ?? cost)) continue
    const value = evaluateSites(problem, sites)
    for (let count = sites.length; count <= candidates; count++) {
      const known = byCount[count]
      if (!known || isBetter(problem.model, value, known)) byCount[count] = value
    }
    if (sites.length === 0 || lacking.every((site) => sites.includes(site))) continue
    if (!second || isBetter(problem.model, value, second)) second = value
  }
  return { best: byCount[candidates]!, byCount, second }
}
