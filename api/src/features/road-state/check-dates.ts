import { problem } from '../../platform/problems.ts'

const DAY_MS = 86_400_000
/** A report is about now, or about works that are announced; more is a slip of the year. */
const AHEAD_MS = 366 * DAY_MS
const LONGEST_MS = 3 * AHEAD_MS
const EARLIEST = Date.parse('2000-01-01T00:00:00Z')

/**
 * Lets the dates of a closure through that can be meant.
 *
 * @throws problem `closure-ends-before-start`, `closure-date-far` on the field that is wrong.
 */
export function checkClosureDates(
  { startsAt, endsAt }: { startsAt: string; endsAt: string | null },
  now: number,
): void {
  const starts = Date.parse(startsAt)
  if (starts < EARLIEST || starts > now + AHEAD_MS)
    throw problem('closure-date-far', { day: startsAt.slice(0, 10) }, { field: 'startsAt' })
  if (endsAt === null) return
  const ends = Date.parse(endsAt)
  if (ends <= starts) throw problem('closure-ends-before-start', {}, { field: 'endsAt' })
  if (ends > starts + LONGEST_MS)
    throw problem('closure-date-far', { day: endsAt.slice(0, 10) }, { field: 'endsAt' })
}
