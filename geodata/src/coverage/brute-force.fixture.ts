import geodesic from 'geographiclib-geodesic'
import { bboxOf } from '../geometry/bbox.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Bbox, Position } from '../geometry/position.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import type { NetworkOptions } from '../road-network/types.ts'
import type { BorderAccess, CoverageNetwork, StartPost } from './coverage-types.ts'

const BORDER_STEP_METRES = 50
const ROAD_STEP_METRES = 20

/** A place of a road, and how long a start takes to it. */
interface RoadPlace {
  position: Position
  edge: number
  fraction: number
}

/**
 * The border in reach by other means: points every 50 m from the beginning of each segment, roads as points every 20 m,
 * times by repeated relaxation, all distances tried. Only the speeds of the roads are those of the product.
 *
 * Lengths: the same published library (geographiclib) that the product uses, here walked along instead of summed; the
 * benchmark compares with PostGIS.
 */
export function bruteReachedMetres(
  { graph, borders }: CoverageNetwork,
  posts: readonly StartPost[],
  minutes: number,
  { maxMetres, kmh }: BorderAccess,
  options: NetworkOptions,
): number {
  const lines = borders.filter(({ inGuidimakha }) => inGuidimakha)
  const box = bboxOf(lines.flatMap(({ coordinates }) => coordinates))
  const places = roadPlaces(graph, options)
    .filter(({ position: [lon, lat] }) => isWithin(box, lon, lat))
    .sort((a, b) => a.position[1] - b.position[1])
  const seconds = places.map(() => Infinity)
  for (const { position } of posts) {
    const start = nearest(places, position!)
    const times = relax(graph, start, options)
    places.forEach((place, i) => {
      seconds[i] = Math.min(seconds[i]!, secondsTo(graph, place, start, times, options))
    })
  }
  const inTime = places
    .map((place, i) => ({ place, seconds: seconds[i]! }))
    .filter((one) => one.seconds < Infinity)
  const perDegree = 110_000
  let reached = 0
  for (const { coordinates } of lines) {
    for (const { position, metres } of stepsAlong(coordinates)) {
      const first = lowerBound(inTime, position[1] - maxMetres / perDegree)
      for (let i = first; i < inTime.length; i++) {
        const { place, seconds: onRoad } = inTime[i]!
        if (place.position[1] > position[1] + maxMetres / perDegree) break
        if (Math.abs(place.position[0] - position[0]) > maxMetres / 100_000) continue
        const off = sphericalMetres(place.position, position)
        if (off > maxMetres || onRoad + (kmh === null ? 0 : (off * 3.6) / kmh) > minutes * 60) continue
        reached += metres
        break
      }
    }
  }
  return reached
}

/** Points at equal distances along a line, each standing for as much of it; the last for the rest. */
function stepsAlong(line: readonly Position[]): { position: Position; metres: number }[] {
  const WGS84 = geodesic.Geodesic.WGS84
  const steps: { position: Position; metres: number }[] = []
  let next = BORDER_STEP_METRES / 2
  let passed = 0
  for (let i = 1; i < line.length; i++) {
    const piece = WGS84.InverseLine(line[i - 1]![1], line[i - 1]![0], line[i]![1], line[i]![0])
    for (; next <= passed + piece.s13; next += BORDER_STEP_METRES) {
      const { lat2 = 0, lon2 = 0 } = piece.Position(next - passed)
      steps.push({ position: [lon2, lat2], metres: BORDER_STEP_METRES })
    }
    passed += piece.s13
  }
  return steps
}

function isOpen(graph: RoadGraph, edge: number, options: NetworkOptions): boolean {
  if (graph.gaps.has(edge)) return false
  const isAtHome = graph.countries[graph.edgeCountry[edge]!] === 'MRT'
  return isAtHome && conditionsOf(graph, options).edgeCentiseconds[edge]! < 2 ** 29
}

/** Posts stand near the border, and so do the roads from which it is come to. */
function isWithin([west, south, east, north]: Bbox, lon: number, lat: number): boolean {
  return lon > west - 0.1 && lon < east + 0.1 && lat > south - 0.1 && lat < north + 0.1
}

