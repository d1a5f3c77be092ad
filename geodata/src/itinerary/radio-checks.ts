import { between } from '../geometry/along-line.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { LegLine, TimedDay } from './mission-types.ts'

/** When a team is to be heard of on a day, and where it should then be. */
export interface RadioCheck {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly kind: 'departure' | 'on-the-way' | 'arrival'
  /** Place in `legs` of the day. */
  readonly leg: number
  /** Since the leg began, along the way. */
  readonly metres: number
  /** Null where the way is not known. */
  readonly position: Position | null
}

/**
 * The radio checks of a team's day: on leaving and on arriving, and so often in between.
 *
 * Where the team is in between is told as if it drove each leg evenly, rests included.
 *
 * @param everyMinutesOf How often on that leg, in minutes; null = only on leaving and on arriving.
 * @param lineOf The way of that leg; null = not known.
 */
export function radioChecks(
  { legs }: TimedDay,
  everyMinutesOf: (leg: number) => number | null,
  lineOf: (leg: number) => Pick<LegLine, 'coordinates'> | null,
): RadioCheck[] {
  return legs.flatMap(({ departsAt, arrivesAt, metres, fromPlaceId, toPlaceId }, leg): RadioCheck[] => {
    if (fromPlaceId === toPlaceId) return []
    const [start, end] = [Date.parse(departsAt), Date.parse(arrivesAt)]
    const line = lineOf(leg)?.coordinates ?? null
    const every = everyMinutesOf(leg)
    const check = (kind: RadioCheck['kind'], ms: number): RadioCheck => {
      const share = end > start ? (ms - start) / (end - start) : 1
      return {
        at: new Date(ms).toISOString(),
        kind,
        leg,
        metres: share * metres,
        position: line && positionAt(line, share),
      }
    }
    const step = every === null ? Infinity : 60_000 * Math.max(1, every)
    const between: RadioCheck[] = []
    for (let ms = start + step; ms < end; ms += step) between.push(check('on-the-way', ms))
    return [check('departure', start), ...between, check('arrival', end)]
  })
}

/** At a share, 0 to 1, of a line's length. */
function positionAt(line: readonly Position[], share: number): Position | null {
  const lengths = line.slice(1).map((position, index) => sphericalMetres(line[index]!, position))
  let left = share * lengths.reduce((sum, metres) => sum + metres, 0)
  for (const [index, metres] of lengths.entries()) {
    if (left <= metres) return between(line[index]!, line[index + 1]!, metres > 0 ? left / metres : 0)
    left -= metres
  }
  return line.at(-1) ?? null
}
