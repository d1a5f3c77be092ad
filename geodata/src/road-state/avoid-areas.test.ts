import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { findTravelTimes } from '../road-network/find-matrix.ts'
import { ABROAD_TOO, AT_HOME, at, pointOn, road } from '../road-network/road.fixture.ts'
import { findRoute } from '../road-network/route.ts'
import { avoidAreas } from './avoid-areas.ts'
import { isInside } from './bind-geometry.ts'
import { causeOn } from './conditions.ts'

/** Kilometre grid of 4 × 4 crossroads. */
const grid = buildRoadGraph({
  edges: Array.from({ length: 16 }, (_, node) => ({ x: node % 4, y: Math.floor(node / 4), node })).flatMap(
    ({ x, y, node }) => [
      ...(x < 3
        ? [road({ id: 2 * node + 1, u: node, v: node + 1, coordinates: [at(x, y), at(x + 1, y)] })]
        : []),
      ...(y < 3
        ? [road({ id: 2 * node + 2, u: node, v: node + 4, coordinates: [at(x, y), at(x, y + 1)] })]
        : []),
    ],
  ),
})

function polygon(...corners: [number, number][]): Polygon {
  const ring = corners.map(([x, y]) => at(x, y))
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

const coordinate = fc.integer({ min: -50, max: 350 }).map((hundredths) => hundredths / 100 + 0.003)
const corner = fc.tuple(coordinate, coordinate)
const triangles = fc.array(
  fc.tuple(corner, corner, corner).map((corners) => polygon(...corners)),
  { minLength: 1, maxLength: 3 },
)
const ids = Array.from({ length: 16 }, (_, node) => node).flatMap((node) => [
  ...(node % 4 < 3 ? [2 * node + 1] : []),
  ...(node < 12 ? [2 * node + 2] : []),
])
const place = fc.record({
  id: fc.constantFrom(...ids),
  fraction: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
})

test('avoiding areas can only lengthen a way, and the way that is left stays out of them', () => {
  let lengthened = 0
  fc.assert(
    fc.property(triangles, place, place, (areas, a, b) => {
      const conditions = avoidAreas(grid, conditionsOf(grid, AT_HOME), areas)
      const [from, to] = [pointOn(grid, a.id, a.fraction), pointOn(grid, b.id, b.fraction)]
      const before = findTravelTimes(grid, [from], [to], AT_HOME).seconds[0]![0]!
      const options = { ...AT_HOME, conditions, by: 'time' } as const
      const after = findTravelTimes(grid, [from], [to], options).seconds[0]![0]!
      expect(after).toBeGreaterThanOrEqual(before)
      if (after > before) lengthened++
      const route = findRoute(grid, from, to, options)
      expect(route?.seconds ?? Infinity).toBeCloseTo(after, 6)
      for (const { coordinates } of route?.passages ?? []) {
        const [start, end] = [coordinates[0]!, coordinates.at(-1)!]
        const standsStill = start[0] === end[0] && start[1] === end[1]
        if (standsStill) continue
        for (let share = 0.05; share < 1; share += 0.05) {
          const position: Position = [
            start[0] + share * (end[0] - start[0]),
            start[1] + share * (end[1] - start[1]),
          ]
          for (const area of areas) expect(isInside(position, area.coordinates as Position[][])).toBe(false)
        }
      }
    }),
    { numRuns: 300 },
  )
  expect(lengthened).toBeGreaterThan(50)
})

test('a stretch is cut where the area covers it, and says that it is avoided', () => {
  const dry = conditionsOf(grid, AT_HOME)
  const conditions = avoidAreas(grid, dry, [polygon([0.25, -0.5], [0.75, -0.5], [0.75, 0.5], [0.25, 0.5])])
  const { edge } = pointOn(grid, 1, 0)
  expect([...conditions.cuts.keys()]).toEqual([edge])
  const [[from, to]] = conditions.cuts.get(edge) as [[number, number]]
  expect(from).toBeCloseTo(0.25, 3)
  expect(to).toBeCloseTo(0.75, 3)
  expect(causeOn(conditions, edge)).toEqual({ kind: 'avoided', level: 'cut' })
  expect(dry.cuts.size).toBe(0)
  expect(causeOn(dry, edge)).toBeNull()
})

test('without areas the conditions stay the same', () => {
  const dry = conditionsOf(grid, AT_HOME)
  expect(avoidAreas(grid, dry, [])).toBe(dry)
})

test('a ferry, a documented road and a gap through the area are cut as well', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 2, v: 3, highway: 'ferry', coordinates: [at(1, 0), at(2, 0)] }),
      road({
        id: 3,
        u: 2,
        v: 4,
        grade: 'documented',
        highway: 'unclassified',
        coordinates: [at(1, 0), at(2, 0.1)],
      }),
      road({ id: 4, u: 5, v: 6, coordinates: [at(2, -0.1), at(3, 0)] }),
    ],
    gaps: [{ id: 'g', lengthMetres: 1000, roadA: 1, roadB: 4, coordinates: [at(1, 0), at(2, -0.1)] }],
  })
  const area = polygon([1.4, -1], [1.6, -1], [1.6, 1], [1.4, 1])
  const conditions = avoidAreas(graph, conditionsOf(graph, ABROAD_TOO), [area])
  expect([...conditions.cuts.keys()].sort()).toEqual([
    pointOn(graph, 2, 0).edge,
    pointOn(graph, 3, 0).edge,
    pointOn(graph, 'g', 0).edge,
  ])
})
