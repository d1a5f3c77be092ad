import { expect, test } from 'vitest'
import { sphericalMetres } from '../geometry/distance.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { MOTOR_MODES } from '../road-network/road-codes.ts'
import { cleanTrack } from './clean-track.ts'
import { CLEANING_DEFAULTS } from './cleaning.ts'
import { matchTrack } from './match-track.ts'
import { PROPOSAL_DEFAULTS, proposeEdges } from './propose-edges.ts'
import { toTrackPoints } from './track-points.ts'

const START = Date.UTC(2026, 2, 1, 8)
type Place = readonly [x: number, y: number]

/** Two roads to the east, 3 km apart, and nothing between them. */
const GRAPH = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, lengthMetres: 4000, coordinates: [at(0, 0), at(4, 0)] }),
    road({ id: 2, u: 3, v: 4, lengthMetres: 4000, coordinates: [at(0, 3), at(4, 3)] }),
  ],
})

/** Along the corners, a point each 100 m and `stepSeconds`. */
function propose(corners: readonly Place[], stepSeconds = 10, stepMetres = 100) {
  const places: Place[] = [corners[0]!]
  for (let c = 1; c < corners.length; c++) {
    const [a, b] = [corners[c - 1]!, corners[c]!]
    const steps = Math.round((1000 * Math.hypot(b[0] - a[0], b[1] - a[1])) / stepMetres)
    for (let i = 1; i <= steps; i++) {
      places.push([a[0] + ((b[0] - a[0]) * i) / steps, a[1] + ((b[1] - a[1]) * i) / steps])
    }
  }
  const points = toTrackPoints([
    places.map(([x, y], i) => ({ position: at(x, y), instantMs: START + 1000 * stepSeconds * i })),
  ])
  const track = cleanTrack(points, { ...CLEANING_DEFAULTS, nowMs: START + 1e9 })
  const matched = matchTrack(GRAPH, track, { sigmaMetres: 10, betaMetres: 10 })
  return proposeEdges(GRAPH, track, matched, { ...PROPOSAL_DEFAULTS, modes: MOTOR_MODES })
}

test('a link that the map lacks is proposed, joined to the road at one end and to a node at the other', () => {
  const { edges } = propose([
    [0.5, 0],
    [2, 0],
    [4, 3],
  ])
  expect(edges).toHaveLength(1)
  const [link] = edges
  expect(link!.start).toMatchObject({ edge: 0, node: null, fraction: expect.closeTo(0.5, 1) })
  expect(link!.end).toMatchObject({ edge: 1, node: GRAPH.edgeTo[1], fraction: 1 })
  expect(link!.lengthMetres).toBeGreaterThan(3_550)
  expect(link!.lengthMetres).toBeLessThan(3_620)
  expect(link!.meanKmh).toBeCloseTo(36, 0)
  expect(link!.coordinates.length).toBeLessThan(5)
  expect(sphericalMetres(link!.coordinates.at(-1)!, at(4, 3))).toBeLessThan(1)
})

test('a dead end that is driven there and back is proposed once, and ends free', () => {
  const { edges } = propose([
    [1, 0],
    [2, 0],
    [2, 1.6],
    [2, 0],
    [3, 0],
  ])
  expect(edges).toHaveLength(1)
  expect(edges[0]!.start).not.toBeNull()
  expect(edges[0]!.end).toBeNull()
  expect(edges[0]!.lengthMetres).toBeGreaterThan(1_500)
  expect(edges[0]!.lengthMetres).toBeLessThan(1_760)
})

test('a road that is driven a second time later on is not proposed again', () => {
  const loop: Place[] = [
    [2, 0],
    [2, 3],
    [3, 3],
    [3.5, 3],
  ]
  const { edges, repeated } = propose([[1, 0], ...loop, [3, 3], [2, 3], [2, 0], [1, 0]])
  expect(edges).toHaveLength(1)
  expect(repeated).toBe(1)
})

test('a short way off the road gives no road', () => {
  const yard: Place[] = [
    [1, 0],
    [2, 0],
    [2, 0.1],
    [2.08, 0.1],
    [2.08, 0],
    [3, 0],
  ]
  expect(propose(yard, 3, 20)).toMatchObject({ edges: [], tooShort: 1 })
})

test('a walk and wandering about give no road', () => {
  expect(
    propose(
      [
        [1, 0],
        [2, 0],
        [2, 0.9],
      ],
      130,
    ),
  ).toMatchObject({ edges: [], tooSlow: 1 })
  expect(
    propose(
      [
        [1, 0],
        [2, 0],
        [2, 0.9],
      ],
      60,
      40,
    ),
  ).toMatchObject({ edges: [], tooSlow: 1 })
})

test('between points that are far apart no course is made up', () => {
  const { edges } = propose(
    [
      [1, 0],
      [2, 0],
      [3, 3],
    ],
    120,
    1_500,
  )
  expect(edges).toEqual([])
})

test('a track on the roads proposes nothing', () => {
  expect(
    propose([
      [0.2, 0],
      [3.8, 0],
    ]),
  ).toEqual({ edges: [], tooShort: 0, tooSlow: 0, repeated: 0 })
})
