import { Body, Observer, SearchRiseSet } from 'astronomy-engine'
import type { Position } from '../geometry/position.ts'
import type { IsoDate } from '../road-state/types.ts'

const MINUTES_PER_DEGREE = 4
const RISE = 1
const SET = -1
/** A search takes a fifth of a millisecond, and the same days and places are asked again and again. */
const REMEMBERED = 5000
const remembered = new Map<string, SunTimes>()

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
  const key = `${date} ${position[0]} ${position[1]}`
  const known = remembered.get(key)
  if (known) return known
  const times = findSunTimes(date, position)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, times)
  return times
}

function findSunTimes(date: IsoDate, [lon, lat]: Position): SunTimes {
  const midnight = Date.parse(`${date}T00:00:00Z`) - lon * MINUTES_PER_DEGREE * 60_000
  if (Number.isNaN(midnight)) throw new RangeError(`not a date: ${date}`)
  const observer = new Observer(lat, lon, 0)
  const instant = (direction: 1 | -1) => {
    const found = SearchRiseSet(Body.Sun, observer, direction, new Date(midnight), 1)
    if (!found) throw new RangeError(`no sunrise or sunset on ${date} at ${lat} N, ${lon} E`)
    return new Date(Math.round(found.date.getTime() / 1000) * 1000).toISOString()
  }
  return { sunrise: instant(RISE), sunset: instant(SET) }
}
