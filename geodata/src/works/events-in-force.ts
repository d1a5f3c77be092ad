import type { AnyWorksEvent, Instant } from './types.ts'

/** An event that counts, with the event whose place it took through any number of corrections. */
export interface EventInForce {
  readonly event: AnyWorksEvent
  /** Id of the first version. */
  readonly placeId: string
  /** Ordinal of the first version: a correction stands where what it corrects stood. */
  readonly placeOrdinal: number
}

/**
 * Events that count by what was known at an instant, in the order of their days, then of the recording of their first version.
 *
 * A correction takes the place of what it `replaces`, and so does a correction of that correction. A `withdrawal` takes away
 * the event that it is `about`; withdrawing a correction brings back what it had corrected, withdrawing a withdrawal what that had
 * taken away. Withdrawals themselves are not in the answer.
 *
 * @param events Of one contract, in any order. What an event names must have been recorded before it; other names are passed over.
 * @param knownAt Events recorded after it are not known; null = all are.
 */
export function eventsInForce(events: readonly AnyWorksEvent[], knownAt: Instant | null): EventInForce[] {
  const places = placesOf(events)
  return countingEvents(events, knownAt)
    .filter(({ kind }) => kind !== 'withdrawal')
    .map((event) => ({ event, ...places.get(event.id)! }))
    .sort(compareInForce)
}

/** Events that are neither replaced nor withdrawn by what was known at an instant, withdrawals among them; the latest first. */
export function countingEvents(events: readonly AnyWorksEvent[], knownAt: Instant | null): AnyWorksEvent[] {
  const known = events.filter(
    ({ recordedAt }) => knownAt === null || Date.parse(recordedAt) <= Date.parse(knownAt),
  )
  const withdrawn = new Set<string>()
  const replaced = new Set<string>()
  return known
    .sort((a, b) => b.ordinal - a.ordinal)
    .filter(({ id, kind, about, replaces }) => {
      const counts = !withdrawn.has(id) && !replaced.has(id)
      if (counts && kind === 'withdrawal' && about !== null) withdrawn.add(about)
      // A correction that was corrected in turn is no longer read, but its place stays taken.
      const takesPlace = !withdrawn.has(id) || replaced.has(id)
      if (takesPlace && replaces !== null) replaced.add(replaces)
      return counts
    })
}

/** The order of the fold. */
function compareInForce(a: EventInForce, b: EventInForce): number {
  if (a.event.happenedOn !== b.event.happenedOn) return a.event.happenedOn < b.event.happenedOn ? -1 : 1
  return a.placeOrdinal - b.placeOrdinal || a.event.ordinal - b.event.ordinal
}

/** First version of every event. */
export function placesOf(
  events: readonly AnyWorksEvent[],
): Map<string, Pick<EventInForce, 'placeId' | 'placeOrdinal'>> {
  const places = new Map<string, Pick<EventInForce, 'placeId' | 'placeOrdinal'>>()
  for (const { id, ordinal, replaces } of events.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const before = replaces === null ? undefined : places.get(replaces)
    places.set(id, before ?? { placeId: id, placeOrdinal: ordinal })
  }
  return places
}
