const NEAR = 10
const LONGEST_MOVED = 3
/** Within so many places a cut is made that the moves below do not undo by themselves. */
const SHAKE_SPAN = 50
/** Of cuts anywhere: places that lie in heaps are joined by long steps far apart in the order. */
const WIDE_ODDS = 0.1
const STEPS_BETWEEN_LOOKS = 16
const LEAST_GAIN = 1e-9
const FEWEST_SHAKEN = 6
/** Of a middle step: what a shaken order may cost more at first; at last nothing. */
const HEAT = 0.1

export interface RoundSearch {
  readonly random: () => number
  readonly progress: (steps: number) => number
  readonly onBetter?: (order: readonly number[]) => void
}

/**
 * The order in which all places are passed from the first to the last with little cost: no hours, no limits.
 *
 * Iterated local search: two cuts with the part between them turned round, and short runs moved elsewhere, are tried
 * between near places until nothing gains; then three cuts near each other shake it, and the search goes on around them.
 * What it costs to drive a part the other way is counted, so that costs need not be the same both ways.
 *
 * @param places Places in a first order; the first and the last stay where they are.
 * @param cost Finite cost of going from one place to another.
 * @param search `random` gives numbers from 0 up to but without 1; `progress` the share of the search that is done
 *   after so many steps, at 1 it ends; `onBetter` is told each order that costs less than those before.
 * @returns The order found, as indices into `places`.
 * @see Lourenço, Martin & Stützle (2003), Iterated Local Search; Or (1976) for the runs that are moved.
 */
export function shortestRound(
  places: readonly number[],
  cost: (from: number, to: number) => number,
  { random, progress, onBetter }: RoundSearch,
): number[] {
  const round = new Round(places, cost)
  let total = round.total() + round.settle()
  round.keep()
  let best = round.order()
  onBetter?.(best)
  if (places.length < FEWEST_SHAKEN) return best
  let least = total
  let heat = 0
  for (let steps = 0; ; steps++) {
    if (steps % STEPS_BETWEEN_LOOKS === 0) {
      const done = progress(steps)
      if (done >= 1) return best
      heat = (HEAT * (1 - done) * least) / places.length
    }
    const change = round.shake(random) + round.settle()
    if (change > -heat * Math.log(random())) {
      round.takeBack()
      continue
    }
    round.keep()
    total += change
    if (total < least - LEAST_GAIN) {
      least = total
      best = round.order()
      onBetter?.(best)
    }
  }
}

class Round {
  readonly #count: number
  readonly #costs: Float64Array
  readonly #isSymmetric: boolean
  readonly #near: Int32Array[]
  readonly #order: Int32Array
  readonly #at: Int32Array
  readonly #kept: Int32Array
  /** What the way up to each place costs more when it is driven backwards. */
  readonly #backwards: Float64Array
  readonly #waiting: number[] = []
  readonly #isWaiting: Uint8Array

