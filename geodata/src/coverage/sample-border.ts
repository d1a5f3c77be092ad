import { between } from '../geometry/along-line.ts'
import { geodesicMetres } from '../geometry/geodesic.ts'
import type { Position } from '../geometry/position.ts'

/** The border is judged in pieces no longer than this. */
const PIECE_METRES = 50

export interface BorderLine {
  readonly id: string
  readonly coordinates: readonly Position[]
}

/** A segment of the border in the arrays of `BorderSamples`. */
export interface SampledSegment {
  readonly id: string
  /** Its pieces are `first` to `first + count - 1`. */
  readonly first: number
  readonly count: number
  /** Geodesic, on the ellipsoid. */
  readonly lengthMetres: number
}

/** Border lines in pieces, each judged by its middle; entry i of every array is of piece i. */
export interface BorderSamples {
  /** In the order given. */
  readonly segments: readonly SampledSegment[]
  /** Of lines with less than two positions. */
  readonly skippedSegmentIds: readonly string[]
  readonly starts: readonly Position[]
  readonly middles: readonly Position[]
  readonly ends: readonly Position[]
  /** Geodesic lengths. */
  readonly metres: Float64Array
  /** Where the piece begins and ends, along its segment; one ends exactly where the next begins. */
  readonly fromMetres: Float64Array
  readonly toMetres: Float64Array
}

/**
 * Cuts border lines into pieces of at most 50 m, equally long between two positions of a line.
 *
 * @returns The lengths of the pieces sum to those of the segments. A line of less than two positions has no pieces, and is
 *   named in `skippedSegmentIds`.
 */
export function sampleBorder(lines: readonly BorderLine[]): BorderSamples {
  const [starts, middles, ends]: Position[][] = [[], [], []]
  const metres: number[] = []
  const fromMetres: number[] = []
  const toMetres: number[] = []
  const segments = lines.map(({ id, coordinates }): SampledSegment => {
    const first = metres.length
    let passed = 0
    for (let i = 1; i < coordinates.length; i++) {
      const [a, b] = [coordinates[i - 1]!, coordinates[i]!]
      const length = geodesicMetres(a, b)
      const count = Math.max(1, Math.ceil(length / PIECE_METRES))
      for (let k = 0; k < count; k++) {
        starts!.push(between(a, b, k / count))
        middles!.push(between(a, b, (k + 0.5) / count))
        ends!.push(k + 1 === count ? b : between(a, b, (k + 1) / count))
        metres.push(length / count)
        fromMetres.push(passed + (k * length) / count)
        toMetres.push(k + 1 === count ? passed + length : passed + ((k + 1) * length) / count)
      }
      passed += length
    }
    return { id, first, count: metres.length - first, lengthMetres: passed }
  })
  return {
    segments,
    skippedSegmentIds: lines.flatMap(({ id, coordinates }) => (coordinates.length < 2 ? [id] : [])),
    starts: starts!,
    middles: middles!,
    ends: ends!,
    metres: Float64Array.from(metres),
    fromMetres: Float64Array.from(fromMetres),
    toMetres: Float64Array.from(toMetres),
  }
}
