import { expect, test } from 'vitest'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import { conditionsOf, isPermitted, weighArcs } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { edgeIdOf } from './graph.ts'
import { ABROAD_TOO, AT_HOME, at, road } from './road.fixture.ts'
import { CLOSED } from './shortest-path.ts'

const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'ferry', lengthMetres: 300, coordinates: [at(1, 0), at(1, 1)] }),
    road({ id: 3, u: 3, v: 4, highway: 'ferry', lengthMetres: 200, coordinates: [at(1, 1), at(1, 2)] }),
    road({ id: 4, u: 4, v: 5, iso3: 'SEN', coordinates: [at(1, 2), at(2, 2)] }),
    road({
      id: 5,
      u: 1,
      v: 6,
      grade: 'documented',
      highway: 'unclassified',
      coordinates: [at(0, 0), at(0, 1)],
    }),
    road({ id: 6, u: 5, v: 7, iso3: null, coordinates: [at(2, 2), at(3, 2)] }),
  ],
  gaps: [{ id: 'g', lengthMetres: 1500, roadA: 1, roadB: 5, coordinates: [at(1, 0), at(0, 1)] }],
})
const permitted = (options: typeof AT_HOME) =>
  Array.from({ length: graph.edgeCount }, (_, edge) => edge).flatMap((edge) =>
    isPermitted(graph, edge, options) ? [edgeIdOf(graph, edge)] : [],
  )

test('without the permission to cross, a way stays in Mauritania and off ferries', () => {
  expect(permitted(AT_HOME)).toEqual([1, 5])
  expect(permitted(ABROAD_TOO)).toEqual([1, 2, 3, 4, 5, 6])
})

test('documented roads can be left out', () => {
  expect(permitted({ ...AT_HOME, allowDocumented: false })).toEqual([1])
})

test('gaps are let through up to the asked length of the gap', () => {
  const withGaps = { ...AT_HOME, allowPresumed: true }
  expect(permitted(withGaps)).toEqual([1, 5, 'g'])
  expect(permitted({ ...withGaps, maxPresumedMetres: 1500 })).toEqual([1, 5, 'g'])
  expect(permitted({ ...withGaps, maxPresumedMetres: 1499 })).toEqual([1, 5])
})

test('a ferry drawn in two stretches is waited for once', () => {
  const { edgeCentiseconds } = conditionsOf(graph, ABROAD_TOO)
  const { kmh, waitMinutes } = DEFAULT_VEHICLE.ferry!
  const crossing = edgeCentiseconds[1]! + edgeCentiseconds[2]!
  expect(crossing).toBe(Math.round(waitMinutes * 6000 + (500 * 360) / kmh))
})

test('closed arcs cost CLOSED, open ones their time and length in whole hundredths', () => {
  const costs = weighArcs(graph, AT_HOME)
  const kmhById = new Map<number | string, number>([
    [1, 20],
    [5, 20],
  ])
  graph.arcEdge.forEach((edge, arc) => {
    const kmh = kmhById.get(edgeIdOf(graph, edge))
    expect(costs.centimetres[arc]).toBe(kmh ? 100_000 : CLOSED)
    expect(costs.centiseconds[arc]).toBe(kmh ? (1000 * 360) / kmh : CLOSED)
  })
})

test('many sets of permissions are weighed rightly one after the other', () => {
  for (let round = 0; round < 2; round++) {
    for (let metres = 100; metres < 3000; metres += 100) {
      const costs = weighArcs(graph, { ...AT_HOME, allowPresumed: true, maxPresumedMetres: metres })
      const open = [...costs.centimetres].filter((cost) => cost < CLOSED)
      expect(open).toHaveLength(metres < 1500 ? 4 : 6)
    }
    const costs = weighArcs(graph, ABROAD_TOO)
    expect([...costs.centimetres].filter((cost) => cost < CLOSED)).toHaveLength(12)
  }
})

test('documented and presumed stretches are slower than the roads of their class', () => {
  const { edgeCentiseconds } = conditionsOf(graph, AT_HOME)
  const kmhOf = (edge: number) => (graph.edgeLengthMetres[edge]! * 360) / edgeCentiseconds[edge]!
  expect(kmhOf(4)).toBeLessThan(DEFAULT_VEHICLE.kmhByHighway.unclassified!)
  expect(kmhOf(6)).toBeLessThan(kmhOf(0))
})
