import { between } from '@borne/geodata/geometry/along-line'
import { metresPerDegree, sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Position } from '@borne/geodata/geometry/position'
import { edgeLine, edgeOf, type RoadGraph } from '@borne/geodata/road-network/graph'
import { arcsTo, CLOSED, searchFrom } from '@borne/geodata/road-network/shortest-path'
import { arcMetresFor } from '@borne/geodata/tracks/arc-metres'
import { type TrackPoints, TrackPointsBuilder } from '@borne/geodata/tracks/track-points'
import type { Random } from './random.ts'

export interface RecordingOptions {
  /** Standard deviation of the error on each axis; its length is 1.25 times as much in the mean. */
  noiseMetres: number
  samplingSeconds: number
  /** Time in which the error loses all but 1/e of itself; 0 = each error is independent. */
  correlationSeconds?: number
}

/** What was driven of an edge. */
export interface DrivenPiece {
  edge: number
  isForward: boolean
  /** In metres from the edge's first node, along the edge's own direction: `from` < `to`. */
  fromMetres: number
  toMetres: number
  seconds: number
}

export interface Drive {
  pieces: DrivenPiece[]
  /** True position at each second, stops included. */
  positions: Position[]
}

/** km/h by class; the driver's own speed is around it. */
const CLASS_KMH: Readonly<Record<string, number>> = {
  trunk: 85,
  primary: 70,
  secondary: 55,
  tertiary: 45,
  unclassified: 35,
  residential: 22,
  track: 25,
}
const OTHER_KMH = 15
const START_MS = Date.UTC(2026, 2, 1, 8)
/** A way is chosen among the nodes that lie so many seconds from the start. */
const SHORTEST_DRIVE_SECONDS = 900
const LONGEST_DRIVE_SECONDS = 3_600

/**
 * Drives over the network from a random place to another. The way is the quickest by costs that are wrong by a factor
 * of 0.5 to 2 for each edge, so it is not the quickest by the network's own. The speed is that of the class times the
 * driver's temper and a slow variation; about every fifteen minutes there is a stop of 20 to 200 seconds.
 */
export function driveSomewhere(graph: RoadGraph, random: Random, modes: number): Drive {
  for (;;) {
    const arcs = chooseWay(graph, random, modes)
    if (arcs) return driveAlong(graph, random, arcs)
  }
}

/** What a receiver records of a drive: every so many seconds a position with a normal error on each axis. */
export function recordDrive(drive: Drive, random: Random, options: RecordingOptions): TrackPoints {
  const { noiseMetres, samplingSeconds, correlationSeconds = 0 } = options
  const keeps = correlationSeconds > 0 ? Math.exp(-samplingSeconds / correlationSeconds) : 0
  const fresh = Math.sqrt(1 - keeps * keeps)
  let [east, north] = [noiseMetres * normal(random), noiseMetres * normal(random)]
  const builder = new TrackPointsBuilder()
  for (let second = 0; second < drive.positions.length; second += samplingSeconds) {
    const [lon, lat] = drive.positions[second]!
    const [perLon, perLat] = metresPerDegree(lat)
    builder.add(lon + east / perLon, lat + north / perLat, START_MS + 1000 * second, Number.NaN)
    east = keeps * east + fresh * noiseMetres * normal(random)
    north = keeps * north + fresh * noiseMetres * normal(random)
  }
  return builder.build()
}

/** Standard normal (Box & Muller). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
  return radius * Math.cos(2 * Math.PI * random.next())
}

function chooseWay(graph: RoadGraph, random: Random, modes: number): number[] | null {
  const { arcMetres } = arcMetresFor(graph, modes)
  const errors = Float64Array.from({ length: graph.edgeCount }, () => 0.5 * 4 ** random.next())
  const centiseconds = Int32Array.from(arcMetres, (metres, arc) => {
    const edge = graph.arcEdge[arc]!
    return metres === Infinity ? CLOSED : Math.round(100 * errors[edge]! * secondsOf(graph, edge))
  })
  const start = random.int(0, graph.nodeCount - 1)
  const tree = searchFrom(graph, centiseconds, [{ node: start, cost: 0 }], {
    maxCost: 100 * LONGEST_DRIVE_SECONDS,
  })
  const ends: number[] = []
  for (let node = 0; node < graph.nodeCount; node++) {
    const cost = tree.costTo(node)
    if (cost >= 100 * SHORTEST_DRIVE_SECONDS && cost < CLOSED) ends.push(node)
  }
  return ends.length === 0 ? null : arcsTo(graph, tree, random.pick(ends))
}

function secondsOf(graph: RoadGraph, edge: number): number {
  const { highway, lengthMetres } = edgeOf(graph, edge)
  return (3.6 * lengthMetres) / (CLASS_KMH[highway] ?? OTHER_KMH)
}

function driveAlong(graph: RoadGraph, random: Random, arcs: readonly number[]): Drive {
  const temper = Math.exp(0.15 * normal(random))
  const drive: Drive = { pieces: [], positions: [] }
  let mood = 0
  let left = 0
  for (const [i, arc] of arcs.entries()) {
    const edge = graph.arcEdge[arc]!
    const isForward = graph.isForward[arc] === 1
    const line = isForward ? edgeLine(graph, edge) : edgeLine(graph, edge).reverse()
    const along = measureLine(line)
    const { highway, lengthMetres } = edgeOf(graph, edge)
    const scale = lengthMetres / along[along.length - 1]!
    const start = i === 0 ? random.next() * lengthMetres : 0
    const end = i === arcs.length - 1 ? random.next() * (lengthMetres - start) + start : lengthMetres
    let metres = start
    const before = drive.positions.length
    for (;;) {
      mood = 0.98 * mood + 0.04 * normal(random)
      const speed = ((CLASS_KMH[highway] ?? OTHER_KMH) / 3.6) * temper * Math.exp(mood)
      const room = (end - metres) / speed
      if (room < 1 - left) {
        left += Math.max(0, room)
        break
      }
      metres += (1 - left) * speed
      left = 0
      const position = positionAt(line, along, metres / scale)
      const stood = random.chance(1 / 900) ? random.int(20, 200) : 1
      for (let second = 0; second < stood; second++) drive.positions.push(position)
    }
    const [fromMetres, toMetres] = isForward ? [start, end] : [lengthMetres - end, lengthMetres - start]
    drive.pieces.push({ edge, isForward, fromMetres, toMetres, seconds: drive.positions.length - before })
  }
  return drive
}

function measureLine(line: readonly Position[]): Float64Array {
  const along = new Float64Array(line.length)
  for (let i = 1; i < line.length; i++) along[i] = along[i - 1]! + sphericalMetres(line[i - 1]!, line[i]!)
  return along
}

function positionAt(line: readonly Position[], along: Float64Array, metres: number): Position {
  let i = 1
  while (i < line.length - 1 && along[i]! < metres) i++
  const length = along[i]! - along[i - 1]!
  return between(line[i - 1]!, line[i]!, length > 0 ? Math.min(1, (metres - along[i - 1]!) / length) : 0)
}
