import { expect, test } from 'vitest'
import { buildRoadGraph } from './build-graph.ts'
import { connectGaps } from './connectors.ts'
import { explainNoWay } from './explain-no-way.ts'
import { AT_HOME, allEdges, at, pointOn, road } from './road.fixture.ts'
import { findRoute } from './route.ts'
import type { RoadGapRecord } from './types.ts'

const WEST = road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] })
/** A dead end at (1, 0) faces the middle of a long road at x = 2. */
const EAST = road({ id: 2, u: 3, v: 4, lengthMetres: 10_000, coordinates: [at(2, -5), at(2, 5)] })
const gap = (stated: Partial<RoadGapRecord> = {}): RoadGapRecord => ({
  id: 'g1',
  lengthMetres: 1000,
  roadA: 1,
  roadB: 2,
  coordinates: [at(1, 0), at(2, 0)],
  ...stated,
})
const PRESUMED = { ...AT_HOME, allowPresumed: true, by: 'distance' as const }

test('a dead end beside a road is tied to the road where the gap ends, not to its far end', () => {
  const graph = buildRoadGraph({ edges: [WEST, EAST], gaps: [gap()] })
  expect(allEdges(graph).map((edge) => [edge.id, Math.round(edge.lengthMetres)])).toEqual([
    [1, 1000],
    [2, 5000],
    [2, 5000],
    ['g1', 1000],
  ])
  const route = findRoute(graph, pointOn(graph, 1, 0), pointOn(graph, 'g1', 1), PRESUMED)!
  expect(route.lengthMetres).toBeCloseTo(2000, 6)
})

test('an end away from a node is tied to the nearest one, and the stretch there is counted', () => {
  const [connector] = connectGaps([gap({ coordinates: [at(1, 0.2), at(2, -4.7)] })], [WEST, EAST])
  expect(connector!.ends).toEqual([{ node: 2 }, { node: 3 }])
  expect(connector!.lengthMetres).toBeCloseTo(1000 + 200 + 300, -1)
  expect(connector!.coordinates).toHaveLength(4)
})

test('a gap whose ends both fall on one node away from them connects nothing', () => {
  expect(connectGaps([gap({ coordinates: [at(1, 0.2), at(1.1, 0.3)] })], [WEST, EAST])).toEqual([])
})

test('a gap of an edge that is not there connects nothing', () => {
  expect(connectGaps([gap({ roadB: 99 })], [WEST, EAST])).toEqual([])
})

test('a gap beside a road abroad is abroad', () => {
  const abroad = { ...EAST, iso3: 'MLI' }
  const near = road({ id: 3, u: 5, v: 6, coordinates: [at(2, 0.01), at(3, 0)] })
  expect(connectGaps([gap()], [WEST, abroad, near])[0]!.iso3).toBe('MLI')
  expect(connectGaps([gap()], [WEST, EAST])[0]!.iso3).toBe('MRT')
})

test('gaps are closed unless asked for, and are told apart', () => {
  const graph = buildRoadGraph({ edges: [WEST, EAST], gaps: [gap()] })
  const from = pointOn(graph, 1, 0)
  const to = pointOn(graph, 2, 0)
  expect(findRoute(graph, from, to, { ...PRESUMED, allowPresumed: false })).toBeNull()
  expect(findRoute(graph, from, to, { ...PRESUMED, maxPresumedMetres: 999 })).toBeNull()
  const route = findRoute(graph, from, to, PRESUMED)!
  expect(route.byGrade.presumed.lengthMetres).toBe(1000)
  expect(route.bySurface.track.lengthMetres).toBe(route.lengthMetres)
})

/** Two ways from west to east: over one gap of 1 500 m, or over gaps of 700 m and 900 m by a road between. */
const choice = buildRoadGraph({
  edges: [
    WEST,
    road({ id: 2, u: 3, v: 4, coordinates: [at(2.5, 0), at(4, 0)] }),
    road({ id: 3, u: 5, v: 6, coordinates: [at(1.2, 3), at(2.2, 3)] }),
    road({ id: 4, u: 7, v: 8, iso3: 'MLI', coordinates: [at(8, 8), at(9, 9)] }),
  ],
  gaps: [
    gap({ id: 'long', lengthMetres: 1500, coordinates: [at(1, 0), at(2.5, 0)] }),
    gap({ id: 'first', lengthMetres: 700, roadB: 3, coordinates: [at(1, 0), at(1.2, 3)] }),
    gap({ id: 'second', lengthMetres: 900, roadA: 3, coordinates: [at(2.2, 3), at(2.5, 0)] }),
  ],
})

test('explains with the way whose longest gap is shortest, and names the place', () => {
  const settlements = [
    { name: 'near the second', position: at(2.4, 1.5) },
    { name: 'far', position: at(9, 9) },
  ]
  const from = pointOn(choice, 1, 0)
  const reason = explainNoWay(choice, from, pointOn(choice, 2, 1), { ...AT_HOME, by: 'time' }, settlements)
  expect(reason).toMatchObject({ reason: 'needs-presumed', offer: 'presumed' })
  expect(reason.gaps.map((found) => [found.gapId, found.lengthMetres])).toEqual([
    ['first', 700],
    ['second', 900],
  ])
  expect(reason.smallestGap).toMatchObject({ gapId: 'second', nearSettlement: 'near the second' })
})

test('a permission that opens nothing is not offered', () => {
  const from = pointOn(choice, 1, 0)
  const reason = explainNoWay(choice, from, pointOn(choice, 4, 0.5), { ...AT_HOME, by: 'time' }, [])
  expect(reason).toEqual({ reason: 'no-known-track', offer: null, smallestGap: null, gaps: [] })
})

test('offers documented roads before gaps, and crossing last', () => {
  const edges = [
    WEST,
    road({ id: 2, u: 3, v: 4, coordinates: [at(2, 0), at(3, 0)] }),
    road({ id: 3, u: 2, v: 3, iso3: 'SEN', coordinates: [at(1, 0), at(1.5, -1), at(2, 0)] }),
  ]
  const documented = road({ id: 4, u: 2, v: 3, grade: 'documented', coordinates: [at(1, 0), at(2, 0)] })
  const ask = (graph: ReturnType<typeof buildRoadGraph>) =>
    explainNoWay(
      graph,
      pointOn(graph, 1, 0),
      pointOn(graph, 2, 1),
      { ...AT_HOME, allowDocumented: false, by: 'time' },
      [],
    ).reason
  expect(ask(buildRoadGraph({ edges: [...edges, documented], gaps: [gap()] }))).toBe('needs-documented')
  expect(ask(buildRoadGraph({ edges, gaps: [gap()] }))).toBe('needs-presumed')
  expect(ask(buildRoadGraph({ edges }))).toBe('needs-crossing')
})
