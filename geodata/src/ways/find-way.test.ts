import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import type { RoadEdgeRecord, RouteOptions } from '../road-network/types.ts'
import { findWay as findWayOf } from './find-way.ts'
import type { PlacedStop, WayNetwork } from './types.ts'

/*
 * West to east along 15° N, every letter 0.1° apart; the border runs along 14.95° N:
 *   A ──track── B   ·gap 2 km·   C ──track── D      home
 *   =========== border ===========
 *   a ───────────road─────────── d                  abroad, ferries A–a and D–d
 */
const A: Position = [-12, 15]
const B: Position = [-11.9, 15]
const C: Position = [-11.88, 15]
const D: Position = [-11.8, 15]
const a: Position = [-12, 14.9]
const d: Position = [-11.8, 14.9]
const NODES = [A, B, C, D, a, d]
const BORDER: Position[] = [
  [-13, 14.95],
  [-11, 14.95],
]

function edge(id: number, from: Position, to: Position, facts: Partial<RoadEdgeRecord> = {}): RoadEdgeRecord {
  return {
    id,
    u: NODES.indexOf(from),
    v: NODES.indexOf(to),
    highway: 'track',
    lengthMetres: 10_000,
    isOneway: false,
    isFerry: false,
    structure: null,
    grade: 'mapped',
    iso3: 'MRT',
    coordinates: [from, to],
    ...facts,
  }
}

const ferry = { highway: 'ferry', isFerry: true, iso3: null }
const NETWORK: WayNetwork = {
  graph: buildRoadGraph({
    edges: [
      edge(1, A, B),
      edge(2, C, D),
      edge(3, A, a, ferry),
      edge(4, a, d, { highway: 'primary', iso3: 'SEN', lengthMetres: 20_000 }),
      edge(5, d, D, ferry),
    ],
    gaps: [{ id: 'g1', lengthMetres: 2150, roadA: 1, roadB: 2, coordinates: [B, C] }],
    borders: [BORDER],
  }),
  borders: [
    {
      id: 'mrt-sen-1',
      border: 'mrt-sen',
      name: 'River',
      neighbour: 'SEN',
      moughataa: null,
      inGuidimakha: true,
      geometryVersion: 'test',
      coordinates: BORDER,
    },
  ],
  settlements: [
    {
      id: 's1',
      name: 'Hole',
      nameAr: null,
      place: 'hamlet',
      population: null,
      iso3: 'MRT',
      position: [-11.89, 15.01],
    },
  ],
}
const HOME: RouteOptions = {
  by: 'time',
  allowCrossing: false,
  allowDocumented: true,
  allowPresumed: false,
  maxPresumedMetres: 1000,
}

function point(position: Position): PlacedStop {
  return {
    postId: null,
    name: null,
    position,
    isPositionUnconfirmed: false,
    uncertaintyMetres: null,
    isDemonstration: false,
  }
}

function findWay(network: WayNetwork, stops: PlacedStop[], options: RouteOptions) {
  const conditions = conditionsOf(network.graph, options)
  const question = { network, options: { ...options, conditions }, state: null }
  return findWayOf(question, stops, { by: options.by, alternatives: false, byPirogue: null })
}

test('a hole of the map is named, and just enough to bridge it is offered, before the way abroad', () => {
  const { legs, lengthMetres } = findWay(NETWORK, [point(A), point(D)], HOME)
  expect(lengthMetres).toBeNull()
  const noWay = legs[0]?.noWay
  expect(noWay?.smallestGap).toMatchObject({ lengthMetres: 2150, nearSettlement: 'Hole' })
  expect(noWay?.offers.map(({ allow, presumedMetres }) => [allow, presumedMetres])).toEqual([
    [['presumed'], 2500],
    [['crossing'], null],
  ])
})

test('the offered connector is taken once it is allowed, and counted apart', () => {
  const options = { ...HOME, allowPresumed: true, maxPresumedMetres: 2500 }
  const way = findWay(NETWORK, [point(A), point(D)], options)
  expect(way.byGrade?.mapped.lengthMetres).toBeCloseTo(20_000)
  expect(way.byGrade?.presumed.lengthMetres).toBeGreaterThan(2000)
  expect(way.pieces.features.map(({ properties }) => properties.grade)).toEqual([
    'mapped',
    'presumed',
    'mapped',
  ])
  expect(way.crossingCount).toBe(0)
})

test('the way abroad says where it leaves and comes back', () => {
  const way = findWay(NETWORK, [point(A), point(D)], { ...HOME, allowCrossing: true })
  expect(way.legs[0]?.crossings.map(({ from, to, byFerry }) => [from, to, byFerry])).toEqual([
    ['MRT', 'SEN', true],
    ['SEN', 'MRT', true],
  ])
  expect(way.legs[0]?.crossings[0]?.position[1]).toBeCloseTo(14.95, 3)
})

test('a point on the other bank is not brought onto the road of this one; a post of the register is', () => {
  const opposite: Position = [-11.95, 14.94]
  const refused = findWay(NETWORK, [point(A), point(opposite)], HOME)
  expect(refused.stops[1]?.snappedPosition).toBeNull()
  expect(refused.legs[0]?.noWay?.acrossBorderStops).toEqual([1])

  const post = { ...point(opposite), postId: 'post', name: 'Post' }
  const way = findWay(NETWORK, [point(A), post], HOME)
  expect(way.lengthMetres).toBeCloseTo(5000, -1)
  expect(way.stops[1]?.offRoadMetres).toBeGreaterThan(6000)
})

test('far from every road, the stop is named and nothing is offered', () => {
  const { legs } = findWay(NETWORK, [point([-12.5, 15.5]), point(A)], HOME)
  expect(legs[0]?.noWay).toMatchObject({ reason: 'stop-off-network', offNetworkStops: [0], offers: [] })
})

test('sums are over all legs, and null with one missing', () => {
  const there = findWay(NETWORK, [point(A), point(B), point(A)], HOME)
  expect(there.lengthMetres).toBeCloseTo(20_000)
  expect(there.legs.map(({ lengthMetres }) => Math.round(lengthMetres ?? 0))).toEqual([10_000, 10_000])
  const broken = findWay(NETWORK, [point(A), point(B), point(D)], HOME)
  expect(broken.legs[0]?.lengthMetres).toBeCloseTo(10_000)
  expect([broken.lengthMetres, broken.seconds, broken.byGrade]).toEqual([null, null, null])
})
