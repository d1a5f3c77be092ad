import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRoadNetwork } from '../import/read-road-network.ts'
import { conditionsOf } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findCatchments, stretchLine } from './find-catchments.ts'
import { findTravelTimes } from './find-matrix.ts'
import type { RoadGraph } from './graph.ts'
import { findReachedEdges } from './reached-edges.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { snapToRoad } from './snap.ts'
import { findReachTimes } from './travel-times.ts'
import type { NetworkOptions, SnappedPoint } from './types.ts'

/** Seconds for one kilometre of track. */
const KILOMETRE = 3600 / 20

const SIDE = 4
function grid(picks: readonly number[]): RoadGraph {
  const edges = []
  let id = 0
  for (let node = 0; node < SIDE * SIDE; node++) {
    const [x, y] = [node % SIDE, Math.floor(node / SIDE)]
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
    ] as const) {
      if (x + dx >= SIDE || y + dy >= SIDE) continue
      const pick = picks[id % picks.length]!
      const kind = { highway: ['track', 'tertiary', 'path'][pick % 3], isOneway: pick % 7 === 0 }
      const coordinates = [at(x, y), at(x + dx, y + dy)]
      edges.push(road({ ...kind, id: ++id, u: node, v: node + dx + SIDE * dy, coordinates }))
    }
  }
  const restrictions = picks.slice(0, 4).map((pick) => ({
    fromEdge: 1 + (pick % id),
    viaNode: pick % (SIDE * SIDE),
    toEdge: 1 + ((pick * 7) % id),
    modes: 0b11111,
  }))
  return buildRoadGraph({ edges, restrictions })
}

/** Some stretches are cut in the middle. */
function withCuts(graph: RoadGraph, edges: readonly number[]): NetworkOptions {
  const cuts = new Map(edges.map((edge) => [edge % graph.edgeCount, [[0.4, 0.5]] as const]))
  return { ...AT_HOME, conditions: { ...conditionsOf(graph, AT_HOME), cuts } }
}

const picks = fc.array(fc.nat(60), { minLength: 6, maxLength: 24 })
const place = fc.record({ id: fc.integer({ min: 1, max: 24 }), tenths: fc.integer({ min: 0, max: 10 }) })
const places = fc.array(place, { minLength: 1, maxLength: 5 })
const cut = fc.array(fc.nat(23), { maxLength: 4 })

test('every place belongs to the start that is nearest, the first of equal ones', () => {
  fc.assert(
    fc.property(picks, places, cut, fc.constantFrom(Infinity, 300), (seed, asked, closed, cutoff) => {
      const graph = grid(seed)
      const options = withCuts(graph, closed)
      const starts = asked.map(({ id, tenths }) => pointOn(graph, id, tenths / 10))
      const { stretches } = findCatchments(graph, starts, options, cutoff)
      for (const { edge, from, to, start } of stretches) {
        const middle: SnappedPoint = { ...starts[0]!, edge, fraction: (from + to) / 2 }
        const seconds = findTravelTimes(graph, starts, [middle], options).seconds.map(([to]) => to!)
        const least = Math.min(...seconds)
        expect(least).toBeLessThanOrEqual(cutoff + 0.01)
        expect(seconds[start]! - least).toBeLessThan(0.011)
        expect(seconds.slice(0, start).every((other) => other > least - 0.011)).toBe(true)
      }
    }),
    { numRuns: 80 },
  )
})

test('the lengths sum to those of the reach, and no stretch overlaps another', () => {
  fc.assert(
    fc.property(picks, places, cut, fc.constantFrom(Infinity, 200, 600), (seed, asked, closed, cutoff) => {
      const graph = grid(seed)
      const options = withCuts(graph, closed)
      const starts = asked.map(({ id, tenths }) => pointOn(graph, id, tenths / 10))
      const { stretches, lengthMetres } = findCatchments(graph, starts, options, cutoff)
      const reached = findReachedEdges(graph, findReachTimes(graph, starts, options, cutoff))
      const total = lengthMetres.reduce((sum, metres) => sum + metres, 0)
      expect(total).toBeCloseTo(
        reached.reduce((sum, part) => sum + part.lengthMetres, 0),
        6,
      )
      stretches.forEach(({ edge, from, to }, i) => {
        expect(from).toBeLessThan(to)
        const before = stretches[i - 1]
        if (before?.edge === edge) expect(from).toBeGreaterThanOrEqual(before.to)
      })
    }),
    { numRuns: 150 },
  )
})

