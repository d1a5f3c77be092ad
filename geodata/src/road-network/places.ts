import Flatbush from 'flatbush'
import { bboxOf } from '../geometry/bbox.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { NamedPlace } from './types.ts'

/** A named stretch of the border line, of the register of segments. */
export interface NetworkSegment {
  readonly id: string
  /** The two countries that it parts: mrt-sen, mrt-mli, sen-mli. */
  readonly border: string
  readonly name: string
  readonly neighbour: string
  readonly moughataa: string | null
  readonly inGuidimakha: boolean
  readonly geometryVersion: string
  readonly coordinates: readonly Position[]
}

/** A settlement that has a name. */
export interface NetworkSettlement {
  readonly id: string
  readonly name: string
  readonly nameAr: string | null
  readonly place: string
  readonly population: number | null
  readonly iso3: string | null
  readonly position: Position
}

/** The nearest named settlement, wherever it lies, with the spherical distance; null when there is none at all. */
export function findNearSettlement(
  { settlements }: { readonly settlements: readonly NamedPlace[] },
  position: Position,
): { name: string; distanceMetres: number } | null {
  let name: string | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const settlement of settlements) {
    const distance = sphericalMetres(position, settlement.position)
    if (distance >= nearest) continue
    nearest = distance
    name = settlement.name
  }
  return name === null ? null : { name, distanceMetres: Math.round(nearest) }
}

/** Whether the straight line from `from` to `to` goes over the border line an odd number of times. */
export function isAcrossBorder(
  { borders }: { readonly borders: readonly Pick<NetworkSegment, 'coordinates'>[] },
  from: Position,
  to: Position,
): boolean {
  let count = 0
  for (const { coordinates } of borders) {
    for (let index = 1; index < coordinates.length; index++) {
      if (meets(from, to, coordinates[index - 1]!, coordinates[index]!)) count++
    }
  }
  return count % 2 === 1
}

/** `isAcrossBorder` for many lines: the pieces of the border are indexed once. */
export function indexBorder({
  borders,
}: {
  readonly borders: readonly Pick<NetworkSegment, 'coordinates'>[]
}): (from: Position, to: Position) => boolean {
  const pieces = borders.flatMap(({ coordinates }) =>
    coordinates.slice(1).map((end, i) => [coordinates[i]!, end] as const),
  )
  if (pieces.length === 0) return () => false
  const index = new Flatbush(pieces.length)
  for (const piece of pieces) index.add(...bboxOf(piece))
  index.finish()
  return (from, to) => {
    const near = index.search(...bboxOf([from, to]))
    return near.filter((i) => meets(from, to, ...pieces[i]!)).length % 2 === 1
  }
}

function meets(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

/** Strict on one side only, so that a line through a vertex of the border is counted once. */
function side([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): boolean {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax) > 0
}
