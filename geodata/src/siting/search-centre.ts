import { evaluatePrepared } from './evaluate-sites.ts'
import { nearestTimes, type PreparedProblem } from './prepare-problem.ts'
import { type Choice, findReach, reachWithin } from './reach-within.ts'
import type { Effort, SearchedSites, SiteSearch } from './site-search.ts'
import type { NotProven } from './types.ts'

/** Searches the least longest time: first what can be reached at all, then, by bisection, within which time. */
export function searchCentre(prepared: PreparedProblem): SiteSearch {
  const quick: Effort = { solver: null, secondsLeft: () => 0 }
  const search = (count: number, effort: Effort, known: Known) =>
    bisect(prepared, { count, lacking: null }, effort, known)
  let best: SearchedSites | null = null
  let fewer: readonly number[] = []
  return {
    preview: () => search(prepared.count, quick, {}),
    best: (effort) => {
      best = search(prepared.count, effort, {})
      return best
    },
    bestOf: (count, effort) => {
      const from = best?.isOptimal && count < prepared.count ? reached(prepared, best.sites) : undefined
      const found = search(count, effort, { from, start: fewer.length <= count ? fewer : [] })
      fewer = found.sites
      return found
    },
    second: (sites, effort) => findSecond(prepared, sites, effort),
  }
}

/** A set of sites and the longest time to what it reaches. */
interface Reached {
  readonly sites: readonly number[]
  readonly longest: number
  readonly unreachedWeight: number
}

interface Known {
  /** No set that reaches as much has a shorter longest time than this one. */
  readonly from?: Reached
  /** Sites within the limits, to begin with. */
  readonly start?: readonly number[]
  /** Only sets that better this one are looked for. */
  readonly beat?: Reached
}

function bisect(
  prepared: PreparedProblem,
  choice: Choice,
  effort: Effort,
  { from, start = [], beat }: Known,
): SearchedSites {
  const reach = findReach(prepared, choice, effort)
  let best = reached(prepared, reach.sites)
  const begun = reached(prepared, start)
  if (isBefore(begun, best)) best = begun
  const isWorse = beat !== undefined && best.unreachedWeight > beat.unreachedWeight
  const isLevel = beat !== undefined && best.unreachedWeight === beat.unreachedWeight
  const below = isLevel ? Math.min(beat.longest, best.longest) : best.longest
  const least = from?.unreachedWeight === best.unreachedWeight ? from.longest : 0
  const times = isWorse ? [] : timesBetween(prepared, choice, best.unreachedWeight, least, below)
  let low = 0
  let high = times.length
  // Up to here no set reaches as much within the time, and that is proven.
  let refuted = 0
  let notProven: NotProven | null = reach.notProven
  let bySolver = reach.provenBy === 'solver'
  while (low < high) {
    const middle = (low + high) >> 1
    const tried = reachWithin(prepared, choice, times[middle]!, best.unreachedWeight, effort)
    bySolver ||= tried.provenBy === 'solver'
    if (tried.sites) {
      best = reached(prepared, tried.sites)
      high = times.findIndex((time) => time >= best.longest)
      if (high < 0) high = times.length
      continue
    }
    low = middle + 1
    if (tried.notProven) notProven = tried.notProven
    else refuted = low
  }
  const isOptimal = reach.isOptimal && refuted >= low
  return {
    sites: best.sites,
    bound: isOptimal ? best.longest : reach.isOptimal ? (times[refuted] ?? best.longest) : 0,
    isOptimal,
    provenBy: isOptimal ? (bySolver ? 'solver' : 'bound') : null,
    notProven: isOptimal ? null : notProven,
  }
}

function reached(prepared: PreparedProblem, sites: readonly number[]): Reached {
  const { objective, unreachedWeight } = evaluatePrepared(prepared, sites)
  return { sites, longest: objective ?? 0, unreachedWeight }
}

/** The times that could be the longest one, ascending: at least `from`, below `below`. */
function timesBetween(
  { problem, standing, counts }: PreparedProblem,
  { lacking }: Choice,
  unreachedWeight: number,
  from: number,
  below: number,
): number[] {
  const rows = [standing, ...problem.seconds.filter((_, site) => site !== lacking)]
  const nearest = nearestTimes(rows, counts.length)
  let least = from
  // Who must be reached, all of them, is not reached sooner than from the nearest site of all.
  if (unreachedWeight === 0) {
    for (const [point, time] of nearest.entries()) if (counts[point] && time > least) least = time
  }
  const times = new Set<number>()
  for (const row of rows) {
    for (let point = 0; point < counts.length; point++) {
      if (counts[point] && row[point]! >= least && row[point]! < below) times.add(row[point]!)
    }
  }
  return [...times].sort((a, b) => a - b)
}

/** The best set that lacks one of the sites at least: the best of the sets without the first, the second and so on. */
function findSecond(
  prepared: PreparedProblem,
  sites: readonly number[],
  effort: Effort,
): SearchedSites | null {
  const from = reached(prepared, sites)
  let best: SearchedSites | null = null
  let isProven = true
  for (const lacking of sites) {
    const beat = best ? reached(prepared, best.sites) : undefined
    const found = bisect(prepared, { count: prepared.count, lacking }, effort, { from, beat })
    isProven &&= found.isOptimal
    const now = reached(prepared, found.sites)
    if (!beat || isBefore(now, beat)) best = found
    if (!found.isOptimal && best) best = { ...best, notProven: found.notProven }
  }
  return best && { ...best, isOptimal: isProven }
}

function isBefore(a: Reached, b: Reached): boolean {
  if (a.unreachedWeight !== b.unreachedWeight) return a.unreachedWeight < b.unreachedWeight
  return a.longest < b.longest
}
