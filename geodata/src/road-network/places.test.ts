import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { findNearSettlement, indexBorder, isAcrossBorder } from './places.ts'

const border = (...coordinates: Position[]) => ({ borders: [{ coordinates }] })

test('a line over the border is across, one along it or over it and back is not', () => {
  const river = border([-12, 15], [-11, 15], [-11, 16])
  expect(isAcrossBorder(river, [-11.5, 15.1], [-11.5, 14.9])).toBe(true)
  expect(isAcrossBorder(river, [-11.9, 15.1], [-11.1, 15.1])).toBe(false)
  expect(isAcrossBorder(river, [-11.2, 14.9], [-10.9, 15.2])).toBe(false)
})

test('a line through a vertex of the border is across once', () => {
  expect(isAcrossBorder(border([-12, 15], [-11.5, 15], [-11, 15]), [-11.5, 15.1], [-11.5, 14.9])).toBe(true)
})

test('an indexed border tells the same', () => {
  const river = border([-12, 15], [-11.5, 15], [-11, 15], [-11, 16])
  const isAcross = indexBorder(river)
  const place = fc.tuple(
    fc.double({ min: -12.2, max: -10.8, noNaN: true }),
    fc.double({ min: 14.8, max: 16.2, noNaN: true }),
  ) as fc.Arbitrary<Position>
  fc.assert(
    fc.property(place, place, (from, to) => {
      expect(isAcross(from, to)).toBe(isAcrossBorder(river, from, to))
    }),
  )
  expect(indexBorder({ borders: [] })([-12, 15], [-11, 16])).toBe(false)
})

test('the nearest settlement is told with its distance', () => {
  const settlements = [
    { name: 'Far', position: [-12, 15] as Position },
    { name: 'Near', position: [-12.5, 15.5] as Position },
  ]
  expect(findNearSettlement({ settlements }, [-12.5, 15.51])).toEqual({ name: 'Near', distanceMetres: 1112 })
  expect(findNearSettlement({ settlements: [] }, [-12.5, 15.51])).toBeNull()
})
