import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sphericalLengthMetres } from '../geometry/distance.ts'
import { conditionsOf } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findReachedEdges } from './reached-edges.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { findReachTimes, secondsTo } from './travel-times.ts'
import type { SnappedPoint } from './types.ts'

/** Seconds for one kilometre of track. */
const KILOMETRE = 3600 / 20

const ring = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, coordinates: [at(1, 0), at(1, 1)] }),
    road({ id: 3, u: 3, v: 4, coordinates: [at(1, 1), at(0, 1)] }),
    road({ id: 4, u: 4, v: 1, coordinates: [at(0, 1), at(0, 0)] }),
    road({ id: 5, u: 3, v: 5, isOneway: true, coordinates: [at(1, 1), at(2, 1)] }),
  ],
})

function reachedMetres(starts: readonly SnappedPoint[], cutoffSeconds: number, bands = [cutoffSeconds]) {
  const times = findReachTimes(ring, starts, AT_HOME, cutoffSeconds)
  return findReachedEdges(ring, times, bands).reduce((sum, part) => sum + part.lengthMetres, 0)
}

test('from the middle of an edge both ways are reached, within the cutoff', () => {
  expect(reachedMetres([pointOn(ring, 1, 0.5)], 0.25 * KILOMETRE)).toBeCloseTo(500, 6)
  expect(reachedMetres([pointOn(ring, 1, 0.5)], 0.5 * KILOMETRE)).toBeCloseTo(1000, 6)
  expect(reachedMetres([pointOn(ring, 1, 0.5)], 1 * KILOMETRE)).toBeCloseTo(2000, 6)
})

test('where two ways meet nothing is counted twice', () => {
  // The far side of the ring is reached from both ends after 1.5 km; each half once.
  expect(reachedMetres([pointOn(ring, 1, 0.5)], 2 * KILOMETRE)).toBeCloseTo(4000 + 500, 6)
  expect(reachedMetres([pointOn(ring, 1, 0.5)], 20 * KILOMETRE)).toBeCloseTo(5000, 6)
})

test('a one-way edge is reached from its first node only', () => {
  const times = findReachTimes(ring, [pointOn(ring, 5, 0.5)], AT_HOME, KILOMETRE)
  const reached = findReachedEdges(ring, times)
  expect(reached).toHaveLength(1)
  expect(reached[0]).toMatchObject({ edgeId: 5, fromSeconds: 0 })
  expect(reached[0]!.lengthMetres).toBeCloseTo(500, 6)
})

test('bands share the reached length without gap or overlap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.double({ min: 0.05, max: 4, noNaN: true }), { minLength: 1, maxLength: 4 }),
      (id, fraction, kilometres) => {
        const bands = kilometres.map((km) => km * KILOMETRE)
        const cutoff = Math.max(...bands)
        const start = [pointOn(ring, id, fraction)]
        expect(reachedMetres(start, cutoff, bands)).toBeCloseTo(reachedMetres(start, cutoff), 3)
      },
    ),
  )
})

test('each part arrives within its band, and its line is as long as it says', () => {
  const bands = [0.3, 0.9, 1.7].map((km) => km * KILOMETRE)
  const times = findReachTimes(ring, [pointOn(ring, 2, 0.3)], AT_HOME, bands[2]!)
  for (const part of findReachedEdges(ring, times, bands)) {
    expect(part.fromSeconds).toBeLessThanOrEqual(part.toSeconds)
    expect(part.toSeconds).toBeLessThanOrEqual(part.bandSeconds)
    expect(bands).toContain(part.bandSeconds)
    expect(Math.abs(sphericalLengthMetres(part.coordinates) - part.lengthMetres)).toBeLessThan(5)
  }
})

test('the nearest of several starts counts', () => {
  const both = [pointOn(ring, 1, 0), pointOn(ring, 3, 0)]
  const times = findReachTimes(ring, both, AT_HOME)
  expect(secondsTo(ring, times, pointOn(ring, 1, 0.25))).toBeCloseTo(0.25 * KILOMETRE, 6)
  expect(secondsTo(ring, times, pointOn(ring, 3, 0.25))).toBeCloseTo(0.25 * KILOMETRE, 6)
})

test('a point beyond the cutoff is not reached', () => {
  const times = findReachTimes(ring, [pointOn(ring, 1, 0)], AT_HOME, 0.5 * KILOMETRE)
  expect(secondsTo(ring, times, pointOn(ring, 1, 0.5))).toBeCloseTo(0.5 * KILOMETRE, 6)
  expect(secondsTo(ring, times, pointOn(ring, 1, 0.6))).toBe(Infinity)
  expect(secondsTo(ring, times, pointOn(ring, 3, 0.5))).toBe(Infinity)
})

test('a road behind a forbidden turn is reached by those who may turn into it', () => {
  // From edge 1 one may not turn right into edge 3; straight on along edge 2 one may.
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 2, v: 3, coordinates: [at(1, 0), at(2, 0)] }),
      road({ id: 3, u: 2, v: 4, coordinates: [at(1, 0), at(1, -1)] }),
    ],
    restrictions: [{ fromEdge: 1, viaNode: 2, toEdge: 3, modes: 1 }],
  })
  const times = findReachTimes(graph, [pointOn(graph, 1, 0)], AT_HOME, 1.5 * KILOMETRE)
  const reached = findReachedEdges(graph, times).map(({ edgeId, lengthMetres }) => [edgeId, lengthMetres])
  expect(reached).toEqual([
    [1, 1000],
    [2, 500],
  ])
})

test('behind a cut nothing is reached, also without a cutoff', () => {
  const graph = buildRoadGraph({ edges: [road({ id: 1, coordinates: [at(0, 0), at(1, 0)] })] })
  const conditions = { ...conditionsOf(graph, AT_HOME), cuts: new Map([[0, [[0.4, 0.5]] as const]]) }
  const times = findReachTimes(graph, [pointOn(graph, 1, 0)], { ...AT_HOME, conditions })
  expect(findReachedEdges(graph, times).map(({ lengthMetres }) => lengthMetres)).toEqual([400])
})
