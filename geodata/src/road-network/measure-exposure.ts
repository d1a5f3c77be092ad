import Flatbush from 'flatbush'
import { crossingOf } from '../geometry/crossing.ts'
import { metresPerDegree, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { RoadGraph } from './graph.ts'
import type { RoadStructure } from './types.ts'

/** Rivers farther than this are not measured: no flood plain is taken to be wider. */
export const MOST_RIVER_METRES = 5_000

interface ExposedEdge {
  coordinates: readonly Position[]
  structure: RoadStructure | null
  /** The course is known, and it runs on the ground. */
  isExposed: boolean
}

interface Lines {
  index: Flatbush
  /** Four numbers a piece: lon, lat, lon, lat. */
  ends: Float64Array
}

/**
 * Where the edges meet watercourses without a bridge, and how far their positions are from rivers that flood.
 *
 * A ford that is mapped counts as one meeting in the middle of its edge, whether a watercourse is drawn there or not.
 *
 * @param edges Only the exposed ones are measured: schematic lines, ferries, bridges and tunnels meet nothing.
 */
export function measureExposure(
  edges: readonly ExposedEdge[],
  wadis: readonly (readonly Position[])[],
  floodRivers: readonly (readonly Position[])[],
): Pick<RoadGraph, 'riverMetres' | 'wadiStart' | 'wadiAt'> {
  const wadiLines = indexLines(wadis)
  const riverLines = indexLines(floodRivers)
  const wadiStart = new Uint32Array(edges.length + 1)
  const wadiAt: number[] = []
  const positionCount = edges.reduce((sum, { coordinates }) => sum + coordinates.length, 0)
  const metres = new Uint16Array(positionCount)
  let at = 0
  edges.forEach((edge, e) => {
    const isOnGround = edge.structure !== 'bridge' && edge.structure !== 'tunnel'
    if (edge.isExposed && isOnGround) wadiAt.push(...meetings(edge, wadiLines))
    wadiStart[e + 1] = wadiAt.length
    for (const position of edge.coordinates) {
      metres[at++] = edge.isExposed ? riverMetres(position, riverLines) : 0xffff
    }
  })
  return { riverMetres: metres, wadiStart, wadiAt: Float32Array.from(wadiAt) }
}

function indexLines(lines: readonly (readonly Position[])[]): Lines | null {
  const count = lines.reduce((sum, line) => sum + line.length - 1, 0)
  if (count <= 0) return null
  const index = new Flatbush(count)
  const ends = new Float64Array(4 * count)
  let item = 0
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!]
      index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
      ends.set([...a, ...b], 4 * item++)
    }
  }
  index.finish()
  return { index, ends }
}

/** Fractions of the edge's length, ascending. */
function meetings({ coordinates, structure }: ExposedEdge, lines: Lines | null): number[] {
  const found: number[] = []
  if (lines) {
    let passed = 0
    for (let i = 1; i < coordinates.length; i++) {
      const [a, b] = [coordinates[i - 1]!, coordinates[i]!]
      for (const place of meetingsOnPiece(a, b, lines)) found.push(passed + sphericalMetres(a, place))
      passed += sphericalMetres(a, b)
    }
    found.forEach((metres, i) => {
      found[i] = passed > 0 ? Math.min(1, metres / passed) : 0
    })
  }
  if (found.length === 0 && structure === 'ford') found.push(0.5)
  return found.sort((a, b) => a - b)
}

function meetingsOnPiece(a: Position, b: Position, { index, ends }: Lines): Position[] {
  const box = [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
  ] as const
  return index.search(...box).flatMap((item) => {
    const [lonC, latC, lonD, latD] = ends.subarray(4 * item, 4 * item + 4)
    const place = crossingOf(a, b, [lonC!, latC!], [lonD!, latD!])
    return place ? [place] : []
  })
}

/** Distance of a position from the nearest river, metres; 65 535 = far. */
function riverMetres(position: Position, rivers: Lines | null): number {
  const metres = rivers ? metresToLines(position, rivers, MOST_RIVER_METRES) : Infinity
  return metres === Infinity ? 0xffff : Math.round(metres)
}

function metresToLines(position: Position, { index, ends }: Lines, most: number): number {
  const [perLon, perLat] = metresPerDegree(position[1])
  const [x, y] = position
  const box = [x - most / perLon, y - most / perLat, x + most / perLon, y + most / perLat] as const
  let least = Infinity
  for (const item of index.search(...box)) {
    const [ax, ay, bx, by] = ends.subarray(4 * item, 4 * item + 4)
    const dx = (bx! - ax!) * perLon
    const dy = (by! - ay!) * perLat
    const square = dx * dx + dy * dy
    const along = (x - ax!) * perLon * dx + (y - ay!) * perLat * dy
    const share = square > 0 ? Math.max(0, Math.min(1, along / square)) : 0
    const metres = Math.hypot((x - ax!) * perLon - share * dx, (y - ay!) * perLat - share * dy)
    if (metres < least) least = metres
  }
  return least <= most ? least : Infinity
}
