import { findFirstNights } from './find-first-nights.ts'
import { ShiftFuel } from './shift-fuel.ts'
import type { PlannedStop, ShiftPlan, ShiftProblem, TimeWindow } from './types.ts'

/** Where a stop fits best, and what it adds. */
export interface Place {
  shift: number
  position: number
  cost: number
}

/**
 * The stops of each shift while a plan is searched: whether one more fits is told without walking the shift.
 *
 * For each served stop it keeps the earliest and the latest moment at which its service may begin; a stop fits between
 * two others when it can be reached after the one and left in time for the other. Whatever is changed since `mark` can
 * be taken back at once.
 */
export class ShiftRoutes {
  readonly stopCount: number
  readonly shiftCount: number
  /** Stops of shift r: `order[r * width + k]` for k < `length[r]`. */
  readonly order: Int32Array
  readonly length: Int32Array
  readonly width: number
  readonly endPlace: Int32Array
  readonly shiftOf: Int32Array
  readonly positionOf: Int32Array
  readonly costOf: Float64Array
  readonly #problem: ShiftProblem
  readonly #earliest: Float64Array
  readonly #latest: Float64Array
  readonly #load: Float64Array
  readonly #driven: Float64Array
  readonly startPlace: Int32Array
  readonly #placeOf: Int32Array
  readonly #service: Float64Array
  readonly #demand: Float64Array
  readonly #allowed: (Uint8Array | null)[]
  readonly #fuel: ShiftFuel | null
  /** Shifts that differ in nothing: of those that are empty one is enough. */
  readonly #twin: Int32Array
  readonly #triedTwin: Int32Array
  #tries = 0
  readonly #saved: { shift: number; endPlace: number; stops: Int32Array; length: number }[] = []
  #savedCount = 0
  readonly #savedAt: Int32Array
  #markNumber = 0

  /** @throws RangeError when some team can reach none of its places for the night. */
  constructor(problem: ShiftProblem) {
    const { stops, shifts } = problem
    this.#problem = problem
    this.stopCount = stops.length
    this.shiftCount = shifts.length
    this.width = stops.length + 1
    this.order = new Int32Array(shifts.length * this.width)
    this.length = new Int32Array(shifts.length)
    this.endPlace = new Int32Array(shifts.length)
    this.shiftOf = new Int32Array(stops.length).fill(-1)
    this.positionOf = new Int32Array(stops.length)
    this.costOf = new Float64Array(shifts.length)
    this.#earliest = new Float64Array(stops.length)
    this.#latest = new Float64Array(stops.length)
    this.#load = new Float64Array(shifts.length)
    this.#driven = new Float64Array(shifts.length)
    this.startPlace = Int32Array.from(shifts, ({ startPlace }) => startPlace)
    this.#placeOf = Int32Array.from(stops, ({ place }) => place)
    this.#service = Float64Array.from(stops, ({ serviceSeconds }) => serviceSeconds)
    this.#demand = Float64Array.from(stops, ({ demand }) => demand)
    this.#allowed = stops.map((stop) => allowedShifts(stop, shifts.length))
    this.#twin = findTwins(problem)
    this.#triedTwin = new Int32Array(shifts.length)
    this.#savedAt = new Int32Array(shifts.length).fill(-1)
    const nights = findFirstNights(problem)
    if (!nights) throw new RangeError('a team reaches no allowed place for some night of its days')
    for (const [shift, place] of nights.entries()) this.#setEnd(shift, place)
    this.#fuel = problem.matrices.some(({ litres }) => litres) ? new ShiftFuel(problem, this) : null
    for (let shift = 0; shift < shifts.length; shift++) this.refresh(shift)
  }

  /** From here on, changes can be taken back. */
  mark(): void {
    this.#markNumber++
    this.#savedCount = 0
  }

