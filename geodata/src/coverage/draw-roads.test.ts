import { expect, test } from 'vitest'
import { seeded } from '../itinerary/seeded.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { findReachedEdges } from '../road-network/reached-edges.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { snapToRoad } from '../road-network/snap.ts'
import { findReachTimes } from '../road-network/travel-times.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import type { Interval } from '../road-state/conditions.ts'
import { bundledCoverage, PLACES, QUESTION } from './coverage.fixture.ts'
import type { CoverageNetwork } from './coverage-types.ts'
import { arrivalsOf, drawRoads } from './draw-roads.ts'
import { openCoverage } from './open-coverage.ts'

const BANDS = [20, 40, 60, 90]

/** Metres by class, found edge by edge. */
function metresByBand(
  { graph }: CoverageNetwork,
  starts: readonly SnappedPoint[],
  options = QUESTION.options,
) {
  const times = findReachTimes(graph, starts, options, BANDS.at(-1)! * 60)
  const reached = findReachedEdges(
    graph,
    times,
    BANDS.map((band) => band * 60),
  )
  return BANDS.map((band) =>
    reached
      .filter(({ bandSeconds }) => bandSeconds === band * 60)
      .reduce((sum, { lengthMetres }) => sum + lengthMetres, 0),
  )
}

function drawnByBand(network: CoverageNetwork, starts: readonly SnappedPoint[], options = QUESTION.options) {
  const opened = openCoverage(network, { ...QUESTION, options })
  const { roads } = drawRoads(arrivalsOf(opened, starts), BANDS, 1)
  return BANDS.map((band) =>
    roads.features
      .filter(({ properties }) => properties.band === band)
      .reduce((sum, { properties }) => sum + properties.lengthMetres, 0),
  )
}

test('roads are drawn as they are reached, also with cuts and a post inside an edge', async () => {
  const network = await bundledCoverage()
  const { graph } = network
  const random = seeded(7)
  const cuts = new Map<number, Interval[]>()
  for (let i = 0; i < 400; i++) {
    const place = random()
    cuts.set(Math.floor(random() * graph.edgeCount), [[place, Math.min(1, place + 0.2 * random())]])
  }
  const options = {
    ...QUESTION.options,
    allowCrossing: true,
    conditions: { ...conditionsOf(graph, QUESTION.options), cuts },
  }
  const starts = Object.values(PLACES).map((place) => snapToRoad(graph, [...place], options)!)
  const expected = metresByBand(network, starts, options)
  expect(Math.min(...expected)).toBeGreaterThan(10_000)
  drawnByBand(network, starts, options).forEach((metres, i) => {
    expect(Math.abs(metres - expected[i]!)).toBeLessThan(5)
  })
})

test('a forbidden turn makes the way round count', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, lengthMetres: 5000, coordinates: [at(0, 0), at(5, 0)] }),
      road({ id: 2, u: 2, v: 3, lengthMetres: 5000, coordinates: [at(5, 0), at(10, 0)] }),
      road({ id: 3, u: 2, v: 4, lengthMetres: 9000, coordinates: [at(5, 0), at(5, 9)] }),
      road({ id: 4, u: 4, v: 3, lengthMetres: 9000, coordinates: [at(5, 9), at(10, 0)] }),
    ],
    restrictions: [{ fromEdge: 1, viaNode: 2, toEdge: 2, modes: 0xff }],
  })
  const network = { graph, borders: [], settlements: [], crossings: [] }
  const starts = [snapToRoad(graph, at(1, 0), QUESTION.options)!]
  const expected = metresByBand(network, starts)
  expect(expected.filter((metres) => metres > 1000).length).toBeGreaterThan(1)
  drawnByBand(network, starts).forEach((metres, i) => {
    expect(Math.abs(metres - expected[i]!)).toBeLessThan(1)
  })
})
