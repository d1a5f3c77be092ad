/**
 * Points of a recorded track as columns, in the order of the record. A segment is a stretch that was recorded without
 * a break: segment i is the points `segmentStart[i]` to `segmentStart[i + 1] - 1`.
 */
export interface TrackPoints {
  count: number
  /** Degrees, WGS 84. */
  lon: Float64Array
  lat: Float64Array
  /** Milliseconds since 1970 in UTC; NaN where the record has none. */
  instantMs: Float64Array
  /** NaN where the record has none. */
  elevationMetres: Float32Array
  /** Ascending, from 0; its last item is `count`. */
  segmentStart: Uint32Array
}

/** Columns that grow while points are added. */
export class TrackPointsBuilder {
  #lon = new Float64Array(1024)
  #lat = new Float64Array(1024)
  #instantMs = new Float64Array(1024)
  #elevationMetres = new Float32Array(1024)
  #segmentStart: number[] = []
  #count = 0
  #isSegmentOpen = false

  get count(): number {
    return this.#count
  }

  /** The next point begins a segment. Segments without points leave no trace. */
  endSegment(): void {
    this.#isSegmentOpen = false
  }

  add(lon: number, lat: number, instantMs: number, elevationMetres: number): void {
    if (this.#count === this.#lon.length) this.#grow()
    if (!this.#isSegmentOpen) this.#segmentStart.push(this.#count)
    this.#isSegmentOpen = true
    const at = this.#count++
    this.#lon[at] = lon
    this.#lat[at] = lat
    this.#instantMs[at] = instantMs
    this.#elevationMetres[at] = elevationMetres
  }

  build(): TrackPoints {
    const count = this.#count
    return {
      count,
      lon: this.#lon.slice(0, count),
      lat: this.#lat.slice(0, count),
      instantMs: this.#instantMs.slice(0, count),
      elevationMetres: this.#elevationMetres.slice(0, count),
      segmentStart: Uint32Array.from([...this.#segmentStart, count]),
    }
  }

  #grow(): void {
    const size = 2 * this.#lon.length
    const grown = <T extends Float64Array | Float32Array>(column: T, larger: T): T => {
      larger.set(column)
      return larger
    }
    this.#lon = grown(this.#lon, new Float64Array(size))
    this.#lat = grown(this.#lat, new Float64Array(size))
    this.#instantMs = grown(this.#instantMs, new Float64Array(size))
    this.#elevationMetres = grown(this.#elevationMetres, new Float32Array(size))
  }
}

/**
 * Columns from points as objects, in one segment or several.
 *
 * @param segments Positions are [lon, lat]; a missing instant or elevation becomes NaN.
 */
export function toTrackPoints(
  segments: readonly (readonly { position: readonly [number, number]; instantMs?: number | null }[])[],
): TrackPoints {
  const builder = new TrackPointsBuilder()
  for (const segment of segments) {
    for (const { position, instantMs } of segment) {
      builder.add(position[0], position[1], instantMs ?? Number.NaN, Number.NaN)
    }
    builder.endSegment()
  }
  return builder.build()
}
