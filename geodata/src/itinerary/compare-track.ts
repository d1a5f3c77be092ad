import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { TimedDay } from './mission-types.ts'

/** A recorded course: positions with their instants, in milliseconds since 1970, ascending. */
export interface RecordedCourse {
  readonly positions: readonly Position[]
  readonly instantsMs: readonly number[]
}

/** What became of a leg; `null` in a list of them = the course does not reach its end. */
export interface DrivenLeg {
  /** Last seen at its beginning; null where the record begins on the way. ISO 8601 in UTC. */
  readonly departedAt: string | null
  readonly arrivedAt: string
  /** Null as `departedAt` is. Halts on the way are in it. */
  readonly seconds: number | null
  /** Along the record, from where it is known. */
  readonly metres: number
}

/** This near to a place one is there: a yard with its approach, and a receiver that is off by some metres. */
const AT_PLACE_METRES = 500
const DAY_MS = 86_400_000

/**
 * Compares a planned day with a recorded course, leg by leg: when it left and came, and over how many metres.
 *
 * The stops are looked for in the order of the plan: an arrival is the first time near a place after the arrival
 * before it. A stop that was left out leaves its leg without an answer, and the next one is measured from the last
 * place that was reached.
 *
 * @param positionOf Of a place by its id; undefined = not known, then its legs have no answer.
 * @returns One for each leg of the day.
 */
export function compareTrack(
  day: Pick<TimedDay, 'date' | 'legs'>,
  course: RecordedCourse,
  positionOf: (placeId: string) => Position | undefined,
): (DrivenLeg | null)[] {
  const { positions, instantsMs } = course
  const midnight = Date.parse(`${day.date}T00:00:00Z`)
  const first = instantsMs.findIndex((ms) => ms >= midnight)
  const last = instantsMs.findLastIndex((ms) => ms < midnight + DAY_MS)
  let at = first < 0 ? Infinity : first
  return day.legs.map(({ fromPlaceId, toPlaceId }) => {
    const [from, to] = [positionOf(fromPlaceId), positionOf(toPlaceId)]
    if (!from || !to || fromPlaceId === toPlaceId) return null
    const isNear = (index: number, place: Position) =>
      sphericalMetres(positions[index]!, place) <= AT_PLACE_METRES
    let left = -1
    for (let index = at; index <= last; index++) {
      if (isNear(index, from)) left = index
      if (!isNear(index, to)) continue
      const begins = left < 0 || left === index ? at : left
      at = index
      const departed = left < 0 ? null : instantsMs[left]!
      return {
        departedAt: departed === null ? null : new Date(departed).toISOString(),
        arrivedAt: new Date(instantsMs[index]!).toISOString(),
        seconds: departed === null ? null : (instantsMs[index]! - departed) / 1000,
        metres: lengthBetween(positions, begins, index),
      }
    }
    return null
  })
}

function lengthBetween(positions: readonly Position[], from: number, to: number): number {
  let metres = 0
  for (let index = from + 1; index <= to; index++)
    metres += sphericalMetres(positions[index - 1]!, positions[index]!)
  return metres
}
