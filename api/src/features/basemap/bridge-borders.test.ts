import type { Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { bridgeBorders } from './bridge-borders.ts'
import type { SourceFeature } from './geodata-files.ts'

const country = (ring: Position[]): SourceFeature<Polygon> => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [ring] },
})

test('where two outlines of one border differ, the first one is drawn, and coasts are not', () => {
  const west = country([
    [1, 0],
    [1.02, 0.1],
    [1, 0.2],
    [0, 0.2],
    [0, 0],
    [1, 0],
  ])
  const east = country([
    [1, 0],
    [2, 0],
    [2, 0.2],
    [1, 0.2],
    [0.98, 0.1],
    [1, 0],
  ])
  expect(bridgeBorders([west, east])).toEqual([
    [
      [1, 0],
      [1.02, 0.1],
      [1, 0.2],
    ],
  ])
})
