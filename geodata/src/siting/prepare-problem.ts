import type { SitingNote, SitingProblem } from './types.ts'

/** The problem with what every model needs of it worked out. */
export interface PreparedProblem {
  readonly problem: SitingProblem
  readonly costs: ArrayLike<number>
  readonly count: number
  readonly budget: number
  /** Seconds from the nearest standing site to each demand point; `Infinity` where none reaches it. */
  readonly standing: Float64Array
  /** 1 where the point has weight and, for mean and longest time, some site could reach it. */
  readonly counts: Uint8Array
  readonly totalWeight: number
  /** Median: seconds of an unreached point. */
  readonly unreachedSeconds: number
  readonly notes: readonly SitingNote[]
}

/** Works out what the models need; the problem must be without fault. */
export function prepareProblem(problem: SitingProblem): PreparedProblem {
  const { model, weights, seconds } = problem
  const points = weights.length
  const costs = problem.costs ?? new Float64Array(seconds.length).fill(1)
  const budget = problem.budget ?? Number.POSITIVE_INFINITY
  const standing = nearestTimes(problem.fixedSeconds, points)
  const reachable = nearestTimes([standing, ...seconds], points)
  const counts = new Uint8Array(points)
  const beyond = { points: 0, weight: 0 }
  let totalWeight = 0
  for (let point = 0; point < points; point++) {
    const weight = weights[point]!
    if (weight === 0) continue
    const isBeyond = reachable[point] === Number.POSITIVE_INFINITY
    if (isBeyond) {
      beyond.points += 1
      beyond.weight += weight
    }
    if (isBeyond && model !== 'covering') continue
    counts[point] = 1
    totalWeight += weight
  }
  const unreachedSeconds = problem.unreachedSeconds ?? 2 * longestTime(problem)
  const notes: SitingNote[] = beyond.points > 0 ? [{ code: 'beyond-all', ...beyond }] : []
  if (model === 'median' && problem.unreachedSeconds === null) {
    notes.push({ code: 'unreached-seconds-chosen', seconds: unreachedSeconds })
  }
  if (problem.count !== null && problem.count > seconds.length) {
    notes.push({ code: 'count-above-candidates', candidates: seconds.length })
  }
  const unaffordable = Array.from(costs).filter((cost) => cost > budget).length
  if (unaffordable > 0) notes.push({ code: 'unaffordable-candidates', candidates: unaffordable })
  const useless = seconds.filter((row) => !helps(problem, row, standing, counts)).length
  if (useless > 0) notes.push({ code: 'useless-candidates', candidates: useless })
  const count = Math.min(problem.count ?? Number.POSITIVE_INFINITY, seconds.length)
  return { problem, costs, count, budget, standing, counts, totalWeight, unreachedSeconds, notes }
}

/** Of each point the least time of the rows. */
export function nearestTimes(rows: readonly ArrayLike<number>[], points: number): Float64Array {
  const nearest = new Float64Array(points).fill(Number.POSITIVE_INFINITY)
  for (const row of rows) {
    for (let point = 0; point < points; point++) {
      if (row[point]! < nearest[point]!) nearest[point] = row[point]!
    }
  }
  return nearest
}

function longestTime({ seconds, fixedSeconds }: SitingProblem): number {
  let longest = 0
  for (const row of [...seconds, ...fixedSeconds]) {
    for (let point = 0; point < row.length; point++) {
      if (row[point]! > longest && row[point]! < Number.POSITIVE_INFINITY) longest = row[point]!
    }
  }
  return longest
}

/** Whether a candidate is nearer than every standing site to some point that counts, and near enough. */
function helps(
  { model, withinSeconds }: SitingProblem,
  row: ArrayLike<number>,
  standing: Float64Array,
  counts: Uint8Array,
): boolean {
  const limit = model === 'covering' ? withinSeconds! : Number.POSITIVE_INFINITY
  for (let point = 0; point < counts.length; point++) {
    if (counts[point] && row[point]! <= limit && row[point]! < standing[point]!) {
      if (model !== 'covering' || standing[point]! > limit) return true
    }
  }
  return false
}