function roadPlaces(graph: RoadGraph, options: NetworkOptions): RoadPlace[] {
  const places: RoadPlace[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!isOpen(graph, edge, options)) continue
    const line: Position[] = []
    for (let i = graph.coordinateStart[edge]!; i < graph.coordinateStart[edge + 1]!; i++) {
      line.push([graph.coordinates[2 * i]!, graph.coordinates[2 * i + 1]!])
    }
    const lengths = line.slice(1).map((end, i) => sphericalMetres(line[i]!, end))
    const total = lengths.reduce((sum, metres) => sum + metres, 0)
    let passed = 0
    lengths.forEach((metres, i) => {
      const count = Math.max(1, Math.ceil(metres / ROAD_STEP_METRES))
      for (let k = 0; k <= count; k++) {
        const [a, b] = [line[i]!, line[i + 1]!]
        const t = k / count
        places.push({
          position: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
          edge,
          fraction: total > 0 ? (passed + t * metres) / total : 0,
        })
      }
      passed += metres
    })
  }
  return places
}

function nearest(places: readonly RoadPlace[], position: Position): RoadPlace {
  let best = places[0]!
  let least = Infinity
  for (const place of places) {
    const metres = sphericalMetres(place.position, position)
    if (metres >= least) continue
    best = place
    least = metres
  }
  return best
}

/** Who may drive an edge which way: every road of the bundled network is open to all, some one way only. */
function isOneway(graph: RoadGraph, edge: number): boolean {
  const node = graph.edgeTo[edge]!
  for (let arc = graph.arcStart[node]!; arc < graph.arcStart[node + 1]!; arc++) {
    if (graph.arcEdge[arc] === edge && graph.isForward[arc] === 0 && (graph.arcAccess[arc]! & 0b111) !== 0)
      return false
  }
  return true
}

/** Seconds to every node: whatever became quicker is relaxed again, in the order in which it did (Bellman–Ford–Moore). */
function relax(graph: RoadGraph, start: RoadPlace, options: NetworkOptions): Float64Array {
  const { edgeCentiseconds } = conditionsOf(graph, options)
  const seconds = new Float64Array(graph.nodeCount).fill(Infinity)
  const roadsFrom: { to: number; seconds: number }[][] = Array.from({ length: graph.nodeCount }, () => [])
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!isOpen(graph, edge, options)) continue
    const [from, to] = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]
    roadsFrom[from]!.push({ to, seconds: edgeCentiseconds[edge]! / 100 })
    if (!isOneway(graph, edge)) roadsFrom[to]!.push({ to: from, seconds: edgeCentiseconds[edge]! / 100 })
  }
  const whole = edgeCentiseconds[start.edge]! / 100
  const waiting = [graph.edgeTo[start.edge]!]
  seconds[waiting[0]!] = (1 - start.fraction) * whole
  if (!isOneway(graph, start.edge)) {
    waiting.push(graph.edgeFrom[start.edge]!)
    seconds[waiting[1]!] = start.fraction * whole
  }
  for (let i = 0; i < waiting.length; i++) {
    const from = waiting[i]!
    for (const road of roadsFrom[from]!) {
      const reached = seconds[from]! + road.seconds
      if (reached >= seconds[road.to]!) continue
      seconds[road.to] = reached
      waiting.push(road.to)
    }
  }
  return seconds
}

function secondsTo(
  graph: RoadGraph,
  { edge, fraction }: RoadPlace,
  start: RoadPlace,
  times: Float64Array,
  options: NetworkOptions,
): number {
  const whole = conditionsOf(graph, options).edgeCentiseconds[edge]! / 100
  const fromFirst = times[graph.edgeFrom[edge]!]! + fraction * whole
  const fromLast = isOneway(graph, edge) ? Infinity : times[graph.edgeTo[edge]!]! + (1 - fraction) * whole
  const isAhead = edge === start.edge && (fraction >= start.fraction || !isOneway(graph, edge))
  const own = isAhead ? Math.abs(fraction - start.fraction) * whole : Infinity
  return Math.min(fromFirst, fromLast, own)
}

function lowerBound(sorted: readonly { place: RoadPlace }[], lat: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.place.position[1] < lat) low = middle + 1
    else high = middle
  }
  return low
}
