import { fileURLToPath } from 'node:url'
import { nearestOnLine, sliceLine } from '@borne/geodata/geometry/along-line'
import { readRoadNetwork } from '@borne/geodata/import/read-road-network'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import { edgeLine, type RoadGraph } from '@borne/geodata/road-network/graph'
import { MOTOR_MODES } from '@borne/geodata/road-network/road-codes'
import { CLOSED, searchFrom } from '@borne/geodata/road-network/shortest-path'
import { arcMetresFor } from '@borne/geodata/tracks/arc-metres'
import { cleanTrack } from '@borne/geodata/tracks/clean-track'
import { CLEANING_DEFAULTS } from '@borne/geodata/tracks/cleaning'
import { matchTrack } from '@borne/geodata/tracks/match-track'
import { PROPOSAL_DEFAULTS, proposeEdges } from '@borne/geodata/tracks/propose-edges'
import { WaySearch } from '@borne/geodata/tracks/way-search'
import { beforeAll, expect, test } from 'vitest'
import { driveSomewhere, recordDrive } from '../support/drive-track.ts'
import { measureMatching } from '../support/measure-matching.ts'
import { Random } from '../support/random.ts'

const DATA = fileURLToPath(new URL('../../geodata/data', import.meta.url))
const NOW = { ...CLEANING_DEFAULTS, nowMs: Date.UTC(2030, 0) }

let graph: RoadGraph
beforeAll(async () => {
  graph = buildRoadGraph(await readRoadNetwork(DATA))
})

test.each([
  { noiseMetres: 10, samplingSeconds: 5, goal: 0.97 },
  { noiseMetres: 30, samplingSeconds: 30, goal: 0.9 },
  { noiseMetres: 30, samplingSeconds: 1, goal: 0.97 },
  { noiseMetres: 30, samplingSeconds: 30, correlationSeconds: 60, goal: 0.9 },
])(
  'rightly matched of tracks with $noiseMetres m noise each $samplingSeconds s',
  ({ goal, ...recording }) => {
    const { rightShare, wrongShare, drivenKilometres } = measureMatching(graph, {
      ...recording,
      tracks: 25,
      seed: 100,
    })
    expect(drivenKilometres).toBeGreaterThan(300)
    expect(rightShare).toBeGreaterThanOrEqual(goal)
    expect(wrongShare).toBeLessThan(0.03)
  },
)

test('matched ways go on from edge to edge, in the order of the clock', () => {
  for (let seed = 0; seed < 10; seed++) {
    const drive = driveSomewhere(graph, new Random(seed), MOTOR_MODES)
    const recording = { noiseMetres: 20, samplingSeconds: 5 }
    const points = recordDrive(drive, new Random(seed + 1000), recording)
    const { runs } = matchTrack(graph, cleanTrack(points, NOW))
    expect(runs.length).toBeGreaterThan(0)
    for (const { pieces } of runs) {
      pieces.forEach((piece, i) => {
        expect(piece.leaveMs).toBeGreaterThanOrEqual(piece.enterMs)
        if (i === 0) return
        const before = pieces[i - 1]!
        expect(piece.enterMs).toBeGreaterThanOrEqual(before.leaveMs - 1e-6)
        const left = before.isForward ? graph.edgeTo[before.edge] : graph.edgeFrom[before.edge]
        const entered = piece.isForward ? graph.edgeFrom[piece.edge] : graph.edgeTo[piece.edge]
        if (piece.edge !== before.edge) expect(entered).toBe(left)
        else expect(piece.fromFraction).toBeCloseTo(before.toFraction, 6)
      })
    }
  }
})

test('the bounded search between candidates finds the lengths of the plain one', () => {
  const random = new Random(5)
  const { arcMetres } = arcMetresFor(graph, MOTOR_MODES)
  const centimetres = Int32Array.from(arcMetres, (m) => (m === Infinity ? CLOSED : Math.round(100 * m)))
  const search = new WaySearch(graph, arcMetres)
  let found = 0
  for (let run = 0; run < 300; run++) {
    const start = random.int(0, graph.nodeCount - 1)
    const arcs = Array.from({ length: 20 }, () => random.int(0, arcMetres.length - 1))
    const near = arcs.filter((arc) => arcMetres[arc]! < Infinity)
    const targets = [...new Set(near.map((arc) => 2 * graph.arcEdge[arc]! + graph.isForward[arc]!))]
    search.aimAt(targets)
    const metres = new Float64Array(targets.length).fill(Infinity)
    search.searchFrom(start, 30_000, metres)
    const tree = searchFrom(graph, centimetres, [{ node: start, cost: 0 }])
    targets.forEach((target, t) => {
      const tail = target & 1 ? graph.edgeFrom[target >> 1]! : graph.edgeTo[target >> 1]!
      const plain = tree.costTo(tail) / 100
      if (plain <= 29_990) expect(Math.abs(metres[t]! - plain)).toBeLessThan(5)
      if (plain > 30_010) expect(metres[t]).toBe(Infinity)
      if (plain <= 29_990) found++
    })
  }
  expect(found).toBeGreaterThan(20)
})

test('roads that the network lacks are proposed where they were driven, and no others', async () => {
  const records = await readRoadNetwork(DATA)
  const drives = Array.from({ length: 20 }, (_, seed) =>
    driveSomewhere(graph, new Random(500 + seed), MOTOR_MODES),
  )
  const lacking = drives.flatMap(({ pieces }) => {
    const inside = pieces.slice(1, -1).filter(({ fromMetres, toMetres }) => toMetres - fromMetres > 1_000)
    return inside.length > 0 ? [inside.reduce((a, b) => (b.toMetres > a.toMetres ? b : a)).edge] : []
  })
  expect(lacking.length).toBeGreaterThan(10)
  const ids = new Set(lacking.map((edge) => graph.edgeId[edge]!))
  const reduced = buildRoadGraph({ ...records, edges: records.edges.filter(({ id }) => !ids.has(id)) })
  const lines = [...new Set(lacking)].map((edge) => edgeLine(graph, edge))
  const found = new Set<number>()
  let wrong = 0
  for (const [seed, drive] of drives.entries()) {
    const recording = { noiseMetres: 10, samplingSeconds: 5, correlationSeconds: 60 }
    const track = cleanTrack(recordDrive(drive, new Random(seed), recording), NOW)
    const { edges } = proposeEdges(reduced, track, matchTrack(reduced, track), {
      ...PROPOSAL_DEFAULTS,
      modes: MOTOR_MODES,
    })
    for (const { coordinates, lengthMetres } of edges) {
      const middle = sliceLine(coordinates, 0.5, 0.5)[0]!
      const place = lines.findIndex((line) => nearestOnLine(line, middle).metres < 30)
      if (place < 0) wrong += lengthMetres
      else found.add(place)
    }
  }
  console.log(
    `${found.size} of ${lines.length} roads proposed, ${Math.round(wrong)} m where there is none missing`,
  )
  expect(found.size / lines.length).toBeGreaterThan(0.9)
  expect(wrong).toBeLessThan(1_000)
})
