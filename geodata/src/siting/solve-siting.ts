import { checkProblem } from './check-problem.ts'
import { type SitingClock, startClock } from './clock.ts'
import { evaluatePrepared } from './evaluate-sites.ts'
import type { MipSolver } from './mip-solver.ts'
import { orderPlaces } from './order-places.ts'
import { type PreparedProblem, prepareProblem } from './prepare-problem.ts'
import { searchCentre } from './search-centre.ts'
import { searchGains } from './search-gains.ts'
import type { SearchedSites, SiteSearch } from './site-search.ts'
import type {
  CurvePoint,
  RunnerUp,
  SitingAnswer,
  SitingNote,
  SitingProblem,
  SitingRefused,
  SitingStage,
} from './types.ts'

export interface SitingOptions {
  /** null = greedy, exchanges and bound alone. */
  readonly solver: MipSolver | null
  /** Seconds for all of it; what is not proven by then is told with its bound. */
  readonly seconds: number
  /** Hears each better-known answer, the preview first. */
  readonly tell?: (answer: SitingAnswer) => void
}

/** Until which share of the seconds the sites, the runner-up and the curve may use the solver. */
const SHARES = { sites: 0.6, second: 0.8, curve: 1 }

/**
 * Where the next sites should stand: at most `count` candidates within the budget, beside those that stand already.
 *
 * Covering: most weight within `withinSeconds` (Church & ReVelle 1974, Papers of the Regional Science Association 32,
 * 101–118). Median: least mean seconds (Hakimi 1964, Operations Research 12(3), 450–459; ReVelle & Swain 1970,
 * Geographical Analysis 2(1), 30–42). Centre: least longest seconds (Hakimi 1964) to the demand that so many sites can
 * reach, found by bisection over the times.
 *
 * Blocks its thread: meant for a worker. The same problem has the same answer as long as no time runs out.
 *
 * @returns The sites with their gains, the proof or the gap, the runner-up and the curve; or why there is no answer.
 *   Each objective is computed from the times of the problem, not taken from the solver.
 */
export function solveSiting(problem: SitingProblem, options: SitingOptions): SitingAnswer | SitingRefused {
  const refusal = checkProblem(problem)
  if (refusal) return { kind: 'refused', refusal }
  const clock = startClock(options.seconds)
  const prepared = prepareProblem(problem)
  const search = problem.model === 'centre' ? searchCentre(prepared) : searchGains(prepared)
  const { solver } = options
  const tell = (
    stage: SitingStage,
    searched: SearchedSites,
    runnerUp: RunnerUp | null,
    curve: CurvePoint[],
  ) => {
    const answer = tellAnswer(prepared, { stage, searched, runnerUp, curve, clock })
    options.tell?.(answer)
    return answer
  }
  tell('preview', search.preview(), null, [])
  const best = search.best({ solver, secondsLeft: clock.leftUntil(SHARES.sites) })
  tell('sites', best, null, [])
  const second = search.second(best.sites, { solver, secondsLeft: clock.leftUntil(SHARES.second) })
  const runnerUp = second && second.sites.length > 0 ? compareSecond(prepared, best, second) : null
  tell('runner-up', best, runnerUp, [])
  return tell('complete', best, runnerUp, drawCurve(prepared, search, best, solver, clock))
}

interface Told {
  readonly stage: SitingStage
  readonly searched: SearchedSites
  readonly runnerUp: RunnerUp | null
  readonly curve: readonly CurvePoint[]
  readonly clock: SitingClock
}

function tellAnswer(prepared: PreparedProblem, told: Told): SitingAnswer {
  const { stage, searched, runnerUp, curve, clock } = told
  const { problem, costs, totalWeight } = prepared
  const { sites, isOptimal, provenBy } = searched
  const value = evaluatePrepared(prepared, sites)
  const bound = isOptimal ? (value.objective ?? 0) : (searched.bound ?? 0)
  return {
    kind: 'answer',
    stage,
    model: problem.model,
    places: orderPlaces(prepared, sites),
    cost: sites.reduce((sum, site) => sum + costs[site]!, 0),
    before: evaluatePrepared(prepared, []),
    value,
    totalWeight,
    bound,
    gap: isOptimal ? 0 : shareOf(Math.abs(bound - (value.objective ?? 0)), value.objective ?? 0),
    isOptimal,
    provenBy,
    runnerUp,
    curve,
    notes: [...prepared.notes, ...tellOutcome(prepared, searched)],
    tookSeconds: clock.tookSeconds(),
  }
}

function tellOutcome(
  prepared: PreparedProblem,
  { sites, isOptimal, notProven }: SearchedSites,
): SitingNote[] {
  const notes: SitingNote[] = []
  const isAllReached = evaluatePrepared(prepared, []).unreachedWeight === 0
  if (sites.length === 0) {
    const isCovered = prepared.problem.model === 'covering' && isAllReached
    notes.push({ code: isCovered ? 'already-covered' : 'nothing-to-gain' })
  } else if (isOptimal && prepared.problem.count !== null && sites.length < prepared.count) {
    if (prepared.problem.budget === null) notes.push({ code: 'fewer-suffice', sites: sites.length })
  }
  if (notProven) notes.push({ code: 'not-proven', why: notProven })
  return notes
}

function compareSecond(prepared: PreparedProblem, best: SearchedSites, second: SearchedSites): RunnerUp {
  const first = evaluatePrepared(prepared, best.sites).objective ?? 0
  const { objective, unreachedWeight } = evaluatePrepared(prepared, second.sites)
  const behind = Math.abs((objective ?? 0) - first)
  return {
    sites: second.sites.toSorted((a, b) => a - b),
    objective: objective ?? 0,
    unreachedWeight,
    behind,
    behindShare: shareOf(behind, first),
    isOptimal: best.isOptimal && second.isOptimal,
  }
}

/** The curve of the best objective by the number of sites: proven where the time allows, else with the bound. */
function drawCurve(
  prepared: PreparedProblem,
  search: SiteSearch,
  best: SearchedSites,
  solver: MipSolver | null,
  clock: SitingClock,
): CurvePoint[] {
  const { problem } = prepared
  const asked = problem.count === null ? best.sites.length : prepared.count
  const last = Math.min(problem.curveTo ?? asked, problem.seconds.length)
  const left = clock.leftUntil(SHARES.curve)
  const searchFor = (count: number, secondsLeft: () => number): SearchedSites => {
    if (count === 0) return { ...best, sites: [], isOptimal: true }
    return count === asked ? best : search.bestOf(count, { solver, secondsLeft })
  }
  const curve: CurvePoint[] = []
  for (let count = 0; count <= last; count++) {
    const secondsLeft = () => left() / Math.max(1, (last - count + 1) / 2)
    const searched = searchFor(count, secondsLeft)
    const { objective, unreachedWeight } = evaluatePrepared(prepared, searched.sites)
    const bound = searched.isOptimal ? objective : searched.bound
    curve.push({ count, objective, unreachedWeight, bound, isOptimal: searched.isOptimal })
  }
  return curve
}

function shareOf(part: number, whole: number): number {
  if (part === 0) return 0
  return whole === 0 ? Number.POSITIVE_INFINITY : part / Math.abs(whole)
}
