import { expect, test } from 'vitest'
import { sphericalMetres } from '../geometry/distance.ts'
import { geodesicLengthMetres } from '../geometry/geodesic.ts'
import type { Position } from '../geometry/position.ts'
import { bundledCoverage } from './coverage.fixture.ts'
import { sampleBorder } from './sample-border.ts'

/** Due east along 15° N, then north; of 1 075.6 m and 55.3 m. */
const LINE: Position[] = [
  [-12, 15],
  [-11.99, 15],
  [-11.99, 15.0005],
]

test('a line is cut into equal pieces of at most 50 m between its positions', () => {
  const { segments, metres, fromMetres, toMetres, starts, ends } = sampleBorder([
    { id: 'a', coordinates: LINE },
  ])
  expect(metres).toHaveLength(22 + 2)
  expect(Math.max(...metres)).toBeLessThanOrEqual(50)
  expect(segments[0]!.lengthMetres).toBeCloseTo(geodesicLengthMetres(LINE), 6)
  expect(metres.reduce((sum, length) => sum + length, 0)).toBeCloseTo(segments[0]!.lengthMetres, 6)
  expect(fromMetres[0]).toBe(0)
  expect(toMetres.at(-1)).toBe(segments[0]!.lengthMetres)
  expect([...fromMetres.slice(1)]).toEqual([...toMetres.slice(0, -1)])
  expect(starts[0]).toEqual(LINE[0])
  expect(ends.at(-1)).toEqual(LINE[2])
})

test('a segment without vertices has no piece and is named; the others are measured', () => {
  const samples = sampleBorder([
    { id: 'none', coordinates: [] },
    { id: 'point', coordinates: [[-12, 15]] },
    { id: 'a', coordinates: LINE },
  ])
  expect(samples.skippedSegmentIds).toEqual(['none', 'point'])
  expect(samples.segments.map(({ count }) => count)).toEqual([0, 0, 24])
  expect(samples.segments[2]!.first).toBe(0)
})

test.each([
  ['mrt-sen', 80.7, 80.6],
  ['mrt-mli', 181.7, 181.3],
])('the border of Guidimakha, %s, is as long as SOURCES.md says', async (border, onSphere, onEllipsoid) => {
  const { borders } = await bundledCoverage()
  const lines = borders.filter((segment) => segment.inGuidimakha && segment.border === border)
  const { starts, ends, segments } = sampleBorder(lines)
  const spherical = starts.reduce((sum, start, i) => sum + sphericalMetres(start, ends[i]!), 0)
  const geodesic = segments.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)
  expect(Math.abs(spherical / 1000 / onSphere - 1)).toBeLessThan(0.001)
  expect(Math.abs(geodesic / 1000 / onEllipsoid - 1)).toBeLessThan(0.001)
})
