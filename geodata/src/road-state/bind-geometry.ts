import { nearestOnLine } from '../geometry/along-line.ts'
import { bboxAround, bboxOf } from '../geometry/bbox.ts'
import { crossingOf } from '../geometry/crossing.ts'
import { metresPerDegree, sphericalLengthMetres, sphericalMetres } from '../geometry/distance.ts'
import type { Bbox, Position } from '../geometry/position.ts'
import { edgeLine, type RoadGraph } from '../road-network/graph.ts'
import type { Interval } from './conditions.ts'
import type { RoadClosure } from './types.ts'

/** A point farther than this from every road closes none. */
export const POINT_REACH_METRES = 200
/** Roads that pass this near to a closed point are closed with the nearest one: it stands at their junction. */
const JUNCTION_METRES = 15
/** A road this near to a closed line runs along it. */
export const LINE_REACH_METRES = 30
const STEP_METRES = 25
/** Shorter stretches beside a closed line belong to roads that only cross it, at 25 degrees or more. */
const LEAST_ALONG_METRES = 5 * LINE_REACH_METRES

/** Stretches of edges that a shape covers. */
export type Bound = Map<number, Interval[]>

/**
 * Which stretches of mapped roads a point, line or area lies on.
 *
 * A point lies on the nearest road within `POINT_REACH_METRES`, and on those that meet it there; a line on roads
 * that run along it within `LINE_REACH_METRES`; an area on all that is inside it.
 *
 * @returns Intervals by edge index; empty when the shape touches no road.
 */
export function bindGeometry(graph: RoadGraph, geometry: RoadClosure['geometry']): Bound {
  switch (geometry.type) {
    case 'Point':
      return bindPoint(graph, geometry.coordinates as Position)
    case 'LineString':
      return bindLine(graph, geometry.coordinates as Position[])
    case 'Polygon':
      return bindArea(graph, geometry.coordinates as Position[][])
  }
}

function edgesNear(graph: RoadGraph, box: Bbox): number[] {
  return [...new Set(graph.pieces.search(...box).map((item) => graph.pieceEdge[item]!))].sort((a, b) => a - b)
}

function bindPoint(graph: RoadGraph, position: Position): Bound {
  const places = edgesNear(graph, bboxAround(position, POINT_REACH_METRES)).map((edge) => {
    const { fraction, position: nearest } = nearestOnLine(edgeLine(graph, edge), position)
    return { edge, fraction, metres: sphericalMetres(position, nearest) }
  })
  const least = Math.min(...places.map(({ metres }) => metres))
  const bound: Bound = new Map()
  if (least > POINT_REACH_METRES) return bound
  for (const { edge, fraction, metres } of places) {
    if (metres <= Math.max(least, JUNCTION_METRES)) bound.set(edge, [[fraction, fraction]])
  }
  return bound
}

function bindLine(graph: RoadGraph, line: readonly Position[]): Bound {
  const bound: Bound = new Map()
  for (const edge of edgesNear(graph, widen(bboxOf(line), LINE_REACH_METRES))) {
    const along = stretchAlong(edgeLine(graph, edge), line)
    if (along) bound.set(edge, [along])
  }
  return bound
}

/** From the first to the last place of a road that is near the line, if it runs along it for long enough. */
function stretchAlong(road: readonly Position[], line: readonly Position[]): Interval | null {
  const total = sphericalLengthMetres(road)
  const steps = Math.max(1, Math.ceil(total / STEP_METRES))
  let first = -1
  let last = -1
  let near = 0
  for (const [i, position] of evenly(road, steps).entries()) {
    if (sphericalMetres(position, nearestOnLine(line, position).position) > LINE_REACH_METRES) continue
    if (first < 0) first = i
    last = i
    near++
  }
  const nearMetres = (near / (steps + 1)) * total
  if (near === 0 || (nearMetres < LEAST_ALONG_METRES && near <= steps / 2)) return null
  return [first / steps, last / steps]
}

/** `steps + 1` positions at equal distances along a line. */
function evenly(line: readonly Position[], steps: number): Position[] {
  const total = sphericalLengthMetres(line)
  const positions: Position[] = []
  let piece = 1
  let passed = 0
  let pieceMetres = sphericalMetres(line[0]!, line[1]!)
  for (let step = 0; step <= steps; step++) {
    const wanted = (step / steps) * total
    while (piece < line.length - 1 && passed + pieceMetres < wanted) {
      passed += pieceMetres
      piece++
      pieceMetres = sphericalMetres(line[piece - 1]!, line[piece]!)
    }
    const share = pieceMetres > 0 ? Math.min(1, (wanted - passed) / pieceMetres) : 0
    const [a, b] = [line[piece - 1]!, line[piece]!]
    positions.push([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])])
  }
  return positions
}

function bindArea(graph: RoadGraph, rings: readonly (readonly Position[])[]): Bound {
  const bound: Bound = new Map()
  for (const edge of edgesNear(graph, bboxOf(rings.flat()))) {
    const inside = stretchesInside(edgeLine(graph, edge), rings)
    if (inside.length > 0) bound.set(edge, inside)
  }
  return bound
}

/** The parts of a line inside an area, cut exactly where it crosses the area's rim. */
export function stretchesInside(
  line: readonly Position[],
  rings: readonly (readonly Position[])[],
): Interval[] {
  const total = sphericalLengthMetres(line)
  if (total === 0) return isInside(line[0]!, rings) ? [[0, 1]] : []
  const stretches: [number, number][] = []
  let passed = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const metres = sphericalMetres(a, b)
    for (const [from, to] of sharesInside(a, b, rings)) {
      const start = (passed + from * metres) / total
      const end = (passed + to * metres) / total
      const last = stretches.at(-1)
      if (last && start - last[1] < 1e-9) last[1] = end
      else stretches.push([start, end])
    }
    passed += metres
  }
  return stretches
}

function sharesInside(a: Position, b: Position, rings: readonly (readonly Position[])[]): Interval[] {
  const breaks = [0, 1]
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const place = crossingOf(a, b, ring[i - 1]!, ring[i]!)
      if (place) breaks.push(shareOn(a, b, place))
    }
  }
  breaks.sort((x, y) => x - y)
  return breaks.slice(1).flatMap((to, i): Interval[] => {
    const from = breaks[i]!
    const middle = (from + to) / 2
    const position: Position = [a[0] + middle * (b[0] - a[0]), a[1] + middle * (b[1] - a[1])]
    return to > from && isInside(position, rings) ? [[from, to]] : []
  })
}

function shareOn(a: Position, b: Position, place: Position): number {
  const axis = Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]) ? 0 : 1
  return (place[axis] - a[axis]) / (b[axis] - a[axis])
}

/** Whether a position is inside an area: an odd number of rims lies to its east. */
export function isInside([x, y]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!
      const [bx, by] = ring[i]!
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  }
  return inside
}

function widen([west, south, east, north]: Bbox, metres: number): Bbox {
  const [perLon, perLat] = metresPerDegree((south + north) / 2)
  return [west - metres / perLon, south - metres / perLat, east + metres / perLon, north + metres / perLat]
}
