import { expect, test } from 'vitest'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import type { LearnedSpeed } from '../road-state/types.ts'
import { arrivalRange } from './arrival-range.ts'
import { buildRoadGraph } from './build-graph.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { findRoute } from './route.ts'

const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'secondary', coordinates: [at(1, 0), at(2, 0)] }),
  ],
})

function rangeOf(learned?: ReadonlyMap<number, LearnedSpeed>, toEdge = 2) {
  const state = { date: null, vehicle: DEFAULT_VEHICLE, calendars: [], closures: [], edits: [] }
  const conditions = compileRoadState(graph, learned ? { ...state, learned } : state)
  const route = findRoute(graph, pointOn(graph, 1, 0), pointOn(graph, toEdge, 1), {
    ...AT_HOME,
    conditions,
    by: 'time',
  })!
  return { route, range: arrivalRange(graph, conditions, route.passages) }
}

test('one stretch of a track: exp(1.2816 × 0.35) times the usual time', () => {
  const { route, range } = rangeOf(undefined, 1)
  expect(range.p50Seconds).toBeCloseTo(route.seconds, 6)
  expect(range.p90Seconds / range.p50Seconds).toBeCloseTo(1.566, 3)
  expect([range.taughtShare, range.leastPassages]).toEqual([0, 0])
})

test('passages tell how sure it is, and how many they are', () => {
  const { range } = rangeOf(new Map([[0, { logFactor: 0, logSpread: 0.1, passages: 4 }]]))
  expect(range.leastPassages).toBe(4)
  expect(range.taughtShare).toBeCloseTo(0.5, 6)
  expect(range.p90Seconds).toBeLessThan(rangeOf().range.p90Seconds)
  expect(range.p90Seconds).toBeGreaterThan(range.p50Seconds)
})
