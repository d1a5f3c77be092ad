import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { readRoadNetwork } from '../import/read-road-network.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findTravelTimes } from './find-matrix.ts'
import { arcsOf, type RoadGraph } from './graph.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { findRoute } from './route.ts'
import { snapToRoad } from './snap.ts'
import type { Passage, Route, RouteOptions, SnappedPoint } from './types.ts'

const SIDE = 6
/** A kilometre grid; class, one-way and length vary with the seed. */
function grid(seed: readonly number[]): RoadGraph {
  const edges = []
  let id = 0
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        if (x + dx >= SIDE || y + dy >= SIDE) continue
        const pick = seed[id % seed.length]!
        const kind = { highway: ['track', 'tertiary', 'unclassified'][pick % 3], isOneway: pick % 11 === 0 }
        const [u, v] = [SIDE * y + x, SIDE * (y + dy) + x + dx]
        const coordinates = [at(x, y), at(x + dx, y + dy)]
        edges.push(road({ ...kind, id: ++id, u, v, lengthMetres: 900 + 7 * pick, coordinates }))
      }
    }
  }
  return buildRoadGraph({ edges })
}

const EDGES = 2 * SIDE * (SIDE - 1)
const seed = fc.array(fc.nat(60), { minLength: 5, maxLength: 40 })
const place = fc.record({
  id: fc.integer({ min: 1, max: EDGES }),
  fraction: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
})
const measure = fc.constantFrom<RouteOptions['by']>('time', 'distance')

const costOf = (route: Route, by: RouteOptions['by']) => (by === 'time' ? route.seconds : route.lengthMetres)

/** Equal slices of the edges that a way drives through, with their lengths. */
function slicesOf(route: Route, perEdge: number): Map<string, number> {
  const slices = new Map<string, number>()
  for (const { edge, from, to, lengthMetres } of route.passages) {
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    for (let slice = Math.ceil(low * perEdge); slice < Math.floor(high * perEdge); slice++) {
      slices.set(`${edge}/${slice}`, lengthMetres / (high - low) / perEdge)
    }
  }
  return slices
}

function expectJoined(passages: readonly Passage[], graph: RoadGraph): void {
  for (let i = 1; i < passages.length; i++) {
    expect(passages[i]!.coordinates[0]).toEqual(passages[i - 1]!.coordinates.at(-1))
  }
  for (const { edge, from, to } of passages) {
    if (from !== to) expect(arcsOf(graph, edge, to > from).length).toBeGreaterThan(0)
  }
}

/** Checks everything that is promised of the ways between two points; says how many there are. */
function expectWays(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
  slicesPerEdge: number,
): number {
  const { by } = options
  const routes = findAlternatives(graph, from, to, options)
  const best = findRoute(graph, from, to, options)
  expect(routes[0] ?? null).toEqual(best)
  expect(routes.length).toBeLessThanOrEqual(3)
  const before = new Set<string>()
  routes.forEach((route, i) => {
    expect(route.passages[0]).toMatchObject({ edge: from.edge, from: from.fraction })
    expect(route.passages.at(-1)).toMatchObject({ edge: to.edge, to: to.fraction })
    expectJoined(route.passages, graph)
    const slices = slicesOf(route, slicesPerEdge)
    const driven = [...slices.values()].reduce((sum, metres) => sum + metres, 0)
    if (i > 0) {
      expect(driven / route.lengthMetres).toBeGreaterThan(0.99)
      expect(costOf(route, by)).toBeGreaterThan(costOf(routes[i - 1]!, by) - 0.01)
      expect(costOf(route, by)).toBeLessThanOrEqual(1.5 * costOf(best!, by) + 0.01)
      const shared = [...slices].reduce((sum, [key, metres]) => sum + (before.has(key) ? metres : 0), 0)
      expect(shared).toBeLessThanOrEqual(0.6 * Math.min(best!.lengthMetres, route.lengthMetres) + 0.01)
    }
    for (const key of slices.keys()) before.add(key)
  })
  return routes.length
}

