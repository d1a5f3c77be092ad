import { expect, test } from 'vitest'
import { edgeSeconds, isUsable, weighArcs } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { ABROAD_TOO, AT_HOME, at, road } from './road.fixture.ts'
import { FERRY_KMH, FERRY_WAIT_SECONDS, speedKmh } from './speeds.ts'

const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'ferry', lengthMetres: 300, coordinates: [at(1, 0), at(1, 1)] }),
    road({ id: 3, u: 3, v: 4, highway: 'ferry', lengthMetres: 200, coordinates: [at(1, 1), at(1, 2)] }),
    road({ id: 4, u: 4, v: 5, iso3: 'SEN', coordinates: [at(1, 2), at(2, 2)] }),
    road({ id: 5, u: 1, v: 6, grade: 'documented', coordinates: [at(0, 0), at(0, 1)] }),
    road({ id: 6, u: 5, v: 7, iso3: null, coordinates: [at(2, 2), at(3, 2)] }),
  ],
})
const usable = (options: typeof AT_HOME) =>
  graph.edges.flatMap((edge) => (isUsable(edge, options) ? [edge.id] : []))

test('without the permission to cross, a way stays in Mauritania and off ferries', () => {
  expect(usable(AT_HOME)).toEqual([1, 5])
  expect(usable(ABROAD_TOO)).toEqual([1, 2, 3, 4, 5, 6])
})

test('documented roads can be left out', () => {
  expect(usable({ ...AT_HOME, allowDocumented: false })).toEqual([1])
})

test('gaps are let through up to the asked length of the gap', () => {
  const gap = { ...graph.edges[0]!, grade: 'presumed' as const, gapMetres: 1500, lengthMetres: 1700 }
  expect(isUsable(gap, AT_HOME)).toBe(false)
  expect(isUsable(gap, { ...AT_HOME, allowPresumed: true })).toBe(true)
  expect(isUsable(gap, { ...AT_HOME, allowPresumed: true, maxPresumedMetres: 1500 })).toBe(true)
  expect(isUsable(gap, { ...AT_HOME, allowPresumed: true, maxPresumedMetres: 1499 })).toBe(false)
})

test('a ferry drawn in two stretches is waited for once', () => {
  const seconds = edgeSeconds(graph)
  const crossing = seconds[1]! + seconds[2]!
  expect(crossing).toBeCloseTo(FERRY_WAIT_SECONDS + (500 * 3.6) / FERRY_KMH, 6)
})

test('closed arcs cost infinity, open ones their time and length', () => {
  const costs = weighArcs(graph, AT_HOME)
  graph.arcEdge.forEach((edge, arc) => {
    const isOpen = isUsable(graph.edges[edge]!, AT_HOME)
    expect(costs.metres[arc]).toBe(isOpen ? graph.edges[edge]!.lengthMetres : Infinity)
    expect(costs.seconds[arc]).toBe(isOpen ? (1000 * 3.6) / speedKmh(graph.edges[edge]!) : Infinity)
  })
})

test('many sets of permissions are weighed rightly one after the other', () => {
  for (let round = 0; round < 2; round++) {
    for (let metres = 100; metres < 3000; metres += 100) {
      const costs = weighArcs(graph, { ...AT_HOME, allowPresumed: true, maxPresumedMetres: metres })
      expect([...costs.metres].filter((cost) => cost < Infinity)).toHaveLength(4)
    }
    expect([...weighArcs(graph, ABROAD_TOO).metres].every((cost) => cost < Infinity)).toBe(true)
  }
})

test('documented and presumed stretches are slower than the roads of their class', () => {
  const mapped = { highway: 'unclassified', isFerry: false, grade: 'mapped' as const }
  expect(speedKmh({ ...mapped, grade: 'documented' })).toBeLessThan(speedKmh(mapped))
  expect(speedKmh({ ...mapped, grade: 'presumed' })).toBeLessThan(speedKmh({ ...mapped, highway: 'track' }))
})
