import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighArcs } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findTravelTimes } from './find-matrix.ts'
import { accessOf, edgeIdOf, tailOf } from './graph.ts'
import { buildHierarchy } from './hierarchy/hierarchy.ts'
import { attachHierarchy } from './prepared.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { ALL_MODES, MOTOR_MODES } from './road-codes.ts'
import { findRoute } from './route.ts'
import { snapToRoad } from './snap.ts'
import type { RoadNetworkRecords, TurnRestriction } from './types.ts'

const IN_TIME = { ...AT_HOME, by: 'time' as const }

/** A crossing at node 5 of four arms; the arms 1 (west) and 2 (north) are also joined by a long way round. */
const CROSSING: RoadNetworkRecords = {
  edges: [
    road({ id: 1, u: 1, v: 5, coordinates: [at(-1, 0), at(0, 0)] }),
    road({ id: 2, u: 5, v: 2, coordinates: [at(0, 0), at(0, 1)] }),
    road({ id: 3, u: 5, v: 3, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 4, u: 4, v: 5, coordinates: [at(0, -1), at(0, 0)] }),
    road({ id: 5, u: 3, v: 2, lengthMetres: 9000, coordinates: [at(1, 0), at(0, 1)] }),
  ],
}
const noLeft: TurnRestriction = { fromEdge: 1, viaNode: 5, toEdge: 2, modes: MOTOR_MODES }

test('a forbidden turn is made by turning round farther on, from that road and into that road only', () => {
  const graph = buildRoadGraph({ ...CROSSING, restrictions: [noLeft] })
  expect(graph.nodeCount).toBe(6)
  const ids = (from: number, to: number) =>
    findRoute(graph, pointOn(graph, from, 0.5), pointOn(graph, to, 0.5), IN_TIME)!.edgeIds
  expect(ids(1, 2)).toEqual([1, 4, 4, 2])
  expect(ids(1, 3)).toEqual([1, 3])
  expect(ids(4, 2)).toEqual([4, 2])
  expect(ids(2, 1)).toEqual([2, 1])
  const noTurningBack = { fromEdge: 4, viaNode: 4, toEdge: 4, modes: MOTOR_MODES }
  const strict = buildRoadGraph({ ...CROSSING, restrictions: [noLeft, noTurningBack] })
  const round = findRoute(strict, pointOn(strict, 1, 0.5), pointOn(strict, 2, 0.5), IN_TIME)!
  expect(round.edgeIds).toEqual([1, 3, 3, 2])
})

test('who is not meant may turn', () => {
  const graph = buildRoadGraph({ ...CROSSING, restrictions: [{ ...noLeft, modes: 0b00010 }] })
  const route = findRoute(graph, pointOn(graph, 1, 0.5), pointOn(graph, 2, 0.5), IN_TIME)!
  expect(route.edgeIds).toEqual([1, 2])
})

test('restrictions on roads that are not there change nothing', () => {
  const wrong = [
    { ...noLeft, fromEdge: 99 },
    { ...noLeft, viaNode: 99 },
    { ...noLeft, viaNode: 4 },
  ]
  expect(buildRoadGraph({ ...CROSSING, restrictions: wrong }).nodeCount).toBe(5)
})

test('one-way roads and roads for some are open to whom they say', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, isOneway: true }),
      road({
        id: 2,
        u: 2,
        v: 3,
        accessForward: 0b01000,
        accessBackward: 0,
        coordinates: [at(1, 0), at(2, 0)],
      }),
    ],
  })
  expect([accessOf(graph, 0, true), accessOf(graph, 0, false)]).toEqual([ALL_MODES, 0b01000])
  expect([accessOf(graph, 1, true), accessOf(graph, 1, false)]).toEqual([0b01000, 0])
  expect(findRoute(graph, pointOn(graph, 1, 0.9), pointOn(graph, 1, 0.1), IN_TIME)).toBeNull()
  expect(findRoute(graph, pointOn(graph, 1, 0.1), pointOn(graph, 2, 0.5), IN_TIME)).toBeNull()
})

test('a point beside a road that is closed to the vehicle is brought onto the next one', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, accessForward: 0b01000, accessBackward: 0b01000 }),
      road({ id: 2, u: 3, v: 4, coordinates: [at(0, 0.5), at(1, 0.5)] }),
    ],
  })
  expect(snapToRoad(graph, at(0.5, 0.1), AT_HOME)!.edgeId).toBe(2)
})

