import { expect, test } from 'vitest'
import { geodesicMetres } from './geodesic.ts'
import { toUtm } from './utm.ts'

test.each([
  // The Eiffel tower, as worked by many (e.g. movable-type.co.uk, from Karney’s series).
  { lon: 2.2945, lat: 48.8583, zone: 31, band: 'U', easting: 448_251.898, northing: 5_411_943.794 },
  // The Sydney opera house, from the same source.
  { lon: 151.215297, lat: -33.856784, zone: 56, band: 'H', easting: 334_900.261, northing: 6_252_290.522 },
])('agrees with published values at $lat, $lon', ({ lon, lat, zone, band, easting, northing }) => {
  const utm = toUtm([lon, lat])!
  expect(utm).toMatchObject({ zone, band })
  expect(Math.abs(utm.eastingMetres - easting)).toBeLessThan(0.01)
  expect(Math.abs(utm.northingMetres - northing)).toBeLessThan(0.01)
})

test('on the middle of a zone and the equator it is the false origin', () => {
  expect(toUtm([-15, 0])).toEqual({ zone: 28, band: 'N', eastingMetres: 500_000, northingMetres: 0 })
})

test('on the middle meridian the northing is the geodesic from the equator times 0.9996', () => {
  const north = toUtm([-15, 15])!.northingMetres
  expect(north / 0.9996).toBeCloseTo(geodesicMetres([-15, 0], [-15, 15]), 4)
})

test('Guidimakha spans zones 28 and 29', () => {
  expect(toUtm([-12.18479, 15.15799])).toMatchObject({ zone: 28, band: 'P' })
  expect(toUtm([-11.71287, 15.54358])).toMatchObject({ zone: 29, band: 'P' })
})

test('Norway and Svalbard have their own zones', () => {
  expect(toUtm([5, 60])!.zone).toBe(32)
  expect(toUtm([8, 75])!.zone).toBe(31)
  expect(toUtm([10, 75])!.zone).toBe(33)
  expect(toUtm([34, 75])!.zone).toBe(37)
})

test('answers null where UTM is not defined', () => {
  expect(toUtm([0, 84.1])).toBeNull()
  expect(toUtm([0, -80.1])).toBeNull()
  expect(toUtm([Number.NaN, 0])).toBeNull()
  expect(toUtm([181, 0])).toBeNull()
})
