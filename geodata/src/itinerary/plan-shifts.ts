import { planRound } from './plan-round.ts'
import { seeded } from './seeded.ts'
import { type Place, ShiftRoutes } from './shift-routes.ts'
import type { ShiftPlan, ShiftProblem } from './types.ts'

export interface SearchOptions {
  /** The same seed and the same progress give the same plan. */
  readonly seed: number
  /** Share of the search that is done after so many steps; at 1 it ends. Told by steps, the search can be had again. */
  readonly progress: (steps: number) => number
  /** Searches from scratch one after the other in the same span; the best of all counts. */
  readonly starts?: number
  readonly onBetter?: (plan: ShiftPlan) => void
}

const AVERAGE_REMOVED = 10
const LONGEST_RUN = 10
const BLINK = 0.01
/** Of a stop that others may only come after: where it is best for itself, they may fit nowhere. */
const FIRST_BLINK = 0.2
const SPLIT_ODDS = 0.5
const SPLIT_STOPS = 0.01
const NIGHT_ODDS = 0.15
/** Of putting stops back even where one alone is not worth its way: two that lie together may be. */
const GENEROUS_ODDS = 0.3
/** Of the typical cost between neighbours: what a worse plan may cost more, at first and at last. */
const FIRST_HEAT = 10
const LAST_HEAT = 0.05
const STEPS_BETWEEN_LOOKS = 64

/**
 * Plans which shift serves which stop, in what order, and where each night is spent.
 *
 * Ruin and recreate: runs of neighbouring stops are taken out and put back one by one where they add least, now and then
 * past the best place; worse plans are kept as long as the search is hot. A first plan is there after the first step.
 *
 * @returns The cheapest plan seen. Stops that fit nowhere, or cost more than their `dropCost`, are `dropped`.
 * @throws RangeError when a team can reach no allowed place for a night.
 * @see Christiaens & Vanden Berghe (2020), Slack Induction by String Removals for Vehicle Routing Problems,
 *   Transportation Science 54(2), 417–433.
 */
export function planShifts(problem: ShiftProblem, options: SearchOptions): ShiftPlan {
  return planRound(problem, options) ?? searchShifts(problem, options)
}

function searchShifts(problem: ShiftProblem, options: SearchOptions): ShiftPlan {
  const starts = options.starts ?? 1
  let best: ShiftPlan | null = null
  let stepsBefore = 0
  for (let start = 0; start < starts; start++) {
    const search = new Search(problem, options.seed + start)
    const share = (steps: number) => options.progress(stepsBefore + steps) * starts - start
    search.run(share, (plan) => {
      if (best && plan.cost >= best.cost) return
      best = plan
      options.onBetter?.(plan)
    })
    stepsBefore += search.steps
  }
  return best!
}

class Search {
  steps = 0
  readonly #problem: ShiftProblem
  readonly #routes: ShiftRoutes
  readonly #random: () => number
  readonly #neighbours: Int32Array[]
  readonly #orders: Float64Array[]
  readonly #withNights: number[]
  /** For each stop those that may only come after it. */
  readonly #following: number[][]
  readonly #heat: number
  #absent: number[]
  #ruinedAt: Int32Array

