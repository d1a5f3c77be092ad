import type { Coverage } from '@borne/api/contracts/coverage'
import { expect, test } from 'vitest'
import type { CourseSegment } from './border-course.ts'
import { coverageRows, coverageToGeoJson } from './coverage-export.ts'

const WORDS = { title: 'Couverture Gouraye, 1 h', remarks: ['DÉMONSTRATION : données fictives.'] }
const COURSE: CourseSegment[] = [
  {
    segmentId: 'a',
    startMetres: 0,
    lengthMetres: 100,
    line: [
      [-12, 15],
      [-11.999, 15],
    ],
    at: [0, 100],
  },
]
const RANGE = { known: 400, low: 300, high: 500, unknownCount: 1, knownCount: 1 }

const coverage = {
  posts: [{ postId: 'p', name: 'Gouraye' }],
  minutes: 60,
  access: { maxMetres: 2000, kmh: null },
  bands: [30, 60],
  borderMetres: 100,
  reachedBorderMetres: 50,
  geometryVersion: 'v1',
  drawnToMetres: 1,
  segments: [{ segmentId: 'a', name: 'Ghabou', neighbour: 'SEN', lengthMetres: 100, reachedMetres: 50 }],
  gaps: [
    {
      segmentId: 'a',
      fromMetres: 50,
      toMetres: 100,
      lengthMetres: 50,
      coordinates: [
        [-11.9995, 15],
        [-11.999, 15],
      ],
      nearest: { postId: 'p', seconds: 3700 },
      settlements: [{ id: 's', name: 'Diogountourou', distanceMetres: 900 }],
    },
  ],
  profiles: [
    {
      segmentId: 'a',
      atMetres: [25, 75],
      p50Seconds: [1200, 3700],
      p90Seconds: [1500, 5000],
      postIndexes: [0, 0],
    },
  ],
  catchments: [
    { postId: 'p', borderMetres: 100, reachedBorderMetres: 50, population: RANGE, medianSeconds: 2400 },
  ],
  crossings: [
    {
      id: 'c',
      name: '=piste',
      byFerry: false,
      position: [-12, 15],
      seconds: null,
      postId: null,
      isWatched: false,
    },
  ],
  settlements: [
    { id: 's', name: 'Ghabou', place: 'town', seconds: 90, population: null, position: [-12.1, 15] },
  ],
  roads: { type: 'FeatureCollection', features: [] },
  attribution: '© OpenStreetMap',
} as unknown as Coverage

test('the table has a row for each thing, with remarks and attribution last', () => {
  const rows = coverageRows(coverage, WORDS)
  const cell = (row: number, column: string) => rows[row]![rows[0]!.indexOf(column)]
  expect(rows.slice(1).map(([kind]) => kind)).toEqual([
    'border-segment',
    'gap',
    'post',
    'crossing',
    'settlement',
    'note',
    'note',
    'note',
  ])
  expect(cell(2, 'post')).toBe('Gouraye')
  expect(cell(2, 'minutes')).toBe(61.7)
  expect(cell(4, 'minutes')).toBeNull()
  expect(cell(5, 'population')).toBeNull()
  expect(rows.at(-1)).toEqual(['note', null, '© OpenStreetMap'])
})

test('the map file cuts the border by class and keeps the gaps apart', () => {
  const file = JSON.parse(coverageToGeoJson(coverage, COURSE, WORDS))
  const told = file.features.map(({ properties }: { properties: Record<string, unknown> }) => properties)
  expect(told.filter(({ kind }: { kind: string }) => kind === 'border')).toEqual([
    {
      kind: 'border',
      segmentId: 'a',
      fromMetres: 0,
      toMetres: 50,
      withinMinutes: 30,
      soonestPost: 'Gouraye',
    },
    {
      kind: 'border',
      segmentId: 'a',
      fromMetres: 50,
      toMetres: 100,
      withinMinutes: null,
      soonestPost: 'Gouraye',
    },
  ])
  expect(told.find(({ kind }: { kind: string }) => kind === 'gap')).toMatchObject({
    nearestPost: 'Gouraye',
    nearSettlements: ['Diogountourou'],
  })
  expect(file.attribution).toBe('© OpenStreetMap')
  expect(file.remarks).toEqual(WORDS.remarks)
})