test('at a frontier inside a road both arrive at one time', () => {
  let frontiers = 0
  fc.assert(
    fc.property(picks, places, (seed, asked) => {
      const graph = grid(seed)
      const starts = asked.map(({ id, tenths }) => pointOn(graph, id, tenths / 10))
      const { stretches } = findCatchments(graph, starts, AT_HOME)
      stretches.forEach(({ edge, from, start }, i) => {
        const before = stretches[i - 1]
        if (before?.edge !== edge || before.to !== from) return
        // Behind a start on a one-way road others come first, however late.
        if (starts.some((point) => point.edge === edge && point.fraction === from)) return
        frontiers++
        const frontier: SnappedPoint = { ...starts[0]!, edge, fraction: from }
        const pair = [starts[before.start]!, starts[start]!]
        const [[a], [b]] = findTravelTimes(graph, pair, [frontier], AT_HOME).seconds as [[number], [number]]
        expect(Math.abs(a - b)).toBeLessThanOrEqual(0.011)
      })
    }),
    { numRuns: 150 },
  )
  expect(frontiers).toBeGreaterThan(30)
})

test('between two posts on one road the frontier lies halfway, in time', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, lengthMetres: 4000, coordinates: [at(0, 0), at(4, 0)] }),
      road({ id: 2, u: 2, v: 3, highway: 'tertiary', lengthMetres: 2000, coordinates: [at(4, 0), at(6, 0)] }),
    ],
  })
  // The second needs 90 s for a kilometre of road, so that it is ahead by 0.5 km of track where the track begins.
  const starts = [pointOn(graph, 1, 0), pointOn(graph, 2, 0.5)]
  const { stretches, lengthMetres } = findCatchments(graph, starts, AT_HOME)
  expect(stretches.map(({ start, from, to }) => [start, from, to])).toEqual([
    [0, 0, (4 * KILOMETRE + 90) / 2 / (4 * KILOMETRE)],
    [1, (4 * KILOMETRE + 90) / 2 / (4 * KILOMETRE), 1],
    [1, 0, 1],
  ])
  expect(lengthMetres.map(Math.round)).toEqual([2250, 3750])
  expect(stretchLine(graph, stretches[0]!).at(-1)![0]).toBeCloseTo(at(2.25, 0)[0], 5)
})

test('of two starts at one place the first has everything', () => {
  const graph = grid([1, 2, 4, 5, 8])
  const { lengthMetres } = findCatchments(graph, [pointOn(graph, 3, 0.5), pointOn(graph, 3, 0.5)], AT_HOME)
  expect(lengthMetres[0]).toBeGreaterThan(0)
  expect(lengthMetres[1]).toBe(0)
})

test('what lies behind a place that two reach at one time belongs to the first', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 3, v: 2, coordinates: [at(2, 0), at(1, 0)] }),
      road({ id: 3, u: 2, v: 4, lengthMetres: 5000, coordinates: [at(1, 0), at(1, 5)] }),
    ],
  })
  const [west, east] = [pointOn(graph, 1, 0.5), pointOn(graph, 2, 0.5)]
  expect(findCatchments(graph, [west, east], AT_HOME).lengthMetres).toEqual([6000, 1000])
  expect(findCatchments(graph, [east, west], AT_HOME).lengthMetres).toEqual([6000, 1000])
})

test('the bundled network is shared out whole', async () => {
  const graph = buildRoadGraph(await readRoadNetwork(fileURLToPath(new URL('../../data', import.meta.url))))
  const places: [number, number][] = [
    [-12.45172, 14.90064],
    [-11.815, 14.9029],
    [-11.51519, 15.61643],
    [-12.18479, 15.15799],
  ]
  const starts = places.map((position) => snapToRoad(graph, position, AT_HOME)!)
  const { lengthMetres } = findCatchments(graph, starts, AT_HOME)
  const reached = findReachedEdges(graph, findReachTimes(graph, starts, AT_HOME))
  const [total, sum] = [reached.map((part) => part.lengthMetres), lengthMetres].map((metres) =>
    metres.reduce((a, b) => a + b, 0),
  )
  expect(sum! / total!).toBeCloseTo(1, 9)
  expect(lengthMetres.every((metres) => metres > 100_000)).toBe(true)
}, 60_000)
