import { distance } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleAround } from './circle-around.ts'
import type { Position } from './position.ts'

test('a circle of 10 km around Ghabou ends one 4003th of the way round the Earth to its north', () => {
  const [ring] = circleAround([-12, 15], 10_000, 4).coordinates
  expect(ring).toHaveLength(5)
  expect(ring![0]![0]).toBeCloseTo(-12, 9)
  expect(ring![0]![1]).toBeCloseTo(15 + 360 / 4003.02, 4)
  expect(ring![0]).toEqual(ring![4])
})

test('every corner lies at the radius, as turf measures it', () => {
  const center = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -80, max: 80, noNaN: true }),
  )
  fc.assert(
    fc.property(center, fc.double({ min: 1, max: 50_000, noNaN: true }), (at, radiusMetres) => {
      const [ring] = circleAround(at as Position, radiusMetres, 12).coordinates
      for (const corner of ring!) {
        expect(distance(at, corner, { units: 'meters' })).toBeCloseTo(radiusMetres, 1)
      }
    }),
  )
})

test('the ring runs counter-clockwise, as GeoJSON wants it', () => {
  const [ring] = circleAround([0, 0], 1000, 4).coordinates
  const [north, west] = ring!
  expect(north![1]).toBeGreaterThan(0)
  expect(west![0]).toBeLessThan(0)
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a radius of %s is refused', (radius) => {
  expect(() => circleAround([0, 0], radius)).toThrow(RangeError)
})
