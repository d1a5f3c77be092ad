import { expect, test } from 'vitest'
import { buildRoadGraph } from './build-graph.ts'
import { ABROAD_TOO, AT_HOME, at, road } from './road.fixture.ts'
import { snapToRoad } from './snap.ts'

const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, lengthMetres: 2000, coordinates: [at(0, 0), at(1, 0), at(1, 1)] }),
    road({ id: 2, u: 3, v: 4, iso3: 'SEN', coordinates: [at(0, -0.2), at(1, -0.2)] }),
    road({ id: 3, u: 2, v: 5, highway: 'ferry', coordinates: [at(1, 1), at(1, 2)] }),
    road({ id: 4, u: 2, v: 6, grade: 'documented', coordinates: [at(1, 1), at(4, 1)] }),
  ],
})

test('tells the place on the road, the share of its length, and how far off it is', () => {
  const snapped = snapToRoad(graph, at(1.3, 0.5), AT_HOME)!
  expect(snapped.edgeId).toBe(1)
  expect(snapped.fraction).toBeCloseTo(0.75, 3)
  expect(snapped.offRoadMetres).toBeCloseTo(300, -1)
  expect(snapped.snappedPosition[0]).toBeCloseTo(at(1, 0.5)[0], 6)
})

test('a road abroad is taken only when crossing is allowed', () => {
  expect(snapToRoad(graph, at(0.5, -0.18), AT_HOME)!.edgeId).toBe(1)
  expect(snapToRoad(graph, at(0.5, -0.18), ABROAD_TOO)!.edgeId).toBe(2)
})

test('neither a ferry nor a road of unknown course is snapped to', () => {
  expect(snapToRoad(graph, at(1, 1.9), ABROAD_TOO)!.edgeId).toBe(1)
  expect(snapToRoad(graph, at(3, 1), ABROAD_TOO)!.edgeId).toBe(1)
})

test('nothing within the radius is null', () => {
  expect(snapToRoad(graph, at(0, 9), AT_HOME)).toBeNull()
  expect(snapToRoad(graph, at(0, 9), AT_HOME, 10_000)!.offRoadMetres).toBeGreaterThan(5_000)
  expect(snapToRoad(buildRoadGraph({ edges: [] }), at(0, 0), AT_HOME)).toBeNull()
})

test('at both ends the fraction is whole', () => {
  expect(snapToRoad(graph, at(-0.5, 0), AT_HOME)!.fraction).toBe(0)
  expect(snapToRoad(graph, at(1, 1.2), AT_HOME)!.fraction).toBe(1)
})
