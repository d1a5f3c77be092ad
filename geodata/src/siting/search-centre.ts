import { evaluatePrepared } from './evaluate-sites.ts'
import { nearestTimes, type PreparedProblem } from './prepare-problem.ts'
import { type Choice, findReach, reachWithin } from './reach-within.ts'
import type { Effort, SearchedSites, SiteSearch } from './site-search.ts'
import type { NotProven } from './types.ts'

const WITHOUT_SOLVER: Effort = { solver: null, secondsLeft: () => 0 }

/** A problem with all times that could be the longest one, ascending. */
interface Centre {
  readonly prepared: PreparedProblem
  readonly times: Float64Array
  /** All points are not reached sooner than this, from whichever sites. */
  readonly leastToAll: number
}

/** Searches the least longest time: first what can be reached at all, then, by bisection, within which time. */
export function searchCentre(prepared: PreparedProblem): SiteSearch {
  const centre = { prepared, times: sortTimes(prepared), leastToAll: findLeastToAll(prepared) }
  const quickly = (count: number, known: Known) =>
    bisect(centre, { count, lacking: null }, WITHOUT_SOLVER, known)
  let preview: SearchedSites | null = null
  let best: SearchedSites | null = null
  let fewer: readonly number[] = []
  const lookOver = () => {
    preview ??= quickly(prepared.count, {})
    return preview
  }
  return {
    preview: lookOver,
    best(effort) {
      best = prove(centre, prepared.count, effort, lookOver())
      return best
    },
    bestOf(count, effort) {
      const from = best?.isOptimal && count < prepared.count ? reached(prepared, best.sites) : undefined
      const quick = quickly(count, { from, start: fewer.length <= count ? fewer : [] })
      const found = prove(centre, count, effort, quick, from)
      fewer = found.sites
      return found
    },
    second: (sites, effort) => findOther(centre, sites, effort) ?? findSecond(centre, sites, effort),
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
  centre: Centre,
  choice: Choice,
  effort: Effort,
  { from, start = [], beat }: Known,
): SearchedSites {
  const { prepared } = centre
  const reach = findReach(prepared, choice, effort)
  let best = reached(prepared, reach.sites)
  const begun = reached(prepared, start)
  if (isBefore(begun, best)) best = begun
  const isWorse = beat !== undefined && best.unreachedWeight > beat.unreachedWeight
  const isLevel = beat !== undefined && best.unreachedWeight === beat.unreachedWeight
  const below = isLevel ? Math.min(beat.longest, best.longest) : best.longest
  const least = from?.unreachedWeight === best.unreachedWeight ? from.longest : 0
  const times = isWorse
    ? centre.times.subarray(0, 0)
    : timesBetween(centre, best.unreachedWeight, least, below)
  let low = 0
  let high = times.length
  // Up to here no set reaches as much within the time, and that is proven.
  let refuted = 0
  let notProven: NotProven | null = reach.notProven
  let bySolver = reach.provenBy === 'solver'
  while (low < high) {
    const middle = (low + high) >> 1
    const tried = reachWithin(prepared, choice, times[middle]!, best.unreachedWeight, effort, best.sites)
    bySolver ||= tried.provenBy === 'solver'
    if (tried.sites) {
      best = reached(prepared, tried.sites)
      high = placeOf(times, best.longest)
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

/**
 * Goes on from what was found without a solver. That is often the best already, so that the time just below it is tried
 * first, then longer and longer steps while they succeed, the time just below again, and by halves where that succeeds too.
 *
 * @param from No set that reaches as much has a shorter longest time.
 */
function prove(
  centre: Centre,
  count: number,
  effort: Effort,
  quick: SearchedSites,
  from?: Reached,
): SearchedSites {
  if (quick.isOptimal || !effort.solver) return quick
  const { prepared } = centre
  const choice: Choice = { count, lacking: null }
  const reach = findReach(prepared, choice, effort)
  const known = reached(prepared, quick.sites)
  let best = reached(prepared, reach.sites)
  const isLevel = best.unreachedWeight === known.unreachedWeight
  if (!isBefore(best, known)) best = known
  const least = Math.max(
    from?.unreachedWeight === best.unreachedWeight ? from.longest : 0,
    isLevel ? (quick.bound ?? 0) : 0,
  )
  const times = timesBetween(centre, best.unreachedWeight, least, best.longest)
  let low = 0
  let high = times.length
  let step = 1
  let way: 'steps' | 'last' | 'halves' = 'steps'
  let notProven: NotProven | null = reach.notProven
  while (low < high && notProven === null) {
    const at = way === 'halves' ? (low + high) >> 1 : Math.max(low, high - (way === 'last' ? 1 : step))
    const tried = reachWithin(prepared, choice, times[at]!, best.unreachedWeight, effort, best.sites)
    if (tried.sites) {
      best = reached(prepared, tried.sites)
      high = placeOf(times, best.longest)
      step *= 2
      if (way === 'last') way = 'halves'
    } else {
      notProven = tried.notProven
      if (!notProven) low = at + 1
      if (way === 'steps') way = 'last'
    }
  }
  const isOptimal = notProven === null
  const bound = reach.isOptimal ? (times[low] ?? best.longest) : 0
  return {
    sites: best.sites,
    bound: isOptimal ? best.longest : bound,
    isOptimal,
    provenBy: isOptimal ? 'solver' : null,
    notProven,
  }
}

function sortTimes({ problem, standing, counts }: PreparedProblem): Float64Array {
  const all: number[] = []
  for (const row of [standing, ...problem.seconds]) {
    for (let point = 0; point < counts.length; point++) {
      if (counts[point] && row[point]! < Number.POSITIVE_INFINITY) all.push(row[point]!)
    }
  }
  return Float64Array.from(all)
    .sort()
    .filter((time, at, times) => at === 0 || time !== times[at - 1])
}

function findLeastToAll({ problem, standing, counts }: PreparedProblem): number {
  const nearest = nearestTimes([standing, ...problem.seconds], counts.length)
  return nearest.reduce((most, time, point) => (counts[point] ? Math.max(most, time) : most), 0)
}

/** The times that could be the longest one, ascending: at least `from`, below `below`. */
function timesBetween(
  { times, leastToAll }: Centre,
  unreachedWeight: number,
  from: number,
  below: number,
): Float64Array {
  const least = unreachedWeight === 0 ? Math.max(from, leastToAll) : from
  return times.subarray(placeOf(times, least), placeOf(times, below))
}

/** Where the first time lies that is not below the asked one. */
function placeOf(times: Float64Array, time: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! < time) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The best other set, where the sites reach everything: all sets that lack one of them are searched at once, at the longest
 * time of the sites first, then at longer ones in growing steps, then by bisection.
 *
 * @returns null where no other set reaches everything, or that is not known.
 */
function findOther(
  { prepared, times: all }: Centre,
  sites: readonly number[],
  effort: Effort,
): SearchedSites | null {
  const from = reached(prepared, sites)
  if (!effort.solver || sites.length === 0 || from.unreachedWeight > 0) return null
  const choice: Choice = { count: prepared.count, lacking: null, notAll: sites }
  const times = all.subarray(placeOf(all, from.longest))
  let best: Reached | null = null
  let low = 0
  let high = times.length
  let step = 1
  while (low < high) {
    const at = best ? (low + high) >> 1 : Math.min(low + step - 1, times.length - 1)
    const tried = reachWithin(prepared, choice, times[at]!, 0, effort)
    if (tried.notProven) return null
    if (tried.sites) {
      best = reached(prepared, tried.sites)
      high = placeOf(times, best.longest)
    } else {
      low = at + 1
      step *= 2
    }
  }
  if (!best) return null
  return { sites: best.sites, bound: best.longest, isOptimal: true, provenBy: 'solver', notProven: null }
}

/** The best set that lacks one of the sites at least: the best of the sets without the first, the second and so on. */
function findSecond(centre: Centre, sites: readonly number[], effort: Effort): SearchedSites | null {
  const { prepared } = centre
  const from = reached(prepared, sites)
  let best: SearchedSites | null = null
  let isProven = true
  for (const lacking of sites) {
    const beat = best ? reached(prepared, best.sites) : undefined
    const found = bisect(centre, { count: prepared.count, lacking }, effort, { from, beat })
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
