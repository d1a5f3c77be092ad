import type { Position } from '@borne/geodata/geometry/position'
import type { MissionQuestion, TimedDay, TimedLeg } from '@borne/geodata/itinerary/mission-types'

export interface CoursePart {
  readonly kind: 'drive' | 'wait' | 'visit'
  /** Milliseconds since 1970. */
  readonly from: number
  readonly until: number
  /** Place in the day's legs or visits. */
  readonly index: number
}

/** A team's day in parts that follow each other. */
export function courseParts({ legs, visits }: TimedDay): CoursePart[] {
  const parts = legs.flatMap((leg, index): CoursePart[] => {
    const visit = visits[index]
    const drive: CoursePart = {
      kind: 'drive',
      from: Date.parse(leg.departsAt),
      until: Date.parse(leg.arrivesAt),
      index,
    }
    if (!visit) return [drive]
    const [arrives, begins] = [Date.parse(visit.arrivesAt), Date.parse(visit.beginsAt)]
    return [
      drive,
      { kind: 'wait', from: arrives, until: begins, index },
      { kind: 'visit', from: begins, until: Date.parse(visit.endsAt), index },
    ]
  })
  return parts.filter(({ from, until }) => until > from)
}

const HOUR_MS = 3_600_000

/** Whole hours that hold the daylight and everything that is done on days of one date. */
export function daySpan(days: readonly TimedDay[]): [from: number, until: number] {
  const times = days.flatMap((day) => [
    Date.parse(day.sunrise) - HOUR_MS / 2,
    Date.parse(day.sunset) + HOUR_MS / 2,
    ...day.legs.flatMap(({ departsAt, arrivesP90At }) => [Date.parse(departsAt), Date.parse(arrivesP90At)]),
  ])
  return [
    Math.floor(Math.min(...times) / HOUR_MS) * HOUR_MS,
    Math.ceil(Math.max(...times) / HOUR_MS) * HOUR_MS,
  ]
}

export interface Whereabouts {
  readonly position: Position
  /** Where it is going, or is. */
  readonly placeId: string
  readonly isDriving: boolean
}

/**
 * Where a team is at an instant: along the line of its leg as if it drove evenly, else at a stop; before its day at its start,
 * after it at its end.
 *
 * @param lines Of each leg; null = not known, then straight.
 * @throws RangeError when the question lacks a place of the day.
 */
export function whereAt(
  { places }: Pick<MissionQuestion, 'places'>,
  day: TimedDay,
  lines: readonly (readonly Position[] | null)[],
  time: number,
): Whereabouts {
  const at = (placeId: string): Position => {
    const place = places.find(({ id }) => id === placeId)
    if (!place) throw new RangeError(`the question lacks the place ${placeId}`)
    return place.position
  }
  const driven = day.legs.findIndex(
    ({ departsAt, arrivesAt }) => Date.parse(departsAt) < time && time < Date.parse(arrivesAt),
  )
  const leg = day.legs[driven]
  if (leg) {
    const line = lines[driven] ?? [at(leg.fromPlaceId), at(leg.toPlaceId)]
    return { position: alongLine(line, drivenShare(leg, time)), placeId: leg.toPlaceId, isDriving: true }
  }
  const last = day.legs.findLast(({ arrivesAt }) => Date.parse(arrivesAt) <= time)
  const placeId = last?.toPlaceId ?? day.startPlaceId
  return { position: at(placeId), placeId, isDriving: false }
}

function drivenShare({ departsAt, arrivesAt }: TimedLeg, time: number): number {
  const [departs, arrives] = [Date.parse(departsAt), Date.parse(arrivesAt)]
  return (time - departs) / (arrives - departs)
}

/** At so small a size degrees serve as lengths once meridians are drawn closer. */
function alongLine(line: readonly Position[], share: number): Position {
  const narrowing = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180)
  const lengths = line.slice(1).map(([lon, lat], index) => {
    const [lonBefore, latBefore] = line[index]!
    return Math.hypot((lon - lonBefore) * narrowing, lat - latBefore)
  })
  let rest = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [index, length] of lengths.entries()) {
    if (rest <= length && length > 0) {
      const [from, to] = [line[index]!, line[index + 1]!]
      return [from[0] + ((to[0] - from[0]) * rest) / length, from[1] + ((to[1] - from[1]) * rest) / length]
    }
    rest -= length
  }
  return line.at(-1)!
}
