import { type GainModel, gainsByPoint, raiseTo, sumOf } from './gain-model.ts'
import { openGreedily } from './greedy-swap.ts'

/** An upper bound of the model's best sum, and what shows it. */
export interface DualBound {
  readonly bound: number
  /** Sum of the prices: what the points take for granted. */
  readonly granted: number
  /** Of each column: what it gives above the prices. */
  readonly above: Float64Array
  /** Best columns met on the way, and their sum. */
  readonly columns: readonly number[]
  readonly value: number
}

export interface DualHints {
  readonly rounds?: number
  readonly until?: number
  /** Whether a bound so low is enough for other reasons; asked now and then. */
  readonly isEnough?: (dual: DualBound) => boolean
}

const ROUNDS = 1000
const PATIENCE = 20
const LEAST_STEP = 0.002
/** After so many lower bounds the columns taken are tried as a solution, with exchanges. */
const POLISH_EACH = 8
const ASK_EACH = 50

/**
 * Bounds the best sum from above by Lagrangian relaxation: each point gets a price, each site what it gives above the
 * prices, and the best sites within the limits are taken as if no point took from two. Subgradient steps lower the bound.
 *
 * Any prices give a valid bound, so that stopping early is safe.
 *
 * @param known Columns open in the best solution known, and its sum.
 * @param hints The most steps, a sum below which the bound is low enough, and what else makes it so.
 * @see Christofides & Beasley (1982), European Journal of Operational Research 10(2), 196–208.
 */
export function boundByPrices(
  model: GainModel,
  known: { readonly columns: readonly number[]; readonly value: number },
  { rounds = ROUNDS, until = 0, isEnough }: DualHints = {},
): DualBound {
  let { columns, value } = known
  const largest = largestGains(model)
  // Nobody gains more than everybody's largest gain: where that is reached, nothing is left to show.
  const most = measure(model, largest)
  if (most.bound - value <= 1e-9 * (1 + value)) return { ...most, columns, value }
  const prices = largest.map((gain) => gain / 2)
  let best = measure(model, prices)
  let current = best
  let step = 1
  let idle = 0
  let lowered = 0
  const slope = new Float64Array(model.demandCount)
  for (let round = 0; round < rounds && step > LEAST_STEP; round++) {
    if (best.bound - value <= 1e-9 * (1 + value) || best.bound < until) break
    if (isEnough && round % ASK_EACH === ASK_EACH - 1 && isEnough({ ...best, columns, value })) break
    const length = descend(model, prices, current.taken, slope)
    if (length === 0) break
    const stride = (step * (1.02 * current.bound - value)) / length
    for (let point = 0; point < prices.length; point++) {
      prices[point] = Math.max(0, prices[point]! - stride * slope[point]!)
    }
    current = measure(model, prices)
    if (current.bound < best.bound - 1e-7 * best.bound) {
      idle = 0
      best = current
      lowered += 1
      const tried = lowered % POLISH_EACH === 0 ? openGreedily(model, current.taken) : current.taken
      const met = sumOf(model, tried)
      if (met > value) [columns, value] = [tried, met]
    } else if (++idle >= PATIENCE) {
      idle = 0
      step /= 2
      prices.set(best.prices)
      current = best
    }
  }
  const { bound, granted, above } = best
  return { bound, granted, above, columns, value }
}

function largestGains(model: GainModel): Float64Array {
  const largest = new Float64Array(model.demandCount)
  for (let column = 0; column < model.sites.length; column++) raiseTo(model, column, largest)
  return largest
}

interface Measured {
  bound: number
  granted: number
  prices: Float64Array
  above: Float64Array
  taken: number[]
}

function measure(model: GainModel, prices: Float64Array): Measured {
  const above = new Float64Array(model.sites.length)
  const { start, column, gain } = gainsByPoint(model)
  let granted = 0
  for (let point = 0; point < prices.length; point++) {
    const price = prices[point]!
    granted += price
    for (let at = start[point]!; at < start[point + 1]! && gain[at]! > price; at++) {
      above[column[at]!]! += gain[at]! - price
    }
  }
  const { worth, taken } = takeBest(model, above)
  return { bound: granted + worth, granted, prices: Float64Array.from(prices), above, taken }
}

/** The slope of the bound in each price (1 less the taken columns that give more), smoothed by the last one; its square. */
function descend(
  model: GainModel,
  prices: Float64Array,
  taken: readonly number[],
  slope: Float64Array,
): number {
  const now = new Float64Array(slope.length).fill(1)
  for (const column of taken) {
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      const point = model.demand[at]!
      if (model.gain[at]! > prices[point]!) now[point]! -= 1
    }
  }
  let square = 0
  for (let point = 0; point < slope.length; point++) {
    // A price of 0 that the slope would lower stays.
    if (prices[point] === 0 && now[point]! > 0) now[point] = 0
    slope[point] = 0.7 * now[point]! + 0.3 * slope[point]!
    square += slope[point]! ** 2
  }
  return square
}

/**
 * The most that columns within the limits can be worth, from above, and columns that come near it within the limits.
 * Count alone: exact. With a budget: the smaller of the count's bound and of the fractional knapsack's.
 */
export function takeBest(model: GainModel, worths: Float64Array): { worth: number; taken: number[] } {
  const top = takeTop(worths, model.count)
  const counted = top.reduce((sum, column) => sum + worths[column]!, 0)
  if (model.budget === Number.POSITIVE_INFINITY) return { worth: counted, taken: top }
  const byRatio = Array.from(worths.keys())
    .filter((column) => worths[column]! > 0)
    .sort((a, b) => worths[b]! * model.costs[a]! - worths[a]! * model.costs[b]! || a - b)
  const taken: number[] = []
  let left = model.budget
  let knapsack = 0
  let isFull = false
  for (const column of byRatio) {
    const cost = model.costs[column]!
    if (!isFull && cost > left) {
      knapsack += (worths[column]! * left) / cost
      isFull = true
    }
    if (cost > left) continue
    if (!isFull) knapsack += worths[column]!
    left -= cost
    if (taken.length < model.count) taken.push(column)
  }
  return { worth: Math.min(counted, knapsack), taken }
}

/** The columns of most worth, falling; of the same worth the first. */
function takeTop(worths: Float64Array, count: number): number[] {
  const top: number[] = []
  for (let column = 0; column < worths.length; column++) {
    const worth = worths[column]!
    if (worth <= 0 || (top.length === count && worth <= worths[top[count - 1]!]!)) continue
    let place = top.length < count ? top.length : count - 1
    for (; place > 0 && worths[top[place - 1]!]! < worth; place--) top[place] = top[place - 1]!
    top[place] = column
  }
  return top
}
