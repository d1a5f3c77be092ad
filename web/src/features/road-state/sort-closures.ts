import type { Closure } from '@borne/api/contracts/road-state'

/** Where a closure stands on a day. */
export type ClosureStanding = 'acting' | 'doubtful' | 'coming' | 'expired' | 'lifted'
export const CLOSURE_FILTERS = ['acting', 'coming', 'expired', 'lifted'] as const
export type ClosureFilter = (typeof CLOSURE_FILTERS)[number]

/**
 * @param date The asked day: closures that end on it count as expired.
 */
export function standingOf(
  { isActing, liftedAt, startsAt, endsAt }: Pick<Closure, 'isActing' | 'liftedAt' | 'startsAt' | 'endsAt'>,
  date: string,
): ClosureStanding {
  if (isActing) return 'acting'
  if (liftedAt !== null && liftedAt.slice(0, 10) <= date) return 'lifted'
  if (startsAt.slice(0, 10) > date) return 'coming'
  return endsAt !== null && endsAt.slice(0, 10) <= date ? 'expired' : 'doubtful'
}

/** A closure that is no longer believed stands with those in force: it waits to be confirmed or lifted. */
export function isIn(filter: ClosureFilter, standing: ClosureStanding): boolean {
  return standing === filter || (filter === 'acting' && standing === 'doubtful')
}