test('ways come cheapest first, differ enough, are not too long, and never drive anywhere twice', () => {
  let offered = 0
  fc.assert(
    fc.property(seed, place, place, measure, (picks, a, b, by) => {
      const graph = grid(picks)
      const [from, to] = [pointOn(graph, a.id, a.fraction), pointOn(graph, b.id, b.fraction)]
      if (expectWays(graph, from, to, { ...AT_HOME, by }, 2000) > 1) offered++
    }),
    { numRuns: 120 },
  )
  expect(offered).toBeGreaterThan(20)
})

test('short parts of an alternative cannot be bettered', () => {
  fc.assert(
    fc.property(seed, place, place, (picks, a, b) => {
      const graph = grid(picks)
      const [from, to] = [pointOn(graph, a.id, a.fraction), pointOn(graph, b.id, b.fraction)]
      const [best, ...others] = findAlternatives(graph, from, to, { ...AT_HOME, by: 'time' })
      for (const { passages } of others) {
        for (let first = 1; first < passages.length - 1; first++) {
          let seconds = 0
          for (let last = first; last < passages.length - 1; last++) {
            seconds += passages[last]!.seconds
            if (seconds >= 0.1 * best!.seconds) break
            const ends = [passages[first]!, passages[last]!].map(({ edge, from: start, to: end }, i) => ({
              ...from,
              edge,
              fraction: i === 0 ? start : end,
            }))
            const least = findTravelTimes(graph, [ends[0]!], [ends[1]!], AT_HOME).seconds[0]![0]!
            expect(seconds).toBeCloseTo(least, 6)
          }
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('round a lake there are two ways, and the long one is left out where it takes too long', () => {
  const lake = (farMetres: number) =>
    buildRoadGraph({
      edges: [
        road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
        road({ id: 2, u: 2, v: 3, lengthMetres: 4000, coordinates: [at(1, 0), at(3, 1), at(5, 0)] }),
        road({ id: 3, u: 2, v: 3, lengthMetres: farMetres, coordinates: [at(1, 0), at(3, -1), at(5, 0)] }),
        road({ id: 4, u: 3, v: 4, coordinates: [at(5, 0), at(6, 0)] }),
      ],
    })
  const ways = (farMetres: number) => {
    const graph = lake(farMetres)
    const options = { ...AT_HOME, by: 'distance' } as const
    return findAlternatives(graph, pointOn(graph, 1, 0), pointOn(graph, 4, 1), options).map((r) => r.edgeIds)
  }
  expect(ways(5000)).toEqual([
    [1, 2, 4],
    [1, 3, 4],
  ])
  // 6.4 km instead of 4 is 1.6 × the stretch that it goes round, though 8.4 instead of 6 is only 1.4 ×.
  expect(ways(6400)).toEqual([[1, 2, 4]])
})

test('a spur that must be driven back is no alternative', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 2, v: 3, coordinates: [at(1, 0), at(2, 0)] }),
      road({ id: 3, u: 2, v: 4, lengthMetres: 200, coordinates: [at(1, 0), at(1, 0.2)] }),
    ],
  })
  const options = { ...AT_HOME, by: 'time' } as const
  expect(findAlternatives(graph, pointOn(graph, 1, 0), pointOn(graph, 2, 1), options)).toHaveLength(1)
})

const PLACES: readonly [string, Position][] = [
  ['Sélibaby', [-12.18479, 15.15799]],
  ['Gouraye', [-12.45024, 14.90099]],
  ['Diaguili', [-12.39293, 14.84732]],
  ['Ghabou', [-12.08801, 14.74134]],
  ['Boully', [-11.79545, 15.31884]],
  ['Ould Yengé', [-11.71287, 15.54358]],
  ['Kankossa', [-11.51914, 15.93673]],
  ['Kayes', [-11.43792, 14.44341]],
]

test('between places of the bundled network', async () => {
  const bundled = buildRoadGraph(await readRoadNetwork(fileURLToPath(new URL('../../data', import.meta.url))))
  const options = { ...AT_HOME, allowCrossing: true, by: 'time' } as const
  const points = PLACES.map(([, position]) => snapToRoad(bundled, position, options)!)
  let offered = 0
  for (const from of points) {
    for (const to of points) if (from !== to && expectWays(bundled, from, to, options, 50) > 1) offered++
  }
  expect(offered).toBeGreaterThan(15)
}, 60_000)