test('a point at a junction leaves it by every road, also at the end of a one-way road', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, isOneway: true }),
      road({ id: 2, u: 1, v: 3, coordinates: [at(0, 0), at(0, 1)] }),
    ],
  })
  const atStart = findRoute(graph, pointOn(graph, 1, 0), pointOn(graph, 2, 0.5), IN_TIME)!
  expect(atStart.edgeIds).toEqual([2])
  const toEnd = findRoute(graph, pointOn(graph, 2, 0.5), pointOn(graph, 1, 0), IN_TIME)!
  expect(toEnd.edgeIds).toEqual([2])
})

const grid = fc.record({
  restrictions: fc.array(
    fc.record({
      fromEdge: fc.integer({ min: 1, max: 12 }),
      viaNode: fc.integer({ min: 0, max: 8 }),
      toEdge: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 12 },
  ),
  lengths: fc.array(fc.integer({ min: 100, max: 3000 }), { minLength: 12, maxLength: 12 }),
})

/** Three by three nodes, twelve edges. */
function gridOf({
  restrictions,
  lengths,
}: {
  restrictions: Omit<TurnRestriction, 'modes'>[]
  lengths: number[]
}) {
  const edges = []
  for (let y = 0; y < 3; y++) {
    for (let x = 0; x < 3; x++) {
      const u = 3 * y + x
      const next = () => ({ id: edges.length + 1, lengthMetres: lengths[edges.length]! })
      if (x < 2) edges.push(road({ ...next(), u, v: u + 1, coordinates: [at(x, y), at(x + 1, y)] }))
      if (y < 2) edges.push(road({ ...next(), u, v: u + 3, coordinates: [at(x, y), at(x, y + 1)] }))
    }
  }
  return buildRoadGraph({ edges, restrictions: restrictions.map((one) => ({ ...one, modes: MOTOR_MODES })) })
}

test('no way makes a forbidden turn, and forbidding can only lengthen', () => {
  fc.assert(
    fc.property(grid, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (asked, a, b) => {
      const graph = gridOf(asked)
      const free = gridOf({ ...asked, restrictions: [] })
      const [from, to] = [pointOn(graph, a, 0.5), pointOn(graph, b, 0.5)]
      const route = findRoute(graph, from, to, IN_TIME)
      const cost = findRoute(free, from, to, IN_TIME)!.seconds
      expect(route?.seconds ?? Infinity).toBeGreaterThanOrEqual(cost)
      const passed = route?.passages.filter(({ lengthMetres }) => lengthMetres > 0) ?? []
      passed.slice(1).forEach((passage, i) => {
        const before = passed[i]!
        const via = before.to === 1 ? graph.edgeTo[before.edge]! : graph.edgeFrom[before.edge]!
        const forbidden = asked.restrictions.some(
          ({ fromEdge, viaNode, toEdge }) =>
            fromEdge === edgeIdOf(graph, before.edge) &&
            toEdge === edgeIdOf(graph, passage.edge) &&
            viaNode === nodeId(via, graph),
        )
        expect(forbidden).toBe(false)
      })
    }),
    { numRuns: 300 },
  )
})

/** The id that the rows gave to a node, by its place. */
function nodeId(node: number, graph: ReturnType<typeof gridOf>): number {
  const [lon, lat] = [graph.nodeLon[node]!, graph.nodeLat[node]!]
  for (let id = 0; id < 9; id++) {
    const [x, y] = at(id % 3, Math.floor(id / 3))
    if (x === lon && y === lat) return id
  }
  throw new Error(`no node at ${lon}, ${lat}`)
}

test('copies of nodes keep their arcs, and a hierarchy answers as the search does', () => {
  fc.assert(
    fc.property(grid, (asked) => {
      const graph = gridOf(asked)
      graph.arcHead.forEach((_, arc) => {
        const tail = tailOf(graph, arc)
        expect(arc >= graph.arcStart[tail]! && arc < graph.arcStart[tail + 1]!).toBe(true)
      })
      expect(weighArcs(graph, AT_HOME).centimetres.length).toBe(graph.arcHead.length)
      const points = Array.from({ length: 12 }, (_, i) => pointOn(graph, i + 1, 0.3))
      const one = points.map((point) => findTravelTimes(graph, [point], points, AT_HOME).seconds[0])
      attachHierarchy(graph, buildHierarchy(graph))
      expect(findTravelTimes(graph, points, points, AT_HOME).seconds).toEqual(one)
    }),
    { numRuns: 60 },
  )
})
