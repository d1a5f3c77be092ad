import { type GainModel, raiseTo, sumOf } from './gain-model.ts'

/**
 * Opens sites one by one where they add most, then exchanges open ones for closed ones while that betters the sum.
 *
 * With a count alone the greedy sum is at least 1 − 1/e of the best (Nemhauser, Wolsey & Fisher 1978); under a budget
 * the better of most gain and most gain per cost is taken. Ties go to the lower index: the same model, the same answer.
 *
 * @param from Columns open at the start; must keep the limits.
 * @returns Open columns.
 * @see Teitz & Bart (1968), Operations Research 16(5), 955–961; Whitaker (1983), INFOR 21(2), 95–108.
 */
export function openGreedily(model: GainModel, from: readonly number[] = []): number[] {
  const plain = swap(
    model,
    addGreedily(model, from, () => 1),
  )
  if (model.budget === Number.POSITIVE_INFINITY) return plain
  const thrifty = swap(
    model,
    addGreedily(model, from, (column) => model.costs[column]!),
  )
  return sumOf(model, thrifty) > sumOf(model, plain) ? thrifty : plain
}

function addGreedily(
  model: GainModel,
  from: readonly number[],
  costOf: (column: number) => number,
): number[] {
  const open = [...from]
  const had = new Float64Array(model.demandCount)
  for (const column of open) raiseTo(model, column, had)
  let left = model.budget - open.reduce((sum, column) => sum + model.costs[column]!, 0)
  while (open.length < model.count) {
    let best = -1
    let most = 0
    for (let column = 0; column < model.sites.length; column++) {
      if (model.costs[column]! > left) continue
      // A site without cost is worth any gain.
      const worth = addedBy(model, column, had) / Math.max(costOf(column), 1e-9)
      if (worth > most) [best, most] = [column, worth]
    }
    if (best < 0) break
    open.push(best)
    left -= model.costs[best]!
    raiseTo(model, best, had)
  }
  return open
}

/** What a column adds to what the points have. */
export function addedBy(model: GainModel, column: number, had: Float64Array): number {
  let added = 0
  for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
    const more = model.gain[at]! - had[model.demand[at]!]!
    if (more > 0) added += more
  }
  return added
}

/** Best exchanges of one open column for one closed, until none betters the sum by more than rounding. */
function swap(model: GainModel, start: readonly number[]): number[] {
  let open = [...start]
  for (;;) {
    const exchange = findExchange(model, open)
    if (!exchange) return open
    const exchanged = open.map((column) => (column === exchange.out ? exchange.in : column))
    // Under a budget an exchange may leave room for one more.
    open = model.budget === Number.POSITIVE_INFINITY ? exchanged : addGreedily(model, exchanged, () => 1)
  }
}

function findExchange(model: GainModel, open: readonly number[]): { out: number; in: number } | null {
  const { first, owner, second } = takers(model, open)
  const isOpen = new Set(open)
  const spent = open.reduce((sum, column) => sum + model.costs[column]!, 0)
  const loss = new Float64Array(open.length)
  for (let point = 0; point < model.demandCount; point++) {
    if (owner[point]! >= 0) loss[owner[point]!]! += first[point]! - second[point]!
  }
  const kept = new Float64Array(open.length)
  let best: { out: number; in: number } | null = null
  let most = 1e-9 * (1 + first.reduce((sum, gain) => sum + gain, 0))
  for (let column = 0; column < model.sites.length; column++) {
    if (isOpen.has(column)) continue
    kept.fill(0)
    let added = 0
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      const point = model.demand[at]!
      const gain = model.gain[at]!
      const had = first[point]!
      if (gain > had) added += gain - had
      if (owner[point]! >= 0 && gain > second[point]!) {
        kept[owner[point]!]! += Math.min(gain, had) - second[point]!
      }
    }
    for (let place = 0; place < open.length; place++) {
      const betters = added - loss[place]! + kept[place]!
      if (betters <= most) continue
      if (spent - model.costs[open[place]!]! + model.costs[column]! > model.budget) continue
      most = betters
      best = { out: open[place]!, in: column }
    }
  }
  return best
}

/** Of each point: the largest gain, the place in `open` that gives it (−1: none), and the largest of the others. */
function takers(model: GainModel, open: readonly number[]) {
  const first = new Float64Array(model.demandCount)
  const second = new Float64Array(model.demandCount)
  const owner = new Int32Array(model.demandCount).fill(-1)
  for (const [place, column] of open.entries()) {
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      const point = model.demand[at]!
      const gain = model.gain[at]!
      if (gain > first[point]!) {
        second[point] = first[point]!
        first[point] = gain
        owner[point] = place
      } else if (gain > second[point]!) second[point] = gain
    }
  }
  return { first, owner, second }
}