  constructor(places: readonly number[], cost: (from: number, to: number) => number) {
    const count = places.length
    this.#count = count
    this.#costs = Float64Array.from({ length: count * count }, (_, leg) =>
      cost(places[Math.floor(leg / count)]!, places[leg % count]!),
    )
    this.#near = places.map((_, a) =>
      Int32Array.from(places.keys())
        .filter((b) => b !== a)
        .sort((b, c) => this.#nearCost(a, b) - this.#nearCost(a, c) || b - c)
        .slice(0, NEAR),
    )
    this.#isSymmetric = places.every((_, a) =>
      places.every((_, b) => Math.abs(this.#cost(a, b) - this.#cost(b, a)) < LEAST_GAIN),
    )
    this.#order = this.#insertAll()
    this.#at = new Int32Array(count)
    this.#kept = this.#order.slice()
    this.#backwards = new Float64Array(count)
    this.#isWaiting = new Uint8Array(count)
    for (const place of this.#order) this.#look(place)
    this.#changed(0, count - 1)
  }

  /** A first order: the place farthest from all that is in it comes next, where it adds least. */
  #insertAll(): Int32Array {
    const order = [0, this.#count - 1]
    const away = Float64Array.from({ length: this.#count }, (_, place) =>
      Math.min(this.#nearCost(place, 0), this.#nearCost(place, this.#count - 1)),
    )
    const absent = new Set(Array.from({ length: this.#count - 2 }, (_, i) => i + 1))
    while (absent.size > 0) {
      let next = -1
      for (const place of absent) if (next < 0 || away[place]! > away[next]!) next = place
      absent.delete(next)
      let best = 0
      let least = Infinity
      for (let at = 1; at < order.length; at++) {
        const [before, after] = [order[at - 1]!, order[at]!]
        const added = this.#cost(before, next) + this.#cost(next, after) - this.#cost(before, after)
        if (added < least) [least, best] = [added, at]
      }
      order.splice(best, 0, next)
      for (const place of absent) away[place] = Math.min(away[place]!, this.#nearCost(place, next))
    }
    return Int32Array.from(order)
  }

  order(): number[] {
    return [...this.#order]
  }

  keep(): void {
    this.#kept.set(this.#order)
  }

  takeBack(): void {
    this.#order.set(this.#kept)
    this.#changed(0, this.#count - 1)
  }

  total(): number {
    let total = 0
    for (let at = 1; at < this.#count; at++) total += this.#step(at - 1, at)
    return total
  }

  /** Moves until nothing gains; the change of cost. */
  settle(): number {
    let change = 0
    while (this.#waiting.length > 0) {
      const place = this.#waiting.pop()!
      this.#isWaiting[place] = 0
      for (let gain = this.#improve(place); gain < 0; gain = this.#improve(place)) change += gain
    }
    return change
  }

  /** Exchanges two neighbouring runs; the change of cost. */
  shake(random: () => number): number {
    const span = Math.min(random() < WIDE_ODDS ? Infinity : SHAKE_SPAN, this.#count - 2)
    const first = 1 + Math.floor(random() * (this.#count - 1 - span))
    const cuts = [0, 1, 2].map(() => first + Math.floor(random() * (span + 1))).sort((a, b) => a - b)
    const [from, middle, until] = cuts as [number, number, number]
    if (from === middle || middle === until || until > this.#count - 1) return 0
    const [before, a, b, c, d, after] = [from - 1, from, middle - 1, middle, until - 1, until]
    const change =
      this.#step(before, c) +
      this.#step(d, a) +
      this.#step(b, after) -
      this.#step(before, a) -
      this.#step(b, c) -
      this.#step(d, after)
    for (const at of [before, a, b, c, d, after]) this.#look(this.#order[at]!)
    this.#exchange(from, middle, until)
    return change
  }

  #improve(place: number): number {
    return this.#turn(place) || this.#moveRun(place)
  }

  /** Two cuts, the part between them turned round. A place only gains by one nearer than a neighbour that it has. */
  #turn(place: number): number {
    const at = this.#at[place]!
    const last = this.#count - 1
    const toNext = at < last ? this.#shorter(at, at + 1) : 0
    const toPrevious = at > 0 ? this.#shorter(at - 1, at) : 0
    for (const near of this.#near[place]!) {
      const away = this.#nearCost(place, near)
      if (away >= toNext && away >= toPrevious) break
      const other = this.#at[near]!
      const low = Math.min(at, other)
      const high = Math.max(at, other)
      if (away < toNext && high < last) {
        const gain = this.#gainOfTurn(low + 1, high)
        if (gain < -LEAST_GAIN) return this.#turnPart(low + 1, high, gain)
      }
      if (away < toPrevious && low > 0) {
        const gain = this.#gainOfTurn(low, high - 1)
        if (gain < -LEAST_GAIN) return this.#turnPart(low, high - 1, gain)
      }
    }
    return 0
  }

  #gainOfTurn(from: number, to: number): number {
    if (from >= to) return 0
    return (
      this.#step(from - 1, to) +
      this.#step(from, to + 1) -
      this.#step(from - 1, from) -
      this.#step(to, to + 1) +
      this.#backwards[to]! -
      this.#backwards[from]!
    )
  }

  #turnPart(from: number, to: number, gain: number): number {
    for (const at of [from - 1, from, to, to + 1]) this.#look(this.#order[at]!)
    this.#order.subarray(from, to + 1).reverse()
    this.#changed(from, to)
    return gain
  }

  /** A run of up to three places that begins or ends here, moved beside a near place, either way round. */
  #moveRun(place: number): number {
    const at = this.#at[place]!
    for (let length = 1; length <= LONGEST_MOVED; length++) {
      const gain = this.#moveOf(place, at, at + length - 1) || this.#moveOf(place, at - length + 1, at)
      if (gain < 0) return gain
    }
    return 0
  }

  #moveOf(place: number, from: number, to: number): number {
    if (from < 1 || to > this.#count - 2) return 0
    const freed = this.#step(from - 1, to + 1) - this.#step(from - 1, from) - this.#step(to, to + 1)
    for (const near of this.#near[place]!) {
      if (this.#nearCost(place, near) >= -freed) break
      const other = this.#at[near]!
      const gain = this.#placeRun(from, to, other - 1, freed) || this.#placeRun(from, to, other, freed)
      if (gain < 0) return gain
    }
    return 0
  }

  /** Between the places at `after` and `after + 1`, where that gains; else 0. */
  #placeRun(from: number, to: number, after: number, freed: number): number {
    if ((after >= from - 1 && after <= to) || after < 0 || after > this.#count - 2) return 0
    const opened = freed - this.#step(after, after + 1)
    const straight = opened + this.#step(after, from) + this.#step(to, after + 1)
    const turned =
      opened +
      this.#step(after, to) +
      this.#step(from, after + 1) +
      this.#backwards[to]! -
      this.#backwards[from]!
    const gain = Math.min(straight, turned)
    if (gain >= -LEAST_GAIN) return 0
    for (const at of [from - 1, from, to, to + 1, after, after + 1]) this.#look(this.#order[at]!)
    if (turned < straight) this.#order.subarray(from, to + 1).reverse()
    if (after > to) this.#exchange(from, to + 1, after + 1)
    else this.#exchange(after + 1, from, to + 1)
    return gain
  }

  /** The runs `[from, middle)` and `[middle, until)` change places. */
  #exchange(from: number, middle: number, until: number): void {
    const first = this.#order.slice(from, middle)
    this.#order.copyWithin(from, middle, until)
    this.#order.set(first, from + until - middle)
    this.#changed(from, until - 1)
  }

  #changed(from: number, to: number): void {
    for (let at = from; at <= to; at++) this.#at[this.#order[at]!] = at
    if (this.#isSymmetric) return
    for (let at = Math.max(1, from); at < this.#count; at++) {
      this.#backwards[at] = this.#backwards[at - 1]! + this.#step(at, at - 1) - this.#step(at - 1, at)
    }
  }

  #look(place: number): void {
    if (this.#isWaiting[place]) return
    this.#isWaiting[place] = 1
    this.#waiting.push(place)
  }

  #cost(from: number, to: number): number {
    return this.#costs[from * this.#count + to]!
  }

  /** Whichever way is the cheaper. */
  #nearCost(a: number, b: number): number {
    return Math.min(this.#cost(a, b), this.#cost(b, a))
  }

  #shorter(at: number, otherAt: number): number {
    return this.#nearCost(this.#order[at]!, this.#order[otherAt]!)
  }

  #step(fromAt: number, toAt: number): number {
    return this.#cost(this.#order[fromAt]!, this.#order[toAt]!)
  }
}
