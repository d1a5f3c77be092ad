import { fileURLToPath } from 'node:url'
import { booleanClockwise, booleanPointInPolygon, kinks } from '@turf/turf'
import fc from 'fast-check'
import type { MultiPolygon } from 'geojson'
import { expect, test } from 'vitest'
import { nearestOnLine, sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { readRoadNetwork } from '../import/read-road-network.ts'
import { buildRoadGraph } from './build-graph.ts'
import { type Isochrones, isochronePolygons } from './isochrone-polygons.ts'
import { findReachedEdges } from './reached-edges.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { snapToRoad } from './snap.ts'
import { findReachTimes } from './travel-times.ts'
import type { ReachedEdge } from './types.ts'

function reachedPart(stated: Partial<ReachedEdge>): ReachedEdge {
  return {
    edgeId: 1,
    highway: 'track',
    grade: 'mapped',
    surface: 'track',
    isAbroad: false,
    lengthMetres: 1000,
    fromSeconds: 0,
    toSeconds: 60,
    bandSeconds: 60,
    coordinates: [at(0, 0), at(1, 0)],
    ...stated,
  }
}

/** Metres from a position to the nearest of the parts within a cutoff. */
function metresTo(reached: readonly ReachedEdge[], seconds: number, position: Position): number {
  return Math.min(
    ...reached
      .filter(({ bandSeconds }) => bandSeconds <= seconds)
      .map(({ coordinates }) => nearestOnLine(coordinates, position).metres),
  )
}

function expectValid({ coordinates }: MultiPolygon): void {
  for (const polygon of coordinates) {
    polygon.forEach((ring, i) => {
      expect(ring.length).toBeGreaterThanOrEqual(4)
      expect(ring[0]).toEqual(ring.at(-1))
      expect(booleanClockwise(ring)).toBe(i > 0)
      expect(new Set(ring.map(String)).size).toBe(ring.length - 1)
    })
    expect(kinks({ type: 'Polygon', coordinates: polygon }).features).toHaveLength(0)
  }
}

/** Checks what is promised of the areas; the vertices are those of a few rings where there are many. */
function expectAreas(
  reached: readonly ReachedEdge[],
  { areas, reachMetres, cellMetres }: Isochrones,
  every = 1,
) {
  const ascending = [...areas].sort((a, b) => a.seconds - b.seconds)
  ascending.forEach(({ seconds, area }, i) => {
    const vertices = area.coordinates.flat(2).filter((_, place) => place % every === 0) as Position[]
    const larger = ascending[i + 1]?.area
    for (const vertex of vertices) {
      expect(metresTo(reached, seconds, vertex)).toBeLessThanOrEqual(reachMetres + cellMetres)
      if (larger) expect(booleanPointInPolygon(vertex, larger)).toBe(true)
    }
    for (const { coordinates } of reached.filter(({ bandSeconds }) => bandSeconds <= seconds)) {
      expect(booleanPointInPolygon(sliceLine(coordinates, 0, 0.5).at(-1)!, area)).toBe(true)
    }
  })
}

const coordinate = fc.integer({ min: 0, max: 800 }).map((hundredths) => hundredths / 100)
const position = fc.tuple(coordinate, coordinate).map(([x, y]) => at(x, y))
const parts = fc.array(
  fc.record({
    line: fc.array(position, { minLength: 2, maxLength: 4 }),
    band: fc.constantFrom(60, 120, 180),
  }),
  { minLength: 1, maxLength: 12 },
)

test('areas hold what is reached, claim nothing far from it, lie in one another, and are valid', () => {
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom(100, 300, 700),
      fc.constantFrom(400, 5000, 2_000_000),
      (rows, reach, cells) => {
        const reached = rows.map(({ line, band }) => reachedPart({ coordinates: line, bandSeconds: band }))
        const isochrones = isochronePolygons(reached, [120, 60, 180], {
          reachMetres: reach,
          mostCells: cells,
        })
        expect(isochrones.areas.map(({ seconds }) => seconds)).toEqual([120, 60, 180])
        for (const { area } of isochrones.areas) expectValid(area)
        expectAreas(reached, isochrones)
      },
    ),
    { numRuns: 60 },
  )
})

