import type { GuaranteeFact } from './state.ts'
import { type Day, GUARANTEE_TYPES } from './types.ts'

/** A guarantee that was given, and is over without having been released or renewed. */
export type LapsedGuarantee = Pick<GuaranteeFact, 'eventId' | 'type' | 'reference' | 'expiresOn'>

/**
 * Of each type of guarantee that is asked for: the one that expires last, if that day is past. Its last day still counts.
 *
 * @param when `isAdvanceOutstanding` = a guarantee of the advance is still asked for.
 */
export function lapsedGuarantees(
  guarantees: readonly GuaranteeFact[],
  { on, isAdvanceOutstanding }: { readonly on: Day; readonly isAdvanceOutstanding: boolean },
): LapsedGuarantee[] {
  return lastGuarantees(guarantees, on)
    .filter(({ type, expiresOn }) => expiresOn < on && (type !== 'advance' || isAdvanceOutstanding))
    .map(({ eventId, type, reference, expiresOn }) => ({ eventId, type, reference, expiresOn }))
}

/** Of each type the guarantee that expires last, of those given by a day and not released on it. */
export function lastGuarantees(guarantees: readonly GuaranteeFact[], day: Day): GuaranteeFact[] {
  return GUARANTEE_TYPES.flatMap((type) => {
    const held = guarantees.filter(
      ({ type: own, on, releasedOn }) =>
        own === type && on <= day && (releasedOn === null || releasedOn > day),
    )
    return held.length === 0 ? [] : [held.reduce((a, b) => (b.expiresOn > a.expiresOn ? b : a))]
  })
}
