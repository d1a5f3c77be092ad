import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import { buildRoadGraph } from './build-graph.ts'
import { edgeIdOf } from './graph.ts'
import { AT_HOME, allEdges, at, pointOn, road } from './road.fixture.ts'
import { findRoute } from './route.ts'
import type { RoadAddition } from './types.ts'

/** Two parallel roads of two kilometres, one kilometre apart, that nothing joins. */
const NORTH = road({ id: 1, u: 1, v: 2, lengthMetres: 2000, coordinates: [at(0, 1), at(2, 1)] })
const SOUTH = road({ id: 2, u: 3, v: 4, lengthMetres: 2000, coordinates: [at(0, 0), at(2, 0)] })

function addition(stated: Partial<RoadAddition> = {}): RoadAddition {
  return {
    id: 'new',
    highway: 'track',
    ground: null,
    name: null,
    iso3: 'MRT',
    validFrom: null,
    validUntil: null,
    coordinates: [at(1, 0.03), at(1, 0.97)],
    ...stated,
  }
}

function routeOver(additions: RoadAddition[], date: string | null = null) {
  const graph = buildRoadGraph({ edges: [NORTH, SOUTH], additions })
  const conditions = compileRoadState(graph, {
    date,
    vehicle: DEFAULT_VEHICLE,
    calendars: [],
    closures: [],
    edits: [],
  })
  const options = { ...AT_HOME, conditions, by: 'distance' as const }
  return findRoute(graph, pointOn(graph, 1, 0.1), pointOn(graph, 2, 0.1), options)
}

test('an added road joins the roads at its ends', () => {
  expect(routeOver([])).toBeNull()
  const route = routeOver([addition()])!
  expect(route.edgeIds).toEqual([1, 'edit:new', 2])
  expect(route.lengthMetres).toBeCloseTo(900 + 1000 + 900, -1)
})

test('an end that is far from every road stays free', () => {
  expect(routeOver([addition({ coordinates: [at(1, 0.2), at(1, 0.97)] })])).toBeNull()
})

test('it joins roads that it goes over, and another addition where both end', () => {
  const over = addition({ coordinates: [at(1, -0.5), at(1, 1.5)] })
  expect(routeOver([over])!.edgeIds).toEqual([1, 'edit:new', 2])
  const halves = [
    addition({ id: 'a', coordinates: [at(1, 0.03), at(1.2, 0.5)] }),
    addition({ id: 'b', coordinates: [at(1.2, 0.5), at(1, 0.97)] }),
  ]
  expect(routeOver(halves)!.edgeIds).toEqual([1, 'edit:b', 'edit:a', 2])
})

test('it is there from its first day to its last', () => {
  const dated = [addition({ validFrom: '2026-06-01', validUntil: '2026-12-31' })]
  expect(routeOver(dated, '2026-05-31')).toBeNull()
  expect(routeOver(dated, '2026-06-01')).not.toBeNull()
  expect(routeOver(dated, '2026-12-31')).not.toBeNull()
  expect(routeOver(dated, '2027-01-01')).toBeNull()
})

test('cutting roads for additions loses none of their length, and joins no road twice', () => {
  const place = fc.double({ min: -0.2, max: 2.2, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place, place, place), { maxLength: 5 }), (lines) => {
      const additions = lines
        .map(([a, b, c, d], i) => addition({ id: `e${i}`, coordinates: [at(a, b), at(c, d)] }))
        .filter(({ coordinates: [p, q] }) => p![0] !== q![0] || p![1] !== q![1])
      const graph = buildRoadGraph({ edges: [NORTH, SOUTH], additions })
      const metres = new Map<number | string, number>()
      for (const { id, lengthMetres } of allEdges(graph)) metres.set(id, (metres.get(id) ?? 0) + lengthMetres)
      expect(metres.get(1)).toBeCloseTo(2000, 2)
      expect(metres.get(2)).toBeCloseTo(2000, 2)
      for (let edge = 0; edge < graph.edgeCount; edge++) {
        expect(graph.edgeLengthMetres[edge]).toBeGreaterThan(0)
        expect(Number.isNaN(graph.edgeId[edge])).toBe(typeof edgeIdOf(graph, edge) === 'string')
      }
    }),
    { numRuns: 200 },
  )
})
