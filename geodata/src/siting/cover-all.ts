import { buildCoverProgramme } from './cover-programme.ts'
import { boundByPrices } from './dual-bound.ts'
import { buildGainModel, type GainModel, sumOf } from './gain-model.ts'
import { openGreedily } from './greedy-swap.ts'
import type { PreparedProblem } from './prepare-problem.ts'
import type { Choice, Tried } from './reach-within.ts'
import type { Effort } from './site-search.ts'

/** Steps of the bound: it is asked often, and where it is of use at all it is so soon. */
const ROUNDS = 60

const REFUTED: Tried = { sites: null, provenBy: 'bound', notProven: null }

/**
 * Sites within the limits that reach every point that counts within the seconds.
 *
 * Only the hardest points are asked for: who serves them serves all others. First what is cheap: more points without a
 * site in common than sites allowed, greedy with exchanges, the bound by prices; then the solver.
 *
 * @param start Sites within the limits, to begin with as well.
 */
export function coverAll(
  prepared: PreparedProblem,
  choice: Choice,
  seconds: number,
  effort: Effort,
  start: readonly number[],
): Tried {
  const { count, lacking, notAll = [] } = choice
  const { budget, costs } = prepared
  const points = hardestPoints(prepared, lacking, seconds)
  if (points.length === 0) return { sites: [], provenBy: 'bound', notProven: null }
  if (points[0]!.length === 0 || needsMore(points, prepared, count)) return REFUTED
  const isServed = points.map((servers) => new Set(servers))
  const weighed = budget === Number.POSITIVE_INFINITY ? new Float64Array(costs.length).fill(1) : costs
  const gainOf = (site: number, point: number) => (isServed[point]!.has(site) ? 1 : 0)
  const model = buildGainModel(costs.length, points.length, gainOf, weighed, { count, budget })
  const told = (columns: readonly number[]) => columns.map((column) => model.sites[column]!)
  const fresh = openGreedily(model)
  const begun = start.map((site) => model.sites.indexOf(site)).filter((column) => column >= 0)
  const columns =
    sumOf(model, fresh) < points.length ? better(model, fresh, openGreedily(model, begun)) : fresh
  const value = sumOf(model, columns)
  const isOther = notAll.length === 0 || notAll.some((site) => !told(columns).includes(site))
  if (value === points.length && isOther) return { sites: told(columns), provenBy: 'bound', notProven: null }
  const target = points.length - 1e-6
  if (
    value < target &&
    boundByPrices(model, { columns, value }, { rounds: ROUNDS, until: target }).bound < target
  ) {
    return REFUTED
  }
  if (!effort.solver) return { sites: null, provenBy: null, notProven: 'no-solver' }
  const left = effort.secondsLeft()
  if (left <= 0) return { sites: null, provenBy: null, notProven: 'time-over' }
  const answer = effort.solver.solve(buildCoverProgramme(model, notAll), { seconds: left })
  if (answer.columns) {
    const open = Array.from(model.sites.keys()).filter((column) => answer.columns![column]! > 0.5)
    return { sites: told(open), provenBy: 'solver', notProven: null }
  }
  if (answer.isInfeasible) return { sites: null, provenBy: 'solver', notProven: null }
  return { sites: null, provenBy: null, notProven: 'time-over' }
}

function better(model: GainModel, a: number[], b: number[]): number[] {
  return sumOf(model, b) > sumOf(model, a) ? b : a
}

/** The sites of each point that must be asked for, fewest first: those of no other point are all among them. */
function hardestPoints(
  { problem, costs, budget, standing, counts }: PreparedProblem,
  lacking: number | null,
  within: number,
): number[][] {
  const words = (problem.seconds.length + 31) >> 5
  const bits = new Int32Array(words * counts.length)
  const serverCount = new Int32Array(counts.length)
  for (const [site, row] of problem.seconds.entries()) {
    if (site === lacking || costs[site]! > budget) continue
    for (let point = 0; point < counts.length; point++) {
      if (row[point]! > within) continue
      bits[point * words + (site >> 5)]! |= 1 << (site & 31)
      serverCount[point]! += 1
    }
  }
  const asked = Array.from(counts.keys()).filter((point) => counts[point] && standing[point]! > within)
  const hardest: number[] = []
  for (const point of asked.sort((a, b) => serverCount[a]! - serverCount[b]!)) {
    if (!hardest.some((other) => isAmong(bits, words, other, point))) hardest.push(point)
  }
  const sites = Array.from(problem.seconds.keys())
  return hardest.map((point) =>
    sites.filter((site) => (bits[point * words + (site >> 5)]! >> (site & 31)) & 1),
  )
}

function isAmong(bits: Int32Array, words: number, few: number, many: number): boolean {
  for (let word = 0; word < words; word++) {
    if ((bits[few * words + word]! & ~bits[many * words + word]!) !== 0) return false
  }
  return true
}

/** Whether points that have no site in common are more than the limits allow sites. */
function needsMore(points: readonly number[][], { costs, budget }: PreparedProblem, most: number): boolean {
  const isSpent = new Uint8Array(costs.length)
  let count = 0
  let cost = 0
  for (const servers of points) {
    if (servers.some((site) => isSpent[site])) continue
    for (const site of servers) isSpent[site] = 1
    count += 1
    cost += Math.min(...servers.map((site) => costs[site]!))
  }
  return count > most || cost > budget
}
