import type { IsoDate, RoadClosure } from './types.ts'

/** A report less certain than this no longer acts: it waits to be confirmed. */
export const LEAST_CONFIDENCE = 0.2
const DAY_MS = 86_400_000

/** Noon of a day at Greenwich, which is Mauritania's time. */
function noonOf(date: IsoDate): number {
  return Date.parse(`${date}T12:00:00Z`)
}

/**
 * How far a report may still be trusted on a day: it halves in `halfLifeDays` after the day when it was last confirmed.
 * Whole days count, so that a report says the same whatever the hour it was made at.
 *
 * @returns 0 to 1; 1 on the day of the confirmation and before.
 */
export function confidenceAt({ confirmedAt, halfLifeDays }: RoadClosure, date: IsoDate): number {
  const ageDays = Math.max(0, (noonOf(date) - noonOf(confirmedAt.slice(0, 10))) / DAY_MS)
  return 0.5 ** (ageDays / halfLifeDays)
}

/** Closures that act on a day: begun by its end, not expired before its noon, and still trusted. */
export function closuresOn(closures: readonly RoadClosure[], date: IsoDate): RoadClosure[] {
  const noon = noonOf(date)
  return closures.filter(
    (closure) =>
      Date.parse(closure.startsAt) < noon + DAY_MS / 2 &&
      (closure.endsAt === null || Date.parse(closure.endsAt) > noon) &&
      confidenceAt(closure, date) >= LEAST_CONFIDENCE,
  )
}
