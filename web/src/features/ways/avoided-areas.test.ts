import { expect, test } from 'vitest'
import type { ShapePoint } from '../../map/shape.ts'
import { areaShapes, readAreas, writeAreas } from './avoided-areas.ts'

const AREAS: ShapePoint[][] = [
  [
    [-12.1, 15],
    [-12, 15],
    [-12, 15.1],
  ],
  [
    [-11.5, 15.25],
    [-11.4, 15.25],
    [-11.4, 15.3],
    [-11.5, 15.3],
  ],
]

test('areas of an address are written as they were read', () => {
  expect(writeAreas(AREAS)).toBe('-12.1,15;-12,15;-12,15.1|-11.5,15.25;-11.4,15.25;-11.4,15.3;-11.5,15.3')
  expect(readAreas(writeAreas(AREAS))).toEqual(AREAS)
  expect(writeAreas([])).toBeUndefined()
})

test('what is no area is left out', () => {
  expect(readAreas(undefined)).toEqual([])
  expect(readAreas('-12,15;-11,15|x,y;1,2;3|')).toEqual([])
})

test('an area is drawn as a closed ring', () => {
  const [feature] = areaShapes(AREAS).features
  expect(feature?.geometry).toEqual({ type: 'Polygon', coordinates: [[...AREAS[0]!, AREAS[0]![0]]] })
})
