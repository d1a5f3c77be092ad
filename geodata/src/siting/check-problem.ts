import type { SitingProblem, SitingRefusal } from './types.ts'

/** Candidates × demand points that are dealt with at once: 5 000 × 4 000. */
const MOST_CELLS = 20_000_000

/** Why the problem has no answer; null = it has one. */
export function checkProblem(problem: SitingProblem): SitingRefusal | null {
  return checkSizes(problem) ?? checkLimits(problem) ?? checkFigures(problem) ?? checkBudget(problem)
}

function checkSizes({ weights, seconds, fixedSeconds, costs }: SitingProblem): SitingRefusal | null {
  const expected = weights.length
  if (seconds.length === 0) return { code: 'no-candidates' }
  if (expected === 0) return { code: 'no-demand' }
  const cells = seconds.length * expected
  if (cells > MOST_CELLS) return { code: 'too-large', cells, most: MOST_CELLS }
  if (costs && costs.length !== seconds.length) {
    return { code: 'bad-shape', of: 'costs', site: 0, length: costs.length, expected: seconds.length }
  }
  for (const [of, rows] of [
    ['candidate', seconds],
    ['fixed', fixedSeconds],
  ] as const) {
    const site = rows.findIndex((row) => row.length !== expected)
    if (site >= 0) return { code: 'bad-shape', of, site, length: rows[site]!.length, expected }
  }
  return null
}

function checkLimits(problem: SitingProblem): SitingRefusal | null {
  const { model, count, budget, withinSeconds, unreachedSeconds, curveTo } = problem
  if (count === null && budget === null) return { code: 'no-limit' }
  if (count !== null && !(Number.isInteger(count) && count >= 1)) {
    return { code: 'bad-limit', limit: 'count', value: count }
  }
  if (budget !== null && !isAmount(budget)) return { code: 'bad-limit', limit: 'budget', value: budget }
  if (model === 'covering' && !(withinSeconds !== null && isAmount(withinSeconds))) {
    return { code: 'bad-limit', limit: 'withinSeconds', value: withinSeconds }
  }
  if (unreachedSeconds !== null && !isAmount(unreachedSeconds)) {
    return { code: 'bad-limit', limit: 'unreachedSeconds', value: unreachedSeconds }
  }
  if (curveTo !== null && !(Number.isInteger(curveTo) && curveTo >= 0)) {
    return { code: 'bad-limit', limit: 'curveTo', value: curveTo }
  }
  return null
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0
}

function checkFigures({ weights, seconds, fixedSeconds, costs }: SitingProblem): SitingRefusal | null {
  const demand = findIndex(weights, (weight) => !isAmount(weight))
  if (demand >= 0) return { code: 'bad-weight', demand, value: weights[demand]! }
  if (findIndex(weights, (weight) => weight > 0) < 0) return { code: 'no-demand' }
  const candidate = costs ? findIndex(costs, (cost) => !isAmount(cost)) : -1
  if (candidate >= 0) return { code: 'bad-cost', candidate, value: costs![candidate]! }
  for (const [of, rows] of [
    ['candidate', seconds],
    ['fixed', fixedSeconds],
  ] as const) {
    for (const [site, row] of rows.entries()) {
      const point = findIndex(row, (time) => !(time >= 0))
      if (point >= 0) return { code: 'bad-time', of, site, demand: point, value: row[point]! }
    }
  }
  return null
}

function checkBudget({ seconds, costs, budget }: SitingProblem): SitingRefusal | null {
  if (budget === null) return null
  const cheapest = Array.from(costs ?? seconds.map(() => 1)).reduce((least, cost) => Math.min(least, cost))
  return cheapest > budget ? { code: 'budget-too-small', budget, cheapest } : null
}

function findIndex(values: ArrayLike<number>, is: (value: number) => boolean): number {
  for (let index = 0; index < values.length; index++) if (is(values[index]!)) return index
  return -1
}
