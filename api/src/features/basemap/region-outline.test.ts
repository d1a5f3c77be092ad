import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { regionOutline, simplify } from './region-outline.ts'

const METRE = 1 / 111_320

test('follows the border where the wilaya touches it, and the wilaya inland', () => {
  const border: Position[][] = [
    [
      [0, 0],
      [0.5, 0.02],
    ],
    [
      [0.5, 0.02],
      [1, 0],
    ],
  ]
  const wilaya = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0.001, 0.001],
        [0.5, 0.005],
        [0.999, 0.001],
        [1, 1],
        [0, 1],
        [0.001, 0.001],
      ],
    ],
  }
  const ring = regionOutline(border, wilaya)
  expect(ring[0]).toEqual(ring.at(-1))
  expect(ring).toContainEqual([0.5, 0.02])
  expect(ring).not.toContainEqual([0.5, 0.005])
  expect(ring).toContainEqual([1, 1])
  expect(ring).toContainEqual([0, 1])
})

test('drops what lies within the tolerance and keeps what does not', () => {
  const line: Position[] = [
    [0, 0],
    [100 * METRE, 10 * METRE],
    [200 * METRE, 0],
    [300 * METRE, 40 * METRE],
    [400 * METRE, 0],
  ]
  expect(simplify(line, 15)).toEqual([line[0], line[2], line[3], line[4]])
  expect(simplify(line, 5)).toEqual(line)
})