  /** Takes back every change since `mark`. */
  takeBack(): void {
    for (let i = 0; i < this.#savedCount; i++) {
      const { shift, endPlace, stops, length } = this.#saved[i]!
      for (let k = 0; k < this.length[shift]!; k++) this.#forget(this.order[shift * this.width + k]!, shift)
      this.order.set(stops.subarray(0, length), shift * this.width)
      this.length[shift] = length
      this.#setEnd(shift, endPlace)
    }
    for (let i = 0; i < this.#savedCount; i++) this.refresh(this.#saved[i]!.shift)
  }

  /** Keeps what a shift is, once since `mark`, before it is changed. */
  keep(shift: number): void {
    if (this.#savedAt[shift] === this.#markNumber) return
    this.#savedAt[shift] = this.#markNumber
    this.#saved[this.#savedCount] ??= { shift, endPlace: 0, stops: new Int32Array(this.width), length: 0 }
    const saved = this.#saved[this.#savedCount++]!
    const from = shift * this.width
    saved.shift = shift
    saved.endPlace = this.endPlace[shift]!
    saved.length = this.length[shift]!
    saved.stops.set(this.order.subarray(from, from + saved.length))
  }

  insert(stop: number, { shift, position }: Place): boolean {
    this.keep(shift)
    const from = shift * this.width
    this.order.copyWithin(from + position + 1, from + position, from + this.length[shift]!)
    this.order[from + position] = stop
    this.length[shift]!++
    return this.refresh(shift)
  }

  /** Takes `count` stops out of a shift from `from` on, but for `spared` of them from `sparedFrom` on. */
  removeRun(
    shift: number,
    from: number,
    count: number,
    sparedFrom: number,
    spared: number,
    out: number[],
  ): boolean {
    this.keep(shift)
    const base = shift * this.width
    const length = this.length[shift]!
    let kept = from
    for (let k = from; k < length; k++) {
      const stop = this.order[base + k]!
      const isSpared = k >= from + count || (k >= sparedFrom && k < sparedFrom + spared)
      if (isSpared) this.order[base + kept++] = stop
      else {
        out.push(stop)
        this.shiftOf[stop] = -1
      }
    }
    this.length[shift] = kept
    return this.refresh(shift)
  }

  /** Ends a shift elsewhere, and starts the next day of its team there. Whether both still hold. */
  moveNight(shift: number, place: number): boolean {
    this.keep(shift)
    this.keep(shift + 1)
    this.#setEnd(shift, place)
    const first = this.refresh(shift)
    return this.refresh(shift + 1) && first
  }

  /** Whether the day after is of the same team. */
  isFollowed(shift: number): boolean {
    const { shifts } = this.#problem
    return shift + 1 < shifts.length && shifts[shift + 1]!.team === shifts[shift]!.team
  }

  /**
   * The place that adds least, left out with the odds `blink` each time.
   *
   * @param best Receives it; untouched where no place adds less than `best.cost`.
   */
  findPlace(stop: number, blink: number, random: () => number, best: Place): void {
    const allowed = this.#allowed[stop]
    this.#tries++
    for (let shift = 0; shift < this.shiftCount; shift++) {
      if (allowed && allowed[shift] === 0) continue
      const { capacity } = this.#problem.shifts[shift]!
      if (this.#load[shift]! + this.#demand[stop]! > capacity) continue
      if (this.length[shift] === 0 && this.#twin[shift]! >= 0) {
        if (this.#triedTwin[this.#twin[shift]!] === this.#tries) continue
        this.#triedTwin[this.#twin[shift]!] = this.#tries
      }
      const lowest = this.#lowestPosition(stop, shift)
      if (lowest <= this.length[shift]!) this.#findPlaceIn(shift, stop, lowest, blink, random, best)
    }
  }

  #findPlaceIn(
    shift: number,
    stop: number,
    lowest: number,
    blink: number,
    random: () => number,
    best: Place,
  ): void {
    const { places, matrices, shifts, stops } = this.#problem
    const { matrix, opens, closes, maxDriveSeconds } = shifts[shift]!
    const { seconds, costs, driveSeconds = seconds } = matrices[matrix]!
    const { windows } = stops[stop]!
    const fuel = this.#fuel
    const lastClose = Math.min(closes, windows.length > 0 ? windows[windows.length - 1]!.closes : closes)
    const order = this.order
    const earliest = this.#earliest
    const placeOf = this.#placeOf
    const services = this.#service
    const base = shift * this.width
    const length = this.length[shift]!
    const own = placeOf[stop]!
    const service = services[stop]!
    const spareDrive = maxDriveSeconds - this.#driven[shift]!
    let before = this.startPlace[shift]!
    let leaves = opens
    for (let k = 0; k <= length; k++) {
      const next = k < length ? order[base + k]! : -1
      const after = next < 0 ? this.endPlace[shift]! : placeOf[next]!
      const there = before * places + own
      const arrives = leaves + seconds[there]!
      if (arrives > lastClose) return
      const onward = own * places + after
      const direct = before * places + after
      const added = costs[there]! + costs[onward]! - costs[direct]!
      if (k >= lowest && added < best.cost) {
        const begins = earliestIn(windows, arrives)
        const limit = next < 0 ? closes : this.#latest[next]!
        const drive = driveSeconds[there]! + driveSeconds[onward]! - driveSeconds[direct]!
        const fits =
          begins + service + seconds[onward]! <= limit &&
          drive <= spareDrive &&
          (fuel === null || fuel.lasts(shift, k, own))
        if (fits && random() >= blink) {
          best.cost = added
          best.shift = shift
          best.position = k
        }
      }
      if (next >= 0) {
        before = after
        leaves = earliest[next]! + services[next]!
      }
    }
  }

  /** First position that the stop may take in a shift; past its end where it may not be there at all. */
  #lowestPosition(stop: number, shift: number): number {
    const { shifts, stops } = this.#problem
    const { after } = stops[stop]!
    if (after === null) return 0
    const served = this.shiftOf[after]!
    if (served < 0 || served > shift || shifts[served]!.team !== shifts[shift]!.team) return Infinity
    return served === shift ? this.positionOf[after]! + 1 : 0
  }

  /** Times, load and cost of a shift after a change; whether all its windows and limits hold. */
  refresh(shift: number): boolean {
    const { places, matrices, shifts, stops } = this.#problem
    const { matrix, opens, closes, maxDriveSeconds, capacity } = shifts[shift]!
    const { seconds, costs, driveSeconds = seconds } = matrices[matrix]!
    const base = shift * this.width
    const length = this.length[shift]!
    let place = this.startPlace[shift]!
    let time = opens
    let load = 0
    let driven = 0
    let cost = 0
    let holds = true
    for (let k = 0; k < length; k++) {
      const stop = this.order[base + k]!
      const leg = place * places + this.#placeOf[stop]!
      driven += driveSeconds[leg]!
      cost += costs[leg]!
      const begins = earliestIn(stops[stop]!.windows, time + seconds[leg]!)
      if (begins === Infinity) holds = false
      this.#earliest[stop] = begins
      this.shiftOf[stop] = shift
      this.positionOf[stop] = k
      load += this.#demand[stop]!
      time = begins + this.#service[stop]!
      place = this.#placeOf[stop]!
    }
    const last = place * places + this.endPlace[shift]!
    driven += driveSeconds[last]!
    this.costOf[shift] = cost + costs[last]!
    this.#load[shift] = load
    this.#driven[shift] = driven
    let latest = closes
    let next = this.endPlace[shift]!
    for (let k = length - 1; k >= 0; k--) {
      const stop = this.order[base + k]!
      const own = this.#placeOf[stop]!
      latest = latestIn(stops[stop]!.windows, latest - seconds[own * places + next]! - this.#service[stop]!)
      this.#latest[stop] = latest
      next = own
    }
    const lasts = this.#fuel === null || this.#fuel.refresh(shift)
    return lasts && holds && time + seconds[last]! <= closes && driven <= maxDriveSeconds && load <= capacity
  }

  plan(dropped: readonly number[], cost: number): ShiftPlan {
    return {
      order: Array.from(this.length, (length, shift) => [
        ...this.order.subarray(shift * this.width, shift * this.width + length),
      ]),
      endPlace: [...this.endPlace],
      dropped: [...dropped],
      cost,
    }
  }

  #forget(stop: number, shift: number): void {
    if (this.shiftOf[stop] === shift) this.shiftOf[stop] = -1
  }

  #setEnd(shift: number, place: number): void {
    this.endPlace[shift] = place
    if (this.isFollowed(shift)) this.startPlace[shift + 1] = place
  }
}

function earliestIn(windows: readonly TimeWindow[], time: number): number {
  if (windows.length === 0) return time
  for (let i = 0; i < windows.length; i++) {
    if (time <= windows[i]!.closes) return Math.max(time, windows[i]!.opens)
  }
  return Infinity
}

function latestIn(windows: readonly TimeWindow[], time: number): number {
  if (windows.length === 0) return time
  for (let i = windows.length - 1; i >= 0; i--) {
    if (time >= windows[i]!.opens) return Math.min(time, windows[i]!.closes)
  }
  return -Infinity
}

function allowedShifts({ shifts }: PlannedStop, count: number): Uint8Array | null {
  if (shifts === null) return null
  const allowed = new Uint8Array(count)
  for (const shift of shifts) allowed[shift] = 1
  return allowed
}

/** For each shift that is its team's only one, the first that is equal to it; −1 for the others. */
function findTwins({ shifts, stops }: ShiftProblem): Int32Array {
  const twins = new Int32Array(shifts.length).fill(-1)
  if (stops.some(({ shifts: pinned }) => pinned !== null)) return twins
  const firsts = new Map<string, number>()
  for (const [i, { team, ...rest }] of shifts.entries()) {
    if (shifts.filter((shift) => shift.team === team).length > 1) continue
    const key = JSON.stringify(rest)
    if (!firsts.has(key)) firsts.set(key, i)
    twins[i] = firsts.get(key)!
  }
  return twins
}
