import { expect, test } from 'vitest'
import { addPoint, drawnShape, type ShapePoint, shapeCentre, shapeGeometry, shapeOf } from './shape.ts'

const CORNERS: ShapePoint[] = [
  [0, 0],
  [4, 0],
  [4, 2],
  [0, 2],
]

test('a point moves to the click, a line and an area go on', () => {
  expect(addPoint('point', [[1, 1]], [2, 3])).toEqual([[2, 3]])
  expect(addPoint('line', [[1, 1]], [2.1234567, 3])).toEqual([
    [1, 1],
    [2.12346, 3],
  ])
})

test('a shape is none until it has its points', () => {
  expect(shapeGeometry('point', [])).toBeNull()
  expect(shapeGeometry('line', CORNERS.slice(0, 1))).toBeNull()
  expect(shapeGeometry('area', CORNERS.slice(0, 2))).toBeNull()
})

test.each(['point', 'line', 'area'] as const)('a drawn %s is drawn again from its geometry', (kind) => {
  const points = kind === 'point' ? CORNERS.slice(0, 1) : CORNERS
  const geometry = shapeGeometry(kind, points)
  expect(geometry && shapeOf(geometry)).toEqual({ kind, points })
})

test('the centre of an area is the mean of its corners, that of a line is on it', () => {
  expect(shapeCentre(shapeGeometry('area', CORNERS)!)).toEqual([2, 1])
  expect(shapeCentre(shapeGeometry('line', CORNERS)!)).toEqual([4, 2])
  expect(shapeCentre({ type: 'MultiPoint', coordinates: [] })).toBeNull()
})

test('while it is drawn, an area of two corners shows as a line', () => {
  const types = drawnShape('area', CORNERS.slice(0, 2)).features.map(({ geometry }) => geometry.type)
  expect(types).toEqual(['LineString', 'Point', 'Point'])
})
