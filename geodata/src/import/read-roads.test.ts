import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { readDocumentedRoads } from './read-documented-roads.ts'
import { readRoadGaps } from './read-road-gaps.ts'
import { readRoads } from './read-roads.ts'

const LINE: Position[] = [
  [-12, 15],
  [-11.99, 15],
]
const ROAD = { id: 1, u: 1, v: 2, highway: 'track', len_m: 1074, iso3: 'MRT' }
const line = (properties: Record<string, unknown>, coordinates: unknown = LINE) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
})
const fileOf = (...features: unknown[]) => ({
  fileName: 'roads.geojson',
  sha256: '',
  text: JSON.stringify({ type: 'FeatureCollection', features }),
})

test('a row is read with its defaults', () => {
  const nodes = new Map<number, Position>()
  const { rows, rejected } = readRoads(fileOf(line({ ...ROAD, brunnel: 'ford', gui: 1, oneway: 1 })), nodes)
  expect(rejected).toEqual([])
  expect(rows).toEqual([
    {
      id: 1,
      u: 1,
      v: 2,
      highway: 'track',
      lengthMetres: 1074,
      isOneway: true,
      isFerry: false,
      structure: 'ford',
      grade: 'mapped',
      iso3: 'MRT',
      component: 0,
      isInGuidimakha: true,
      name: null,
      ref: null,
      coordinates: LINE,
    },
  ])
  expect([...nodes.keys()]).toEqual([1, 2])
})

test('rows that cannot be part of a network are left out, each with its number and reason', () => {
  const { rows, rejected, rowsRead } = readRoads(
    fileOf(
      line(ROAD),
      line({ ...ROAD, id: 2, highway: 'raceway' }),
      line({ ...ROAD, id: 3, len_m: 0 }),
      line({ ...ROAD, id: 4, u: 2, v: 3 }),
      line({ ...ROAD, id: 1, u: 5, v: 6 }),
      line({ ...ROAD, id: 6, u: undefined }),
      line({ ...ROAD, id: 7, len_m: 'long' }),
      line({ ...ROAD, id: 8, u: 8, v: 9 }, [[-12, 15]]),
      line({ ...ROAD, id: 9, u: 8, v: 9 }, [
        [-12, 15],
        [15, -120],
      ]),
      { type: 'Feature', properties: { ...ROAD, id: 10 }, geometry: null },
      {
        type: 'Feature',
        properties: { ...ROAD, id: 11 },
        geometry: { type: 'Point', coordinates: [-12, 15] },
      },
      line({ ...ROAD, id: 12, u: 8, v: 9, brunnel: 'stairs' }),
    ),
    new Map(),
  )
  expect(rows.map((row) => row.id)).toEqual([1])
  expect(rowsRead).toBe(12)
  expect(rejected.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
    [2, 'unknown-class'],
    [3, 'zero-length'],
    [4, 'dangling-node'],
    [5, 'duplicate-id'],
    [6, 'field-missing'],
    [7, 'field-kind'],
    [8, 'zero-length'],
    [9, 'position-outside-world'],
    [10, 'geometry-missing'],
    [11, 'geometry-kind'],
    [12, 'field-kind'],
  ])
  expect(rejected[2]!.detail).toMatch(/node 2 is 1\d{3} m away/)
})

test('a file of another kind is refused as a whole, naming the fields', () => {
  expect(() => readRoads(fileOf(line({ id: 1, highway: 'track' })), new Map())).toThrow(/u, v, len_m/)
})

test('a documented road is tied to the nearest nodes and keeps its published length', () => {
  const nodes = new Map<number, Position>([
    [7, [-12.001, 15]],
    [8, [-11.9, 15]],
    [9, [-11.99, 15.001]],
  ])
  const stated = { from: 'A', to: 'B', length_m: 51_000, source: 'somewhere', note: 'works' }
  const { rows, rejected } = readDocumentedRoads(
    fileOf(
      line({ ...stated, id: 'k01' }),
      line({ ...stated, id: 'k02' }, [
        [-12, 16],
        [-12, 15],
      ]),
    ),
    nodes,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ u: 7, v: 9, lengthMetres: 51_000, grade: 'documented', name: 'A – B' })
  expect(rows[0]!.coordinates).toEqual([nodes.get(7), ...LINE, nodes.get(9)])
  expect(rejected).toMatchObject([{ rowNumber: 2, reason: 'dangling-node' }])
})

test('a gap that is not marked synthetic, or names an unknown road, is left out', () => {
  const stated = { id: 'g1', kind: 'detour', synthetic: true, gap_m: 1074, road_a: 1, road_b: 2 }
  const { rows, rejected } = readRoadGaps(
    fileOf(
      line(stated),
      line({ ...stated, id: 'g2', synthetic: false }),
      line({ ...stated, id: 'g3', road_b: 3 }),
      line({ ...stated, id: 'g4', kind: 'hole' }),
    ),
    new Set([1, 2]),
  )
  expect(rows.map((row) => row.id)).toEqual(['g1'])
  expect(rejected.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
    [2, 'field-kind'],
    [3, 'unknown-edge'],
    [4, 'field-kind'],
  ])
})
