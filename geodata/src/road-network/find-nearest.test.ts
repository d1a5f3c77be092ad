import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildRoadGraph } from './build-graph.ts'
import { findTravelTimes } from './find-matrix.ts'
import { findNearest } from './find-nearest.ts'
import type { RoadGraph } from './graph.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'

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
      const kind = { highway: ['track', 'tertiary', 'path'][pick % 3], isOneway: pick % 3 === 0 }
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

const place = fc.record({ id: fc.integer({ min: 1, max: 24 }), tenths: fc.integer({ min: 0, max: 10 }) })

test('they are those of the matrix, in both directions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { minLength: 6, maxLength: 24 }),
      place,
      fc.array(place, { maxLength: 8 }),
      fc.integer({ min: 0, max: 9 }),
      (picks, here, asked, count) => {
        const graph = grid(picks)
        const point = pointOn(graph, here.id, here.tenths / 10)
        const places = asked.map(({ id, tenths }) => pointOn(graph, id, tenths / 10))
        const ranked = (seconds: readonly number[]) =>
          seconds
            .map((value, i) => ({ place: i, seconds: value }))
            .filter(({ seconds: value }) => value < Infinity)
            .sort((a, b) => a.seconds - b.seconds || a.place - b.place)
            .slice(0, count)
        const out = findTravelTimes(graph, [point], places, AT_HOME).seconds[0]!
        expect(findNearest(graph, point, places, count, AT_HOME)).toEqual(ranked(out))
        const back = findTravelTimes(graph, places, [point], AT_HOME).seconds.map(([seconds]) => seconds!)
        expect(findNearest(graph, point, places, count, AT_HOME, 'to')).toEqual(ranked(back))
      },
    ),
    { numRuns: 200 },
  )
})

test('along a one-way road the nearest place to go to is not the nearest to come from', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, isOneway: true, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 2, v: 1, lengthMetres: 5000, coordinates: [at(1, 0), at(0.5, 2), at(0, 0)] }),
    ],
  })
  const point = pointOn(graph, 1, 0.5)
  const places = [pointOn(graph, 1, 0.2), pointOn(graph, 1, 0.9)]
  expect(findNearest(graph, point, places, 1, AT_HOME)).toEqual([{ place: 1, seconds: 0.4 * 180 }])
  expect(findNearest(graph, point, places, 1, AT_HOME, 'to')).toEqual([{ place: 0, seconds: 0.3 * 180 }])
})
