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
  /** Of each run along an edge. */
  readonly scratches: readonly [Scratch, Scratch]
}

/** The best leavings of the edge that is being swept; the arrays are used again for the next. */
interface Scratch {
  /** Infinity = not near. */
  readonly cost: Float64Array
  readonly roadCost: Float64Array
  readonly fraction: Float64Array
  /** The first `count` are the spots that are near. */
  readonly touched: Int32Array
  count: number
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
    scratches: [newScratch(count), newScratch(count)],
  }
}

function newScratch(spotCount: number): Scratch {
  return {
    cost: new Float64Array(spotCount).fill(Infinity),
    roadCost: new Float64Array(spotCount),
    fraction: new Float64Array(spotCount),
    touched: new Int32Array(spotCount),
    count: 0,
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
 * @param run Place in the runs.
 * @param cost Along the edge and off it, in whole hundredths of a second; `roadCost` along the edge alone.
 * @param fraction Where the edge is left, 0 its first node and 1 its last.
 */
export type TakeLeaving = (
  run: number,
  spot: number,
  cost: number,
  roadCost: number,
  fraction: number,
) => void

/**
 * Leaves an edge for every spot within `maxMetres` of where one gets on it, at the place from which edge and straight
 * stretch together take least.
 *
 * Exact: along a straight piece of road the time is convex, so its least is known in closed form. Distances are measured on
 * the plane around the spot.
 *
 * @param runs At most two.
 * @param take Told of every run and spot, run by run.
 */
export function leaveEdge(
  graph: RoadGraph,
  spots: Spots,
  edge: number,
  runs: readonly EdgeRun[],
  take: TakeLeaving,
): void {
  sweepEdge(graph, spots, edge, runs)
  for (let run = 0; run < runs.length; run++) {
    const scratch = spots.scratches[run]!
    const { cost, roadCost, fraction, touched } = scratch
    for (let i = 0; i < scratch.count; i++) {
      const spot = touched[i]!
      const rounded = Math.min(CLOSED - 1, Math.round(cost[spot]!))
      take(run, spot, rounded, Math.min(rounded, Math.round(roadCost[spot]!)), fraction[spot]!)
      cost[spot] = Infinity
    }
    scratch.count = 0
  }
}

/** A straight piece of an edge: its ends in degrees, and the places of the edge at which it begins and ends. */
interface Piece {
  ax: number
  ay: number
  bx: number
  by: number
  from: number
  to: number
}

/** Writes the least costs of an edge into the scratch arrays. */
function sweepEdge(graph: RoadGraph, spots: Spots, edge: number, runs: readonly EdgeRun[]): void {
  const { index, margin, scratches } = spots
  if (!index) return
  const { coordinates, coordinateStart } = graph
  const first = coordinateStart[edge]!
  let places: Float64Array | undefined
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
    const piece = { ax, ay, bx, by, from: places[i - 1 - first]!, to: places[i - first]! }
    for (const spot of near) {
      if (!placeNear(spots, spot, piece)) continue
      for (let run = 0; run < runs.length; run++)
        offer(scratches[run]!, spot, piece, runs[run]!, spots.access)
    }
  }
}

/** Where a piece comes near a spot; one object that is used again and again, since there are millions. */
const NEAR = {
  lengthMetres: 0,
  /** The foot of the spot on the piece's line, as a share of the piece, and how far off it is. */
  foot: 0,
  offMetres: 0,
  /** The part of the piece that is near enough, as shares. */
  low: 0,
  high: 0,
}

/** Writes `NEAR`. @returns Whether any part of the piece is near enough. */
function placeNear(
  { positions, metresPerLon, metresPerLat, access: { maxMetres } }: Spots,
  spot: number,
  { ax, ay, bx, by }: Piece,
): boolean {
  const position = positions[spot]!
  const perLon = metresPerLon[spot]!
  const x = (ax - position[0]) * perLon
  const y = (ay - position[1]) * metresPerLat
  const dx = (bx - ax) * perLon
  const dy = (by - ay) * metresPerLat
  const square = dx * dx + dy * dy
  const length = Math.sqrt(square)
  const foot = square > 0 ? -(x * dx + y * dy) / square : 0
  const offMetres = square > 0 ? Math.abs(x * dy - y * dx) / length : Math.sqrt(x * x + y * y)
  if (offMetres > maxMetres) return false
  const half = square > 0 ? Math.sqrt(maxMetres * maxMetres - offMetres * offMetres) / length : 0
  NEAR.lengthMetres = length
  NEAR.foot = foot
  NEAR.offMetres = offMetres
  NEAR.low = Math.max(0, foot - half)
  NEAR.high = Math.min(1, foot + half)
  return NEAR.low <= NEAR.high
}

/** Takes in the best leaving of the piece of `NEAR`, if the run comes to it. */
function offer(
  scratch: Scratch,
  spot: number,
  { from, to }: Piece,
  run: EdgeRun,
  { kmh }: BorderAccess,
): void {
  const { lengthMetres, foot, offMetres } = NEAR
  const span = to - from
  const least = run.isForward ? run.from : run.stop
  const most = run.isForward ? run.stop : run.from
  let { low, high } = NEAR
  if (span > 0) {
    low = Math.max(low, (least - from) / span)
    high = Math.min(high, (most - from) / span)
  } else if (from < least || from > most) return
  if (low > high) return
  const offPerMetre = kmh === null ? 0 : 360 / kmh
  const roadPerMetre = lengthMetres > 0 ? (span * run.whole) / lengthMetres : 0
  let share = run.isForward ? low : high
  if (offPerMetre > roadPerMetre && lengthMetres > 0) {
    const ratio = roadPerMetre / offPerMetre
    const before = (offMetres * ratio) / Math.sqrt(1 - ratio * ratio) / lengthMetres
    share = Math.min(high, Math.max(low, run.isForward ? foot - before : foot + before))
  }
  const fraction = from + share * span
  const roadCost = Math.abs(fraction - run.from) * run.whole
  const along = (share - foot) * lengthMetres
  const cost = roadCost + offPerMetre * Math.sqrt(offMetres * offMetres + along * along)
  const known = scratch.cost[spot]!
  if (cost >= known) return
  if (known === Infinity) scratch.touched[scratch.count++] = spot
  scratch.cost[spot] = cost
  scratch.roadCost[spot] = roadCost
  scratch.fraction[spot] = fraction
}

/** Places of the positions of a line by length on the sphere, 0 to 1, as `sliceLine` has them. */
function placesOf(line: readonly Position[]): Float64Array {
  const passed = new Float64Array(line.length)
  for (let i = 1; i < line.length; i++) passed[i] = passed[i - 1]! + sphericalMetres(line[i - 1]!, line[i]!)
  const total = passed[line.length - 1]!
  return total > 0 ? passed.map((metres) => metres / total) : passed
}
