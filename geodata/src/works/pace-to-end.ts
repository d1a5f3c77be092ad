import type { Day } from './types.ts'

const SLOWEST = 1 / 64
const FASTEST = 64
const HALVINGS = 20

/**
 * The slowest pace at which what is left ends by a day, so that a plan of the rest agrees with an end that was estimated otherwise.
 *
 * @param endAt When it ends at a pace above 0 (planned time done in working time); a faster pace never ends later.
 * @param by The last day that still counts.
 * @returns Between 1/64 and 64: the fastest of these where none ends by that day.
 */
export function paceToEnd(endAt: (pace: number) => Day, by: Day): number {
  let [slow, fast] = [Math.log(SLOWEST), Math.log(FASTEST)]
  if (endAt(SLOWEST) <= by) return SLOWEST
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (slow + fast) / 2
    if (endAt(Math.exp(middle)) <= by) fast = middle
    else slow = middle
  }
  return Math.exp(fast)
}
