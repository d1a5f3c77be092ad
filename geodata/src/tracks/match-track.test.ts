import { expect, test } from 'vitest'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { modeBit } from '../road-network/road-codes.ts'
import type { RoadEdgeRecord, TurnRestriction } from '../road-network/types.ts'
import { cleanTrack } from './clean-track.ts'
import { CLEANING_DEFAULTS } from './cleaning.ts'
import { matchTrack } from './match-track.ts'
import type { MatchedPiece, MatchOptions } from './matched-track.ts'
import { toTrackPoints } from './track-points.ts'

const START = Date.UTC(2026, 2, 1, 8)
/** East, north in kilometres, and seconds after the start. */
type Stated = readonly [x: number, y: number, seconds: number]

/**
 * Node n at the stated place; roads straight between them.
 *
 *   1 ─── 2 ─── 3 ─── 4    y = 0, 1 km each
 *         │
 *         5                2 km north of 2
 */
const PLACES: Readonly<Record<number, readonly [number, number]>> = {
  1: [0, 0],
  2: [1, 0],
  3: [2, 0],
  4: [3, 0],
  5: [1, 2],
}

function edge(id: number, u: number, v: number, stated: Partial<RoadEdgeRecord> = {}): RoadEdgeRecord {
  const [a, b] = [PLACES[u]!, PLACES[v]!]
  const lengthMetres = 1000 * Math.hypot(b[0] - a[0], b[1] - a[1])
  return road({ id, u, v, lengthMetres, coordinates: [at(...a), at(...b)], ...stated })
}

const NETWORK = [edge(12, 1, 2), edge(23, 2, 3), edge(34, 3, 4), edge(25, 2, 5)]

function match(
  edges: readonly RoadEdgeRecord[],
  track: readonly Stated[],
  options: Partial<MatchOptions> = {},
  restrictions: readonly TurnRestriction[] = [],
) {
  const graph = buildRoadGraph({ edges, restrictions })
  const points = toTrackPoints([
    track.map(([x, y, seconds]) => ({ position: at(x, y), instantMs: START + 1000 * seconds })),
  ])
  const cleaned = cleanTrack(points, { ...CLEANING_DEFAULTS, nowMs: START + 1e9 })
  const matched = matchTrack(graph, cleaned, { sigmaMetres: 10, betaMetres: 10, ...options })
  const tell = ({ edge: e, isForward, fromFraction, toFraction }: MatchedPiece) =>
    `${edges[e]!.id} ${isForward ? '→' : '←'} ${fromFraction.toFixed(2)}–${toFraction.toFixed(2)}`
  const pieces = matched.runs.flatMap((run) => run.pieces)
  return { matched, pieces, told: pieces.map(tell) }
}

/** Straight on from one place to another at 36 km/h, a point each 10 s. */
function drive(
  from: readonly [number, number],
  to: readonly [number, number],
  startSeconds: number,
): Stated[] {
  const metres = 1000 * Math.hypot(to[0] - from[0], to[1] - from[1])
  const steps = Math.round(metres / 100)
  return Array.from({ length: steps + 1 }, (_, i): Stated => {
    const share = i / steps
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), startSeconds + 10 * i]
  })
}

const seconds = (ms: number) => (ms - START) / 1000

test('a drive over three edges: fractions, lengths and instants', () => {
  const { told, pieces, matched } = match(NETWORK, drive([0.5, 0], [2.5, 0], 0))
  expect(told).toEqual(['12 → 0.50–1.00', '23 → 0.00–1.00', '34 → 0.00–0.50'])
  expect(matched.unmatched).toEqual([])
  expect(matched.matchedMetres).toBeCloseTo(2000, 0)
  expect(pieces.map(({ enterMs }) => Math.round(seconds(enterMs)))).toEqual([0, 50, 150])
  expect(pieces.map(({ leaveMs }) => Math.round(seconds(leaveMs)))).toEqual([50, 150, 200])
})

test('backwards, fractions fall', () => {
  const { told } = match(NETWORK, drive([2.5, 0], [0.5, 0], 0))
  expect(told).toEqual(['34 ← 0.50–0.00', '23 ← 1.00–0.00', '12 ← 1.00–0.50'])
})

test('points beside the road and falling back do not make the vehicle dither', () => {
  const offsets = [0, 0.012, -0.008, 0.004, -0.011]
  const track = Array.from({ length: 150 }, (_, i): Stated => {
    return [0.4 + 0.009 * i + offsets[i % 5]!, offsets[(i + 2) % 5]!, i]
  })
  const { told, matched } = match(NETWORK, track)
  expect(told).toHaveLength(2)
  expect(matched.matchedMetres).toBeGreaterThan(1_300)
  expect(matched.matchedMetres).toBeLessThan(1_380)
})

test('a drive into a dead end and back is told as such', () => {
  const track = [
    ...drive([0.5, 0], [1, 0], 0),
    ...drive([1, 0.1], [1, 1.2], 60),
    ...drive([1, 1.1], [1, 0.3], 180),
  ]
  const { told } = match(NETWORK, track)
  expect(told).toEqual(['12 → 0.50–1.00', '25 → 0.00–0.60', '25 ← 0.60–0.15'])
})

test('a stop belongs to the edge on which it was', () => {
  const track = [...drive([0.5, 0], [1.5, 0], 0), ...drive([1.5, 0], [2.5, 0], 400)]
  const { pieces } = match(NETWORK, track)
  expect(pieces.map(({ haltSeconds }) => haltSeconds)).toEqual([0, 300, 0])
  expect(seconds(pieces[1]!.leaveMs) - seconds(pieces[1]!.enterMs)).toBeCloseTo(400, 0)
})

