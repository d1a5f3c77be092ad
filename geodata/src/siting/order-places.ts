import { evaluatePrepared } from './evaluate-sites.ts'
import type { PreparedProblem } from './prepare-problem.ts'
import type { SitedPlace, SitingModel, SitingValue } from './types.ts'

/** Puts sites into the order in which each brings most after those before it; ties by index. */
export function orderPlaces(prepared: PreparedProblem, sites: readonly number[]): SitedPlace[] {
  const { model } = prepared.problem
  const left = new Set(sites.toSorted((a, b) => a - b))
  const places: SitedPlace[] = []
  let before = evaluatePrepared(prepared, [])
  while (left.size > 0) {
    const had = places.map(({ site }) => site)
    let next = -1
    let best: SitingValue | null = null
    for (const site of left) {
      const value = evaluatePrepared(prepared, [...had, site])
      if (best && !isBetter(model, value, best)) continue
      next = site
      best = value
    }
    const value = best!
    left.delete(next)
    places.push({
      site: next,
      cost: prepared.costs[next]!,
      gain: gainBetween(model, before, value),
      objective: value.objective ?? 0,
      unreachedWeight: value.unreachedWeight,
    })
    before = value
  }
  return places
}

/** Whether a value is better: the longest time of more reached demand beats any of less. */
export function isBetter(model: SitingModel, value: SitingValue, than: SitingValue): boolean {
  if (model === 'covering') return value.objective! > than.objective!
  if (model === 'centre' && value.unreachedWeight !== than.unreachedWeight) {
    return value.unreachedWeight < than.unreachedWeight
  }
  return (value.objective ?? 0) < (than.objective ?? 0)
}

function gainBetween(model: SitingModel, before: SitingValue, after: SitingValue): number | null {
  if (model === 'centre' && after.unreachedWeight < before.unreachedWeight) return null
  return Math.abs((after.objective ?? 0) - (before.objective ?? 0))
}