  constructor(problem: ShiftProblem, seed: number) {
    this.#problem = problem
    this.#routes = new ShiftRoutes(problem)
    this.#random = seeded(seed)
    this.#neighbours = findNeighbours(problem)
    this.#orders = insertionOrders(problem)
    this.#withNights = problem.shifts.flatMap(({ endPlaces }, i) =>
      endPlaces.length > 1 && this.#routes.isFollowed(i) ? [i] : [],
    )
    this.#following = problem.stops.map((_, stop) =>
      problem.stops.flatMap(({ after }, i) => (after === stop ? [i] : [])),
    )
    this.#heat = typicalCost(problem, this.#neighbours)
    this.#absent = problem.stops.map((_, stop) => stop)
    this.#ruinedAt = new Int32Array(problem.shifts.length).fill(-1)
  }

  run(progress: (steps: number) => number, onBetter: (plan: ShiftPlan) => void): void {
    const { stops } = this.#problem
    let cost = sum(this.#routes.costOf) + sum(stops.map(({ dropCost }) => dropCost))
    cost += this.#recreate()
    let least = cost
    onBetter(this.#routes.plan(this.#absent, cost))
    let heat = FIRST_HEAT * this.#heat
    let latest: ShiftPlan | null = null
    while (stops.length > 0) {
      if (this.steps % STEPS_BETWEEN_LOOKS === 0) {
        if (latest) onBetter(latest)
        latest = null
        const done = progress(this.steps)
        if (done >= 1) break
        heat = FIRST_HEAT * this.#heat * (LAST_HEAT / FIRST_HEAT) ** Math.max(0, done)
      }
      this.steps++
      const absent = this.#absent.slice()
      this.#routes.mark()
      const ruined = this.#ruin()
      const next = ruined === null ? Infinity : cost + ruined + this.#recreate()
      if (next < cost - heat * Math.log(this.#random())) {
        cost = next
        if (cost < least - 1e-9) {
          least = cost
          latest = this.#routes.plan(this.#absent, cost)
        }
      } else {
        this.#routes.takeBack()
        this.#absent = absent
      }
    }
    if (latest) onBetter(latest)
  }

  /** Takes stops out; the change of cost, or null where the rest does not hold. */
  #ruin(): number | null {
    if (this.#withNights.length > 0 && this.#random() < NIGHT_ODDS) return this.#moveNight()
    const { stopCount, length, shiftOf } = this.#routes
    const used = length.reduce((count, stops) => count + (stops > 0 ? 1 : 0), 0)
    if (used === 0) return 0
    const longest = Math.min(LONGEST_RUN, (stopCount - this.#absent.length) / used)
    const mostRuns = (4 * AVERAGE_REMOVED) / (1 + longest) - 1
    const runs = Math.floor(1 + this.#random() * mostRuns)
    const centre = Math.floor(this.#random() * stopCount)
    let change = 0
    let ruined = 0
    for (const stop of this.#neighbours[centre]!) {
      if (ruined >= runs) break
      const shift = shiftOf[stop]!
      if (shift < 0 || this.#ruinedAt[shift] === this.steps) continue
      this.#ruinedAt[shift] = this.steps
      ruined++
      const removed = this.#removeRunAround(stop, shift, longest)
      if (removed === null) return null
      change += removed
    }
    return change
  }

  #removeRunAround(stop: number, shift: number, longest: number): number | null {
    const routes = this.#routes
    const length = routes.length[shift]!
    const count = Math.floor(1 + this.#random() * Math.min(length, longest))
    let spared = 0
    if (count > 1 && count < length && this.#random() < SPLIT_ODDS) {
      while (count + spared < length && this.#random() > SPLIT_STOPS) spared++
    }
    const span = count + spared
    const position = routes.positionOf[stop]!
    const first = Math.max(0, position - span + 1)
    const last = Math.min(position, length - span)
    const from = first + Math.floor(this.#random() * (last - first + 1))
    const sparedFrom = from + Math.floor(this.#random() * (count + 1))
    return this.#remove(shift, from, span, sparedFrom, spared)
  }

  #remove(shift: number, from: number, count: number, sparedFrom: number, spared: number): number | null {
    const before = this.#routes.costOf[shift]!
    const already = this.#absent.length
    const holds = this.#routes.removeRun(shift, from, count, sparedFrom, spared, this.#absent)
    if (!holds) return null
    let change = this.#routes.costOf[shift]! - before
    const removed = this.#absent.length
    for (let i = already; i < removed; i++) {
      change += this.#problem.stops[this.#absent[i]!]!.dropCost
      const followers = this.#removeFollowers(this.#absent[i]!)
      if (followers === null) return null
      change += followers
    }
    return change
  }

  /** What may only come after a stop goes with it. */
  #removeFollowers(stop: number): number | null {
    let change = 0
    for (const follower of this.#following[stop]!) {
      const shift = this.#routes.shiftOf[follower]!
      if (shift < 0) continue
      const removed = this.#remove(shift, this.#routes.positionOf[follower]!, 1, 0, 0)
      if (removed === null) return null
      change += removed
    }
    return change
  }

  /** Another place for one night; days that it breaks lose stops until they hold. */
  #moveNight(): number | null {
    const routes = this.#routes
    const shift = this.#withNights[Math.floor(this.#random() * this.#withNights.length)]!
    const { endPlaces } = this.#problem.shifts[shift]!
    const place = endPlaces[Math.floor(this.#random() * endPlaces.length)]!
    if (place === routes.endPlace[shift]) return 0
    const already = this.#absent.length
    const before = sum(routes.costOf)
    routes.moveNight(shift, place)
    for (const day of [shift, shift + 1]) {
      while (!routes.refresh(day)) {
        const length = routes.length[day]!
        if (length === 0) return null
        this.#drop(routes.order[day * routes.width + Math.floor(this.#random() * length)]!)
      }
    }
    const dropped = this.#absent.slice(already).map((stop) => this.#problem.stops[stop]!.dropCost)
    return sum(routes.costOf) - before + sum(dropped)
  }

  /** Takes out a stop and what may only come after it, whether or not the rest holds. */
  #drop(stop: number): void {
    const routes = this.#routes
    routes.removeRun(routes.shiftOf[stop]!, routes.positionOf[stop]!, 1, 0, 0, this.#absent)
    for (const follower of this.#following[stop]!) {
      if (routes.shiftOf[follower]! >= 0) this.#drop(follower)
    }
  }

  /** Puts absent stops back where they add least; the change of cost. */
  #recreate(): number {
    const keys = this.#orders[Math.floor(this.#random() * this.#orders.length)]!
    const absent = this.#absent
    const isByChance = keys.length === 0
    const keyOf = absent.map((stop) => (isByChance ? this.#random() : keys[stop]!))
    const order = absent.map((_, i) => i).sort((a, b) => keyOf[a]! - keyOf[b]!)
    const best: Place = { shift: -1, position: 0, cost: Infinity }
    const isGenerous = this.#random() < GENEROUS_ODDS
    let change = 0
    let waiting = order.map((i) => absent[i]!)
    for (let hasPlaced = true; hasPlaced; ) {
      hasPlaced = false
      const left: number[] = []
      for (const stop of waiting) {
        const { dropCost } = this.#problem.stops[stop]!
        best.shift = -1
        best.cost = isGenerous ? Infinity : dropCost
        const isFirst = this.#following[stop]!.length > 0
        this.#routes.findPlace(stop, isFirst ? FIRST_BLINK : BLINK, this.#random, best)
        if (best.shift < 0) {
          left.push(stop)
          continue
        }
        this.#routes.insert(stop, best)
        change += best.cost - dropCost
        hasPlaced ||= isFirst
      }
      waiting = left
    }
    this.#absent = waiting
    return change
  }
}

function sum(costs: Iterable<number>): number {
  let total = 0
  for (const cost of costs) total += cost
  return total
}

/** For each stop all stops, itself first, by the least costs of all matrices. */
function findNeighbours({ stops, places, matrices }: ShiftProblem): Int32Array[] {
  return stops.map(({ place }, stop) => {
    const away = stops.map((other, i) =>
      i === stop ? -1 : Math.min(...matrices.map(({ costs }) => costs[place * places + other.place]!)),
    )
    return Int32Array.from(stops.keys()).sort((a, b) => away[a]! - away[b]! || a - b)
  })
}

/** In which order absent stops are put back; each list stands as often as its odds say. Empty = by chance. */
function insertionOrders({ stops, places, matrices, shifts }: ShiftProblem): Float64Array[] {
  const { costs } = matrices[0]!
  const home = shifts[0]!.startPlace
  const far = Float64Array.from(stops, ({ place }) => -costs[home * places + place]!)
  const opens = Float64Array.from(stops, ({ windows }) => windows[0]?.opens ?? 0)
  const closes = Float64Array.from(stops, ({ windows }) => -(windows.at(-1)?.closes ?? 0))
  const width = Float64Array.from(stops, ({ windows }) =>
    windows.length === 0 ? Infinity : windows.reduce((sum, window) => sum + window.closes - window.opens, 0),
  )
  const demand = Float64Array.from(stops, (stop) => -stop.demand)
  const worth = Float64Array.from(stops, (stop) => -stop.dropCost)
  const chance = new Float64Array()
  const times = (count: number, keys: Float64Array) => Array<Float64Array>(count).fill(keys)
  const isVaried = (keys: Float64Array) => keys.some((key) => key !== keys[0])
  return [
    ...times(4, chance),
    ...times(4, demand),
    ...times(4, worth),
    ...times(2, far),
    ...times(
      1,
      far.map((key) => -key),
    ),
    ...times(2, width),
    ...times(2, opens),
    ...times(2, closes),
  ].filter((keys) => keys === chance || isVaried(keys))
}

/** Middle cost from a stop to its nearest ones. */
function typicalCost({ stops, places, matrices }: ShiftProblem, neighbours: readonly Int32Array[]): number {
  const costs = stops.flatMap(({ place }, stop) =>
    [...neighbours[stop]!.subarray(1, 6)].map(
      (near) => matrices[0]!.costs[place * places + stops[near]!.place]!,
    ),
  )
  const finite = costs.filter((cost) => cost > 0 && cost < Infinity).sort((a, b) => a - b)
  return finite[Math.floor(finite.length / 2)] ?? 1
}