test('the ground inside a ring of roads is not claimed', () => {
  const corners = [at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)]
  const { areas, reachMetres, cellMetres } = isochronePolygons([reachedPart({ coordinates: corners })], [60])
  expect(areas[0]!.area.coordinates).toHaveLength(1)
  expect(areas[0]!.area.coordinates[0]).toHaveLength(2)
  expect([reachMetres, cellMetres]).toEqual([300, 150])
  expect(booleanPointInPolygon(at(2, 2), areas[0]!.area)).toBe(false)
  expect(booleanPointInPolygon(at(2, 0.28), areas[0]!.area)).toBe(true)
  expect(booleanPointInPolygon(at(2, 0.32), areas[0]!.area)).toBe(false)
})

test('parts that lie apart have areas apart', () => {
  const far = reachedPart({ coordinates: [at(5, 0), at(6, 0)] })
  expect(isochronePolygons([reachedPart({}), far], [60]).areas[0]!.area.coordinates).toHaveLength(2)
})

test('beside ferries, roads of unknown course and connectors no ground is claimed', () => {
  const parts = [
    reachedPart({ surface: 'ferry', highway: 'ferry' }),
    reachedPart({ grade: 'documented' }),
    reachedPart({ grade: 'presumed' }),
  ]
  expect(isochronePolygons(parts, [60]).areas[0]!.area.coordinates).toEqual([])
  expect(isochronePolygons([], [60]).areas[0]!.area.coordinates).toEqual([])
})

test('with few cells the reach grows, and the result says so', () => {
  const reached = [reachedPart({ coordinates: [at(0, 0), at(50, 40)] })]
  const isochrones = isochronePolygons(reached, [60], { mostCells: 1000 })
  expect(isochrones.cellMetres).toBeGreaterThan(1000)
  expect(isochrones.reachMetres).toBeCloseTo(isochrones.cellMetres * Math.SQRT2, 6)
  expectAreas(reached, isochrones)
})

test('a reach or a number of cells that is not positive is refused', () => {
  expect(() => isochronePolygons([], [60], { reachMetres: 0 })).toThrow(/reach of 0/)
  expect(() => isochronePolygons([], [60], { mostCells: Number.NaN })).toThrow(/NaN cells/)
})

test('a road that is reached in half has an area round this half', () => {
  const graph = buildRoadGraph({ edges: [road({ lengthMetres: 4000, coordinates: [at(0, 0), at(4, 0)] })] })
  const times = findReachTimes(graph, [pointOn(graph, 1, 0)], AT_HOME, 360)
  const { area } = isochronePolygons(findReachedEdges(graph, times), [360]).areas[0]!
  const easternmost = Math.max(...area.coordinates.flat(2).map(([lon]) => lon!))
  expect(Math.abs(easternmost - at(2.3, 0)[0])).toBeLessThan(0.02 / 107.4)
})

test('round Sélibaby', async () => {
  const graph = buildRoadGraph(await readRoadNetwork(fileURLToPath(new URL('../../data', import.meta.url))))
  const start = snapToRoad(graph, [-12.18479, 15.15799], AT_HOME)!
  const cutoffs = [900, 1800, 3600]
  const reached = findReachedEdges(graph, findReachTimes(graph, [start], AT_HOME, 3600), cutoffs)
  const isochrones = isochronePolygons(reached, cutoffs)
  for (const { area } of isochrones.areas) expectValid(area)
  expectAreas(
    reached.filter(({ grade, surface }) => grade === 'mapped' && surface !== 'ferry'),
    isochrones,
    5,
  )
}, 60_000)
