import type { ShiftProblem } from './types.ts'

/** What fuel needs to know of the routes. */
interface Routes {
  readonly order: Int32Array
  readonly length: Int32Array
  readonly width: number
  readonly startPlace: Int32Array
  readonly endPlace: Int32Array
}

/**
 * Whether the fuel of a team lasts from one place that refuels to the next, over its nights, told without walking its
 * days: for each served stop it keeps what was used on leaving it and what is needed after it.
 */
export class ShiftFuel {
  readonly #problem: ShiftProblem
  readonly #routes: Routes
  /** Used since the last filling, on leaving a stop, and at the start of a shift. */
  readonly #usedAt: Float64Array
  readonly #usedAtStart: Float64Array
  /** Needed up to the next filling, on leaving a stop, and at the end of a shift. */
  readonly #neededAt: Float64Array
  readonly #neededAtEnd: Float64Array

  constructor(problem: ShiftProblem, routes: Routes) {
    this.#problem = problem
    this.#routes = routes
    this.#usedAt = new Float64Array(problem.stops.length)
    this.#neededAt = new Float64Array(problem.stops.length)
    this.#usedAtStart = new Float64Array(problem.shifts.length)
    this.#neededAtEnd = new Float64Array(problem.shifts.length)
  }

  /** Whether a way over `place` before the stop at `position` of a shift leaves enough. */
  lasts(shift: number, position: number, place: number): boolean {
    const { places, shifts, stops, matrices } = this.#problem
    const { maxLitres = Infinity, matrix } = shifts[shift]!
    const { litres } = matrices[matrix]!
    if (!litres || maxLitres === Infinity) return true
    const { order, length, width, startPlace, endPlace } = this.#routes
    const previous = position > 0 ? order[shift * width + position - 1]! : -1
    const next = position < length[shift]! ? order[shift * width + position]! : -1
    const from = previous < 0 ? startPlace[shift]! : stops[previous]!.place
    const to = next < 0 ? endPlace[shift]! : stops[next]!.place
    const used = previous < 0 ? this.#usedAtStart[shift]! : this.#usedAt[previous]!
    const there = used + litres[from * places + place]!
    if (there > maxLitres) return false
    const needed = this.#refuels(to) ? 0 : next < 0 ? this.#neededAtEnd[shift]! : this.#neededAt[next]!
    return (this.#refuels(place) ? 0 : there) + litres[place * places + to]! + needed <= maxLitres
  }

  /** Reckons the days of a team anew after a change of one; whether its fuel lasts on all of them. */
  refresh(shift: number): boolean {
    const { shifts } = this.#problem
    const { team } = shifts[shift]!
    let first = shift
    while (first > 0 && shifts[first - 1]!.team === team) first--
    let used = 0
    let most = 0
    let last = first
    for (; last < shifts.length && shifts[last]!.team === team; last++) {
      this.#usedAtStart[last] = used
      used = this.#walk(last, used, (litres) => {
        most = Math.max(most, litres)
      })
    }
    let needed = 0
    while (--last >= first) needed = this.#walkBack(last, needed)
    return most <= (shifts[shift]!.maxLitres ?? Infinity)
  }

  #walk(shift: number, usedBefore: number, tell: (litres: number) => void): number {
    const { places, stops, shifts, matrices } = this.#problem
    const { litres } = matrices[shifts[shift]!.matrix]!
    const { order, length, width, startPlace, endPlace } = this.#routes
    let used = usedBefore
    let place = startPlace[shift]!
    for (let k = 0; k <= length[shift]!; k++) {
      const stop = k < length[shift]! ? order[shift * width + k]! : -1
      const next = stop < 0 ? endPlace[shift]! : stops[stop]!.place
      used += litres?.[place * places + next] ?? 0
      tell(used)
      if (this.#refuels(next)) used = 0
      if (stop >= 0) this.#usedAt[stop] = used
      place = next
    }
    return used
  }

  #walkBack(shift: number, neededAfter: number): number {
    const { places, stops, shifts, matrices } = this.#problem
    const { litres } = matrices[shifts[shift]!.matrix]!
    const { order, length, width, startPlace, endPlace } = this.#routes
    this.#neededAtEnd[shift] = neededAfter
    let needed = this.#refuels(endPlace[shift]!) ? 0 : neededAfter
    let place = endPlace[shift]!
    for (let k = length[shift]! - 1; k >= -1; k--) {
      const stop = k >= 0 ? order[shift * width + k]! : -1
      const before = stop < 0 ? startPlace[shift]! : stops[stop]!.place
      needed += litres?.[before * places + place] ?? 0
      if (stop >= 0) this.#neededAt[stop] = needed
      if (stop >= 0 && this.#refuels(before)) needed = 0
      place = before
    }
    return needed
  }

  #refuels(place: number): boolean {
    return this.#problem.refuels?.[place] === 1
  }
}
