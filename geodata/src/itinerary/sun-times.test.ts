import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { addDays } from './mission-clock.ts'
import { sunTimes } from './sun-times.ts'

const SELIBABY: Position = [-12.18, 15.16]
const MINUTE = 60_000

const CITIES: Record<string, Position> = {
  Dakar: [-17.44, 14.69],
  Bamako: [-8.0, 12.65],
  Tombouctou: [-3.0, 16.77],
  Gao: [-0.04, 16.27],
  Kayes: [-11.44, 14.45],
  Mopti: [-4.19, 14.49],
}

/**
 * Figures published for towns around Sélibaby, Greenwich time, to the minute; none was found for Sélibaby itself. Kayes, 110 km
 * away, is the nearest. Sunsets: communiqués of the Association sénégalaise pour la promotion de l'astronomie as printed by
 * ndarinfo.com (a31317, May 2021), leral.net (a227649, June 2018; a364389, April 2024) and enqueteplus.com (21 April 2020),
 * and the weather of Dakar of senenews.com (335053, 17 October 2020). Left out: traveltime.cc tells 07:21 as sunrise of
 * Nouakchott on 28 February 2026, two minutes before NOAA's equations and ours, without place or method.
 */
const SUNSETS: [town: string, date: string, clock: string][] = [
  ['Kayes', '2021-05-11', '19:05'],
  ['Dakar', '2021-05-11', '19:29'],
  ['Bamako', '2021-05-11', '18:48'],
  ['Tombouctou', '2021-05-11', '18:34'],
  ['Gao', '2021-05-11', '18:22'],
  ['Mopti', '2021-05-11', '18:36'],
  ['Dakar', '2021-05-13', '19:30'],
  ['Dakar', '2018-06-14', '19:39'],
  ['Dakar', '2024-04-09', '19:23'],
  ['Dakar', '2020-04-24', '19:25'],
  ['Dakar', '2020-10-17', '18:48'],
]

test.each(SUNSETS)('%s, %s: sunset within a minute of what was published, %s', (town, date, clock) => {
  const found = Date.parse(sunTimes(date, CITIES[town]!).sunset)
  expect(Math.abs(found - Date.parse(`${date}T${clock}:00Z`))).toBeLessThanOrEqual(MINUTE)
})

/** aa.quae.nl, Position of the Sun, table 1, row 01-01 of 2002: mean solar time, so that longitude 0 tells the same. */
test.each([
  [14, '06:24'],
  [16, '06:28'],
  [-40, '04:35'],
])('latitude %i on 1 January 2002: sunrise within a minute of the printed table, %s', (lat, clock) => {
  const found = Date.parse(sunTimes('2002-01-01', [0, lat]).sunrise)
  expect(Math.abs(found - Date.parse(`2002-01-01T${clock}:00Z`))).toBeLessThanOrEqual(MINUTE)
})

test('Sélibaby over two years: within a minute of the algorithm that NOAA publishes', () => {
  for (let day = 0; day < 730; day += 5) {
    const date = addDays('2026-01-01', day)
    const { sunrise, sunset } = sunTimes(date, SELIBABY)
    const noaa = noaaSunTimes(date, SELIBABY)
    expect(Math.abs(Date.parse(sunrise) - noaa.sunrise)).toBeLessThan(MINUTE)
    expect(Math.abs(Date.parse(sunset) - noaa.sunset)).toBeLessThan(MINUTE)
  }
})

/**
 * Sunrise and sunset in milliseconds, by the equations of NOAA's Solar Calculator (gml.noaa.gov/grad/solcalc, after Meeus,
 * Astronomical Algorithms), taken at the event itself.
 */
function noaaSunTimes(date: string, [lon, lat]: Position): { sunrise: number; sunset: number } {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const event = (side: 1 | -1): number => {
    let minutes = 720 - 4 * lon
    for (let round = 0; round < 4; round++) {
      const { declination, equationMinutes } = sunAt((midnight + minutes * MINUTE) / 86_400_000 + 2440587.5)
      const hourAngle = Math.acos(
        Math.cos(radians(90.833)) / (Math.cos(radians(lat)) * Math.cos(declination)) -
          Math.tan(radians(lat)) * Math.tan(declination),
      )
      minutes = 720 - 4 * lon - equationMinutes + (side * 4 * hourAngle * 180) / Math.PI
    }
    return midnight + minutes * MINUTE
  }
  return { sunrise: event(-1), sunset: event(1) }
}

function sunAt(julianDay: number): { declination: number; equationMinutes: number } {
  const t = (julianDay - 2451545) / 36525
  const longitude = radians((280.46646 + t * (36000.76983 + 0.0003032 * t)) % 360)
  const anomaly = radians(357.52911 + t * (35999.05029 - 0.0001537 * t))
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
  const centre = radians(
    Math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
      Math.sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
      Math.sin(3 * anomaly) * 0.000289,
  )
  const node = radians(125.04 - 1934.136 * t)
  const apparent = longitude + centre - radians(0.00569 + 0.00478 * Math.sin(node))
  const obliquity = radians(23.4392911 - 0.0130042 * t + 0.00256 * Math.cos(node))
  const y = Math.tan(obliquity / 2) ** 2
  const equation =
    y * Math.sin(2 * longitude) -
    2 * eccentricity * Math.sin(anomaly) +
    4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * longitude) -
    0.5 * y * y * Math.sin(4 * longitude) -
    1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly)
  return {
    declination: Math.asin(Math.sin(obliquity) * Math.sin(apparent)),
    equationMinutes: (4 * equation * 180) / Math.PI,
  }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

test('where the sun does not set there is no answer, and neither for what is no date', () => {
  expect(() => sunTimes('2026-06-21', [20, 75])).toThrow(RangeError)
  expect(() => sunTimes('2026-02-31x', SELIBABY)).toThrow(RangeError)
})
