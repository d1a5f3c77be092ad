import type { Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { boundaryLines } from './boundary-lines.ts'
import type { SourceFeature } from './geodata-files.ts'

const unit = (name: string, parent: string, ring: Position[]): SourceFeature<Polygon> => ({
  type: 'Feature',
  properties: { name, parent },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const square = (x: number): Position[] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 1],
  [x, 0],
]

test('draws the line between neighbours once, at its level, and not the outer rim', () => {
  const units = [unit('a', 'north', square(0)), unit('b', 'north', square(1)), unit('c', 'south', square(2))]
  const lines = boundaryLines(units, (one, other) =>
    one.properties.parent === other.properties.parent ? 3 : 2,
  )
  expect(lines).toEqual([
    {
      level: 3,
      lines: [
        [
          [1, 1],
          [1, 0],
        ],
      ],
    },
    {
      level: 2,
      lines: [
        [
          [2, 1],
          [2, 0],
        ],
      ],
    },
  ])
})
