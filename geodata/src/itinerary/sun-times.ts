import { Body, Observer, SearchRiseSet } from 'astronomy-engine'
import type { Position } from '../geometry/position.ts'
import type { IsoDate } from '../road-state/types.ts'

const MINUTES_PER_DEGREE = 4
const RISE = 1
const SET = -1
/** A search takes a fifth of a millisecond, several times that at first, and the same days and places are asked again and again. */
const REMEMBERED = 10_000
const remembered = new Map<string, string>()

/** Instants of a day at a place, ISO 8601 in UTC. */
export interface SunTimes {
  readonly sunrise: string
  readonly sunset: string
}

/**
 * When the upper edge of the sun rises and sets at a place, seen over a level horizon at the height of the sea with the
 * usual refraction (34′), as almanacs do.
 *
 * @param date A day of the place, midnight to midnight of its mean solar time, so that sunrise comes before sunset.
 * @returns Instants to the second.
 * @throws RangeError when the date is none, or the sun does not rise or set there on that day.
 * @see Don Cross, Astronomy Engine, `SearchRiseSet`; checked against published almanacs in the tests.
 */
export function sunTimes(date: IsoDate, position: Position): SunTimes {
  return { sunrise: sunriseOn(date, position), sunset: sunsetOn(date, position) }
}

/** The one of `sunTimes`, without looking for the other. @throws RangeError as `sunTimes` does. */
export function sunriseOn(date: IsoDate, position: Position): string {
  return remember(date, position, RISE)
}

/** The one of `sunTimes`, without looking for the other. @throws RangeError as `sunTimes` does. */
export function sunsetOn(date: IsoDate, position: Position): string {
  return remember(date, position, SET)
}

function remember(date: IsoDate, position: Position, direction: 1 | -1): string {
  const key = `${date} ${position[0]} ${position[1]} ${direction}`
  const known = remembered.get(key)
  if (known) return known
  const instant = findInstant(date, position, direction)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, instant)
  return instant
}

function findInstant(date: IsoDate, [lon, lat]: Position, direction: 1 | -1): string {
  const midnight = Date.parse(`${date}T00:00:00Z`) - lon * MINUTES_PER_DEGREE * 60_000
  if (Number.isNaN(midnight)) throw new RangeError(`not a date: ${date}`)
  const observer = new Observer(lat, lon, 0)
  const found = SearchRiseSet(Body.Sun, observer, direction, new Date(midnight), 1)
  if (!found) throw new RangeError(`no sunrise or sunset on ${date} at ${lat} N, ${lon} E`)
  return new Date(Math.round(found.date.getTime() / 1000) * 1000).toISOString()
}
