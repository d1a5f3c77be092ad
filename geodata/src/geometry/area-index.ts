import { bboxOf } from './bbox.ts'
import type { Bbox, Position } from './position.ts'

export interface NamedArea {
  name: string
  /** Polygons of rings, the outer one first; holes are left out by the even-odd rule. */
  polygons: readonly (readonly (readonly Position[])[])[]
}

interface IndexedArea {
  name: string
  bbox: Bbox
  /** By strip of latitude: x1, y1, x2, y2 of every piece of a ring that touches it. */
  strips: Map<number, number[]>
}

/** Height of a strip: lower ones hold fewer pieces, and more of them twice. */
const STRIP_DEGREES = 0.01

/**
 * Prepares areas for the question in which of them a position lies, asked of many positions.
 *
 * @returns The name of the first area that holds the position, null where none does. On a border line itself, one of
 *   both sides.
 */
export function indexAreas(areas: readonly NamedArea[]): (position: Position) => string | null {
  const indexed = areas.flatMap(indexArea)
  return (position) => indexed.find((area) => isInside(area, position))?.name ?? null
}

function indexArea({ name, polygons }: NamedArea): IndexedArea[] {
  const rings = polygons.flat().filter(({ length }) => length > 2)
  if (rings.length === 0) return []
  const strips = new Map<number, number[]>()
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) addPiece(strips, ring[i]!, ring[(i + 1) % ring.length]!)
  }
  return [{ name, bbox: bboxOf(rings.flat()), strips }]
}

function addPiece(strips: Map<number, number[]>, [x1, y1]: Position, [x2, y2]: Position): void {
  if (y1 === y2) return
  const first = stripOf(Math.min(y1, y2))
  const last = stripOf(Math.max(y1, y2))
  for (let strip = first; strip <= last; strip++) {
    const pieces = strips.get(strip)
    if (pieces) pieces.push(x1, y1, x2, y2)
    else strips.set(strip, [x1, y1, x2, y2])
  }
}

function stripOf(lat: number): number {
  return Math.floor(lat / STRIP_DEGREES)
}

/** Counts how often a line to the east meets the rings. */
function isInside({ bbox, strips }: IndexedArea, [lon, lat]: Position): boolean {
  if (lon < bbox[0] || lon > bbox[2] || lat < bbox[1] || lat > bbox[3]) return false
  const pieces = strips.get(stripOf(lat)) ?? []
  let isOdd = false
  for (let i = 0; i < pieces.length; i += 4) {
    const y1 = pieces[i + 1]!
    const y2 = pieces[i + 3]!
    if (y1 > lat === y2 > lat) continue
    const x1 = pieces[i]!
    if (lon < x1 + ((pieces[i + 2]! - x1) * (lat - y1)) / (y2 - y1)) isOdd = !isOdd
  }
  return isOdd
}
