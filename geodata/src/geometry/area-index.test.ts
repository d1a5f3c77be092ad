import { booleanPointInPolygon, multiPolygon, point } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexAreas } from './area-index.ts'
import type { Position } from './position.ts'

const SQUARE: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]
const HOLE: Position[] = [
  [0.4, 0.4],
  [0.6, 0.4],
  [0.6, 0.6],
  [0.4, 0.6],
  [0.4, 0.4],
]

test('a position is in the first area that holds it, and in none in a hole or outside', () => {
  const find = indexAreas([
    { name: 'A', polygons: [[SQUARE, HOLE]] },
    { name: 'B', polygons: [[SQUARE.map(([x, y]): Position => [x + 0.5, y])]] },
  ])
  expect(find([0.2, 0.2])).toBe('A')
  expect(find([0.45, 0.5])).toBeNull()
  expect(find([0.55, 0.5])).toBe('B')
  expect(find([0.7, 0.7])).toBe('A')
  expect(find([1.2, 0.999])).toBe('B')
  expect(find([5, 5])).toBeNull()
  expect(indexAreas([{ name: 'none', polygons: [] }])([0, 0])).toBeNull()
})

const coordinate = fc.double({ min: -2, max: 2, noNaN: true })

test('agrees with turf', () => {
  const ring = fc
    .array(fc.double({ min: 0.2, max: 1.8, noNaN: true }), { minLength: 3, maxLength: 30 })
    .map((radii) => {
      const corners = radii.map((radius, i): Position => {
        const angle = (i / radii.length) * 2 * Math.PI
        return [radius * Math.cos(angle), radius * Math.sin(angle)]
      })
      return [...corners, corners[0]!]
    })
  fc.assert(
    fc.property(ring, fc.array(fc.tuple(coordinate, coordinate), { minLength: 20 }), (outer, positions) => {
      const find = indexAreas([{ name: 'A', polygons: [[outer]] }])
      for (const position of positions) {
        const isIn = booleanPointInPolygon(point(position), multiPolygon([[outer]]), { ignoreBoundary: true })
        expect(find(position) === 'A').toBe(isIn)
      }
    }),
  )
})
