import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRoadNetwork } from '../import/read-road-network.ts'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import type { RoadConditions } from '../road-state/conditions.ts'
import { DEFAULT_CALENDARS } from '../road-state/default-calendars.ts'
import { DEFAULT_VEHICLES } from '../road-state/default-vehicles.ts'
import type { RoadClosure } from '../road-state/types.ts'
import { DEFAULT_NETWORK_OPTIONS, weighArcs } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { arrivals, costOnOneEdge, departures } from './ends.ts'
import { findTravelTimes } from './find-matrix.ts'
import { edgeIdOf, type RoadGraph } from './graph.ts'
import { buildHierarchy } from './hierarchy/hierarchy.ts'
import { attachHierarchy, hierarchyOf, prepare } from './prepared.ts'
import { findRoute } from './route.ts'
import { CLOSED, searchFrom } from './shortest-path.ts'
import type { NetworkOptions, SnappedPoint } from './types.ts'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))
const DAYS = [null, '2026-05-15', '2026-07-20', '2026-08-15', '2026-09-20', '2026-10-15']
const CLOSED_PLACE: RoadClosure = {
  id: 'wadi',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-12.3, 15.0],
        [-12.1, 15.0],
        [-12.1, 15.1],
        [-12.3, 15.1],
        [-12.3, 15.0],
      ],
    ],
  },
  effect: 'cut',
  speedFactor: 1,
  cause: 'wadi',
  startsAt: '2026-08-01T00:00:00Z',
  endsAt: null,
  confirmedAt: '2026-08-14T00:00:00Z',
  halfLifeDays: 7,
}

let graph: RoadGraph
let states: RoadConditions[]
beforeAll(async () => {
  graph = buildRoadGraph(await readRoadNetwork(DATA))
  attachHierarchy(graph, buildHierarchy(graph))
  states = DAYS.flatMap((date) =>
    DEFAULT_VEHICLES.slice(0, 4).map((vehicle) =>
      compileRoadState(graph, {
        date,
        vehicle,
        calendars: DEFAULT_CALENDARS,
        closures: [CLOSED_PLACE],
        edits: [],
      }),
    ),
  )
})

const question = fc.record({
  state: fc.nat(DAYS.length * 4 - 1),
  allowCrossing: fc.boolean(),
  allowPresumed: fc.boolean(),
})
const place = fc.record({ edge: fc.nat(35_700), fraction: fc.double({ min: 0, max: 1, noNaN: true }) })

function optionsOf({ state, ...allowed }: { state: number; allowCrossing: boolean; allowPresumed: boolean }) {
  return { ...DEFAULT_NETWORK_OPTIONS, ...allowed, conditions: states[state]! }
}

function pointAt({ edge, fraction }: { edge: number; fraction: number }): SnappedPoint {
  const position: [number, number] = [0, 0]
  return {
    position,
    snappedPosition: position,
    offRoadMetres: 0,
    edge,
    edgeId: edgeIdOf(graph, edge),
    fraction,
  }
}

/** Dijkstra's algorithm from one point, and what is nearest at the others. */
function plainCosts(from: SnappedPoint, tos: readonly SnappedPoint[], options: NetworkOptions): number[] {
  const tree = searchFrom(
    graph,
    weighArcs(graph, options).centiseconds,
    departures(graph, from, options, 'time'),
  )
  return tos.map((to) =>
    Math.min(
      CLOSED,
      costOnOneEdge(graph, from, to, options, 'time'),
      ...arrivals(graph, to, options, 'time').map((end) => tree.costTo(end.node) + end.cost),
    ),
  )
}

const toSeconds = (cost: number) => (cost < CLOSED ? cost / 100 : Infinity)

describe('on the bundled graph', () => {
  test('ten thousand pairs in random states take exactly as long as by plain Dijkstra', {
    timeout: 180_000,
  }, () => {
    let pairs = 0
    let found = 0
    fc.assert(
      fc.property(question, fc.array(place, { minLength: 10, maxLength: 10 }), (asked, places) => {
        const options = optionsOf(asked)
        const points = places.map(pointAt)
        const { seconds } = findTravelTimes(graph, points, points, options)
        points.forEach((from, i) => {
          expect(seconds[i]).toEqual(plainCosts(from, points, options).map(toSeconds))
        })
        pairs += points.length ** 2
        found += seconds.flat().filter((one) => one < Infinity).length
      }),
      { numRuns: 101, endOnFailure: true },
    )
    expect(pairs).toBeGreaterThanOrEqual(10_000)
    expect(found).toBeGreaterThan(1_500)
  })

  test('a way with its roads takes as long as the matrix says, prepared or not', () => {
    const plain = { ...graph }
    expect(hierarchyOf(plain)).toBeNull()
    fc.assert(
      fc.property(question, place, place, (asked, a, b) => {
        const options = { ...optionsOf(asked), by: 'time' as const }
        prepare(graph, options, 'time')
        const [from, to] = [pointAt(a), pointAt(b)]
        const cost = toSeconds(plainCosts(from, [to], options)[0]!)
        for (const one of [graph, plain]) {
          const route = findRoute(one, from, to, options)
          expect(route?.seconds ?? Infinity).toBeCloseTo(cost, 5)
          const sum = route?.passages.reduce((total, { seconds }) => total + seconds, 0)
          expect(sum ?? Infinity).toBeCloseTo(cost, 5)
        }
      }),
      { numRuns: 200, endOnFailure: true },
    )
  })

  test('no detour is shorter: the triangle holds', () => {
    fc.assert(
      fc.property(question, fc.array(place, { minLength: 8, maxLength: 8 }), (asked, places) => {
        const points = places.map(pointAt)
        const { seconds } = findTravelTimes(graph, points, points, optionsOf(asked))
        // A point inside an edge is passed in hundredths of a second that are rounded on either side of it.
        for (const a of seconds.keys())
          for (const b of seconds.keys())
            for (const c of seconds.keys())
              expect(seconds[a]![c]!).toBeLessThanOrEqual(seconds[a]![b]! + seconds[b]![c]! + 0.0201)
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })

  test('there and back take as long for who may go either way on every road', () => {
    const onFoot = states.flatMap((state, i) => (state.vehicle.id === 'foot' ? [i] : []))
    fc.assert(
      fc.property(
        fc.constantFrom(...onFoot),
        fc.array(place, { minLength: 8, maxLength: 8 }),
        (state, places) => {
          const points = places.map(pointAt)
          const options = optionsOf({ state, allowCrossing: true, allowPresumed: true })
          const { seconds } = findTravelTimes(graph, points, points, options)
          for (const a of seconds.keys())
            for (const b of seconds.keys()) expect(seconds[a]![b]).toBe(seconds[b]![a])
        },
      ),
      { numRuns: 20, endOnFailure: true },
    )
  })
})
