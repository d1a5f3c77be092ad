import Flatbush from 'flatbush'
import { metresPerDegree } from '../../geometry/distance.ts'
import type { Position } from '../../geometry/position.ts'
import { HIGHWAYS, type Highway } from '../../road-network/road-codes.ts'
import { findId, GrowingNumbers, sortUnique } from './id-table.ts'

interface ClassedLine {
  readonly highway: Highway
  readonly coordinates: readonly Position[]
}

/** Roads whose directions differ by less are the same way: cosine of 40°. */
const SAME_DIRECTION = Math.cos((40 * Math.PI) / 180)

/** The straight pieces of a network's roads, to find those that lie beside another road. */
export class PieceIndex {
  /** x1, y1, x2, y2 in degrees × 10⁷, and the class. */
  readonly #ends: Int32Array
  readonly #classes: Uint8Array
  readonly #tree: Flatbush | null
  /** Digests of whole lines, rising. */
  readonly #lines: Float64Array
  readonly #nearMetres: number

  static of(lines: Iterable<ClassedLine>, nearMetres: number): PieceIndex {
    const ends = new GrowingNumbers()
    const classes: number[] = []
    const digests = new GrowingNumbers()
    for (const line of lines) {
      digests.push(digestOf(line))
      const { highway, coordinates } = line
      for (let i = 1; i < coordinates.length; i++) {
        const [a, b] = [coordinates[i - 1]!, coordinates[i]!]
        if (a[0] === b[0] && a[1] === b[1]) continue
        ends.push(a[0] * 1e7)
        ends.push(a[1] * 1e7)
        ends.push(b[0] * 1e7)
        ends.push(b[1] * 1e7)
        classes.push(HIGHWAYS.indexOf(highway))
      }
    }
    return new PieceIndex(ends.values(), classes, sortUnique(digests.values()), nearMetres)
  }

  private constructor(
    ends: Float64Array,
    classes: readonly number[],
    lines: Float64Array,
    nearMetres: number,
  ) {
    this.#ends = new Int32Array(ends.length)
    for (let i = 0; i < ends.length; i++) this.#ends[i] = Math.round(ends[i]!)
    this.#classes = Uint8Array.from(classes)
    this.#lines = lines
    this.#nearMetres = nearMetres
    this.#tree = classes.length > 0 ? new Flatbush(classes.length, 16, Int32Array) : null
    const at = this.#ends
    for (let i = 0; i < at.length; i += 4) {
      const [x1, y1, x2, y2] = [at[i]!, at[i + 1]!, at[i + 2]!, at[i + 3]!]
      this.#tree?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
    }
    this.#tree?.finish()
  }

  /** Whether the very same line is there, of the same class: but for one in 10¹⁰ others. */
  probablyHas(line: ClassedLine): boolean {
    return findId(this.#lines, digestOf(line)) >= 0
  }

  /** Whether nothing at all is near any of a line. */
  isFarFrom(line: readonly Position[]): boolean {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [lon, lat] of line) {
      if (lon < west) west = lon
      if (lat < south) south = lat
      if (lon > east) east = lon
      if (lat > north) north = lat
    }
    let isFar = true
    this.#search(west, south, east, north, () => {
      isFar = false
      return false
    })
    return isFar
  }

  /** Classes of the pieces beside the middle of a short step and in its direction, the nearest first. */
  near(from: Position, to: Position): Highway[] {
    const [perLon, perLat] = metresPerDegree(from[1])
    const lon = (from[0] + to[0]) / 2
    const lat = (from[1] + to[1]) / 2
    const [stepX, stepY] = [(to[0] - from[0]) * perLon, (to[1] - from[1]) * perLat]
    const found: { metres: number; code: number }[] = []
    this.#search(lon, lat, lon, lat, (piece) => {
      const at = 4 * piece
      const [x1, y1] = [this.#ends[at]!, this.#ends[at + 1]!]
      const [x2, y2] = [this.#ends[at + 2]!, this.#ends[at + 3]!]
      const [ax, ay] = [(x1 / 1e7 - lon) * perLon, (y1 / 1e7 - lat) * perLat]
      const [dx, dy] = [((x2 - x1) / 1e7) * perLon, ((y2 - y1) / 1e7) * perLat]
      if (!isSameDirection(stepX, stepY, dx, dy)) return true
      const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
      const metres = Math.hypot(ax + along * dx, ay + along * dy)
      if (metres <= this.#nearMetres) found.push({ metres, code: this.#classes[piece]! })
      return true
    })
    return found.sort((a, b) => a.metres - b.metres || a.code - b.code).map(({ code }) => HIGHWAYS[code]!)
  }

  #search(west: number, south: number, east: number, north: number, visit: (piece: number) => boolean): void {
    const [perLon, perLat] = metresPerDegree(north)
    const [dLon, dLat] = [(this.#nearMetres / perLon) * 1e7, (this.#nearMetres / perLat) * 1e7]
    let isOpen = true
    this.#tree?.search(
      west * 1e7 - dLon,
      south * 1e7 - dLat,
      east * 1e7 + dLon,
      north * 1e7 + dLat,
      (piece) => {
        if (isOpen) isOpen = visit(piece)
        return false
      },
    )
  }
}

function isSameDirection(ax: number, ay: number, bx: number, by: number): boolean {
  const cosine = (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by))
  return Math.abs(cosine) >= SAME_DIRECTION
}

/** Of a line's class and its positions to the sixth decimal, as fine as the database gives them back (FNV-1a, twice). */
function digestOf({ highway, coordinates }: ClassedLine): number {
  let low = 0x811c9dc5 ^ HIGHWAYS.indexOf(highway)
  let high = 0x01000193 ^ coordinates.length
  for (const [lon, lat] of coordinates) {
    for (const number of [Math.round(lon * 1e6), Math.round(lat * 1e6)]) {
      low = Math.imul(low ^ number, 0x01000193)
      high = Math.imul(high ^ (number >>> 7) ^ (number << 25), 0x85ebca6b)
      high ^= high >>> 15
    }
  }
  return (low >>> 0) + ((high >>> 0) % 2 ** 21) * 2 ** 32
}
