import Flatbush from 'flatbush'
import { metresPerDegree, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { edgeLine, type RoadGraph } from '../road-network/graph.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import type { BorderAccess } from './coverage-types.ts'

/** Places beside the roads, indexed. Entry i of every array is of place i. */
export interface Spots {
  readonly positions: readonly Position[]
  readonly access: BorderAccess
  /** null when there are none. */
  readonly index: Flatbush | null
  readonly metresPerLon: Float64Array
  readonly metresPerLat: number
  /** Degrees that reach at least `maxMetres` at every spot. */
  readonly margin: readonly [lon: number, lat: number]
  readonly scratch: Scratch
}

/** Arrays that every edge uses again. */
interface Scratch {
  readonly cost: Float64Array
  readonly roadCost: Float64Array
  readonly fraction: Float64Array
  readonly touched: Int32Array
}

export function indexSpots(positions: readonly Position[], access: BorderAccess): Spots {
  const count = positions.length
  const index = count > 0 ? new Flatbush(count) : null
  for (const [lon, lat] of positions) index?.add(lon, lat, lon, lat)
  index?.finish()
  const metresPerLon = Float64Array.from(positions, ([, lat]) => metresPerDegree(lat)[0])
  const [, metresPerLat] = metresPerDegree(0)
  const leastPerLon = metresPerLon.reduce((least, metres) => Math.min(least, metres), metresPerLat)
  return {
    positions,
    access,
    index,
    metresPerLon,
    metresPerLat,
    margin: [access.maxMetres / leastPerLon, access.maxMetres / metresPerLat],
    scratch: {
      cost: new Float64Array(count).fill(Infinity),
      roadCost: new Float64Array(count),
      fraction: new Float64Array(count),
      touched: new Int32Array(count),
    },
  }
}

/** Whether some spot may be near enough to an edge: by its box. */
export function isNearSpots(
  { coordinates, coordinateStart }: RoadGraph,
  { index, margin }: Spots,
  edge: number,
): boolean {
  if (!index) return false
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = coordinateStart[edge]!; i < coordinateStart[edge + 1]!; i++) {
    const lon = coordinates[2 * i]!
    const lat = coordinates[2 * i + 1]!
    if (lon < west) west = lon
    if (lon > east) east = lon
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  if (west - margin[0] > index.maxX || east + margin[0] < index.minX) return false
  if (south - margin[1] > index.maxY || north + margin[1] < index.minY) return false
  return index.collides(west - margin[0], south - margin[1], east + margin[0], north + margin[1])
}

/** How one comes along an edge: from a place of it, and how far one gets; in the direction of the edge if `stop` is the greater. */
export interface EdgeRun {
  from: number
  stop: number
  isForward: boolean
  /** Hundredths of a second over the whole edge. */
  whole: number
}

/**
 * The cheapest place at which to leave an edge for a spot.
 *
 * @param cost Along the edge and off it, in whole hundredths of a second; `roadCost` along the edge alone.
 * @param fraction Where the edge is left, 0 its first node and 1 its last.
 */
export type TakeLeaving = (spot: number, cost: number, roadCost: number, fraction: number) => void

/**
 * Leaves an edge for every spot within `maxMetres` of where one gets on it, at the place from which edge and straight
 * stretch together take least.
 *
 * Exact: along a straight piece of road the time is convex, so its least is known in closed form. Distances are measured on
 * the plane around the spot.
 */
export function leaveEdge(
  graph: RoadGraph,
  spots: Spots,
  edge: number,
  run: EdgeRun,
  take: TakeLeaving,
): void {
  const { cost, roadCost, fraction, touched } = spots.scratch
  const count = sweepEdge(graph, spots, edge, run)
  for (let i = 0; i < count; i++) {
    const spot = touched[i]!
    const rounded = Math.min(CLOSED - 1, Math.round(cost[spot]!))
    take(spot, rounded, Math.min(rounded, Math.round(roadCost[spot]!)), fraction[spot]!)
    cost[spot] = Infinity
  }
}

/** Writes the least costs of an edge into the scratch arrays. @returns How many spots were touched. */
function sweepEdge(graph: RoadGraph, spots: Spots, edge: number, run: EdgeRun): number {
  const { index, margin, scratch } = spots
  if (!index) return 0
  const { coordinates, coordinateStart } = graph
  const first = coordinateStart[edge]!
  let places: Float64Array | undefined
  let count = 0
  for (let i = first + 1; i < coordinateStart[edge + 1]!; i++) {
    const [ax, ay] = [coordinates[2 * i - 2]!, coordinates[2 * i - 1]!]
    const [bx, by] = [coordinates[2 * i]!, coordinates[2 * i + 1]!]
    const near = index.search(
      Math.min(ax, bx) - margin[0],
      Math.min(ay, by) - margin[1],
      Math.max(ax, bx) + margin[0],
      Math.max(ay, by) + margin[1],
    )
    if (near.length === 0) continue
    places ??= placesOf(edgeLine(graph, edge))
    const [from, to] = [places[i - 1 - first]!, places[i - first]!]
    for (const spot of near) {
      const isFirst = scratch.cost[spot] === Infinity
      if (offer(spots, spot, ax, ay, bx, by, from, to, run) && isFirst) scratch.touched[count++] = spot
    }
  }
  return count
}

/** Takes in the best leaving of a straight piece of an edge for a spot. @returns Whether there is one. */
function offer(
  { positions, metresPerLon, metresPerLat, access, scratch }: Spots,
  spot: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  from: number,
  to: number,
  run: EdgeRun,
): boolean {
  const position = positions[spot]!
  const perLon = metresPerLon[spot]!
  const x = (ax - position[0]) * perLon
  const y = (ay - position[1]) * metresPerLat
  const dx = (bx - ax) * perLon
  const dy = (by - ay) * metresPerLat
  const square = dx * dx + dy * dy
  const length = Math.sqrt(square)
  const { maxMetres, kmh } = access
  // The foot of the spot on the piece's line, as a share of the piece, and how far off it is.
  const foot = square > 0 ? -(x * dx + y * dy) / square : 0
  const offMetres = square > 0 ? Math.abs(x * dy - y * dx) / length : Math.sqrt(x * x + y * y)
  if (offMetres > maxMetres) return false
  const half = square > 0 ? Math.sqrt(maxMetres * maxMetres - offMetres * offMetres) / length : 0
  const span = to - from
  const least = run.isForward ? run.from : run.stop
  const most = run.isForward ? run.stop : run.from
  let low = Math.max(0, foot - half)
  let high = Math.min(1, foot + half)
  if (span > 0) {
    low = Math.max(low, (least - from) / span)
    high = Math.min(high, (most - from) / span)
  } else if (from < least || from > most) return false
  if (low > high) return false
  const offPerMetre = kmh === null ? 0 : 360 / kmh
  const roadPerMetre = length > 0 ? (span * run.whole) / length : 0
  let share = run.isForward ? low : high
  if (offPerMetre > roadPerMetre && length > 0) {
    const ratio = roadPerMetre / offPerMetre
    const before = (offMetres * ratio) / Math.sqrt(1 - ratio * ratio) / length
    share = Math.min(high, Math.max(low, run.isForward ? foot - before : foot + before))
  }
  const fraction = from + share * span
  const roadCost = Math.abs(fraction - run.from) * run.whole
  const along = (share - foot) * length
  const cost = roadCost + offPerMetre * Math.sqrt(offMetres * offMetres + along * along)
  if (cost < scratch.cost[spot]!) {
    scratch.cost[spot] = cost
    scratch.roadCost[spot] = roadCost
    scratch.fraction[spot] = fraction
  }
  return true
}

/** Places of the positions of a line by length on the sphere, 0 to 1, as `sliceLine` has them. */
function placesOf(line: readonly Position[]): Float64Array {
  const passed = new Float64Array(line.length)
  for (let i = 1; i < line.length; i++) passed[i] = passed[i - 1]! + sphericalMetres(line[i - 1]!, line[i]!)
  const total = passed[line.length - 1]!
  return total > 0 ? passed.map((metres) => metres / total) : passed
}