test('of two carriageways the one in the direction of travel is taken, though the other is nearer', () => {
  const y = 0.015
  const edges = [
    road({ id: 1, u: 1, v: 2, isOneway: true, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 3, v: 4, isOneway: true, coordinates: [at(1, y), at(0, y)] }),
  ]
  const { told } = match(edges, drive([0.1, 0.009], [0.9, 0.009], 0))
  expect(told).toEqual(['1 → 0.10–0.90'])
})

test('a lorry is not matched to a footway, a walker is', () => {
  const foot = modeBit('foot')
  const edges = [edge(12, 1, 2, { accessForward: foot, accessBackward: foot })]
  const track = drive([0.1, 0], [0.9, 0], 0)
  expect(match(edges, track, { modes: modeBit('lorry') }).told).toEqual([])
  expect(match(edges, track, { modes: foot }).told).toEqual(['12 → 0.10–0.90'])
})

test('a forbidden turn is not taken', () => {
  const around = road({
    id: 99,
    u: 2,
    v: 5,
    lengthMetres: 2_001,
    coordinates: [at(1, 0), at(1.008, 0.1), at(1.008, 1.9), at(1, 2)],
  })
  const edges = [...NETWORK, around]
  const track = [...drive([0.5, 0], [1, 0], 0), ...drive([1, 0.1], [1, 1.5], 60)]
  expect(match(edges, track).told).toEqual(['12 → 0.50–1.00', '25 → 0.00–0.75'])
  const noTurn = [{ fromEdge: 12, viaNode: 2, toEdge: 25, modes: 0b11111 }]
  expect(match(edges, track, {}, noTurn).told).toEqual(['12 → 0.50–1.00', '99 → 0.00–0.75'])
})

test('a stretch far from roads is told apart, between the matched points at its ends', () => {
  const track = [
    ...drive([0.2, 0], [0.8, 0], 0),
    ...drive([0.9, -0.3], [1.9, -0.3], 100),
    ...drive([2.2, 0], [2.8, 0], 250),
  ]
  const { told, matched } = match(NETWORK, track)
  expect(told).toEqual(['12 → 0.20–0.80', '34 → 0.20–0.80'])
  const unmatched = { firstPoint: 6, lastPoint: 18, reason: 'off-road' }
  expect(matched.unmatched).toEqual([{ ...unmatched, lengthMetres: expect.closeTo(316 + 1000 + 424, -1) }])
  expect(matched).toMatchObject({ usedPoints: 14, unmatchedPoints: 11, breaks: 0 })
})

test('roads without a way between them break the run', () => {
  const { told, matched } = match(
    [edge(12, 1, 2), edge(34, 3, 4)],
    [...drive([0.2, 0], [1, 0], 0), ...drive([2, 0], [2.8, 0], 110)],
  )
  expect(told).toEqual(['12 → 0.20–1.00', '34 → 0.00–0.80'])
  expect(matched.breaks).toBe(1)
  expect(matched.unmatched).toMatchObject([{ reason: 'no-way', lengthMetres: expect.closeTo(1000, -1) }])
})

test('a few positions that fit nothing are passed over', () => {
  const track = drive([0.2, 0], [1.8, 0], 0).map(
    ([x, y, s], i): Stated => [x, i === 5 || i === 6 ? 0.12 : y, s],
  )
  const { told, matched } = match(NETWORK, track)
  expect(told).toEqual(['12 → 0.20–1.00', '23 → 0.00–0.80'])
  expect(matched).toMatchObject({ usedPoints: 15, skippedPoints: 2, breaks: 0 })
})

test('a track without instants is matched without times', () => {
  const graph = buildRoadGraph({ edges: NETWORK })
  const points = toTrackPoints([drive([0.5, 0], [2.5, 0], 0).map(([x, y]) => ({ position: at(x, y) }))])
  const { runs } = matchTrack(graph, cleanTrack(points, { ...CLEANING_DEFAULTS, nowMs: START }))
  expect(runs[0]!.pieces).toHaveLength(3)
  expect(
    runs[0]!.pieces.every(({ enterMs, leaveMs }) => Number.isNaN(enterMs) && Number.isNaN(leaveMs)),
  ).toBe(true)
})

test('a track of thousands of points is settled in pieces without a seam', () => {
  const length = 3_000
  const edges = Array.from({ length }, (_, i) =>
    road({ id: i, u: i, v: i + 1, lengthMetres: 100, coordinates: [at(i / 10, 0), at((i + 1) / 10, 0)] }),
  )
  const { matched, pieces } = match(edges, drive([0, 0], [length / 10, 0], 0))
  expect(matched).toMatchObject({ usedPoints: length + 1, breaks: 0, unmatched: [] })
  expect(matched.runs).toHaveLength(1)
  expect(pieces.map(({ edge: e }) => e)).toEqual(edges.map(({ id }) => id))
  expect(matched.matchedMetres).toBeCloseTo(100 * length, 0)
})

test('nowhere near a road nothing is matched, and the noise is not made up', () => {
  const { matched } = match(NETWORK, drive([50, 50], [51, 50], 0), { sigmaMetres: null, betaMetres: null })
  expect(matched).toMatchObject({ runs: [], usedPoints: 0, unmatchedPoints: 11, matchedMetres: 0 })
  expect(matched.unmatched).toMatchObject([{ firstPoint: 0, lastPoint: 10, reason: 'off-road' }])
})
