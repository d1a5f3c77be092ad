import { metresPerDegree } from '../geometry/distance.ts'
import type { CleanTrack } from './cleaning.ts'
import type { TrackPoints } from './track-points.ts'

/** The speed at a point is taken over so many seconds before and after it. */
const SPEED_SECONDS = 20
const LEAST_METRES_A_SECOND = 1
const MOST_WINDOW_SECONDS = 30

/**
 * Takes noise out of densely recorded points: each becomes the mean of those recorded around it while the vehicle went
 * a stated distance. Points that are farther apart, halts, ends of parts and untimed tracks stay as they are.
 *
 * @param metres Distance over which the mean is taken; small beside what tells one road from another.
 * @returns The same points with other positions.
 */
export function smoothPoints({ points, dwellSeconds }: CleanTrack, metres: number): TrackPoints {
  const smooth = { ...points, lon: points.lon.slice(), lat: points.lat.slice() }
  if (points.count === 0 || Number.isNaN(points.instantMs[0]!)) return smooth
  for (let s = 0; s + 1 < points.segmentStart.length; s++) {
    const [first, end] = [points.segmentStart[s]!, points.segmentStart[s + 1]!]
    const around = new WindowMean(points, dwellSeconds, first, end)
    for (let i = first + 1; i < end - 1; i++) {
      if (dwellSeconds[i]! > 0) continue
      const seconds = Math.min(MOST_WINDOW_SECONDS, metres / around.speedAt(i))
      around.meanAt(i, 500 * seconds, smooth)
    }
  }
  return smooth
}

/** Means over a window of one part, that never reach over a halt. */
class WindowMean {
  readonly #points: TrackPoints
  readonly #dwellSeconds: Float64Array
  readonly #first: number
  readonly #end: number

  constructor(points: TrackPoints, dwellSeconds: Float64Array, first: number, end: number) {
    this.#points = points
    this.#dwellSeconds = dwellSeconds
    this.#first = first
    this.#end = end
  }

  /** Metres a second: before the point or after it, whichever is more, so that a turn is no standstill. */
  speedAt(i: number): number {
    const { lon, lat, instantMs } = this.#points
    const [perLon, perLat] = metresPerDegree(lat[i]!)
    const speedTo = (j: number) => {
      const seconds = Math.abs(instantMs[j]! - instantMs[i]!) / 1000
      return seconds > 0
        ? Math.hypot((lon[j]! - lon[i]!) * perLon, (lat[j]! - lat[i]!) * perLat) / seconds
        : 0
    }
    const [a, b] = this.#window(i, 1000 * SPEED_SECONDS)
    return Math.max(LEAST_METRES_A_SECOND, speedTo(a), speedTo(b))
  }

  meanAt(i: number, halfMs: number, into: TrackPoints): void {
    const [a, b] = this.#window(i, halfMs)
    if (a === b) return
    let [lon, lat] = [0, 0]
    for (let j = a; j <= b; j++) {
      lon += this.#points.lon[j]! - this.#points.lon[i]!
      lat += this.#points.lat[j]! - this.#points.lat[i]!
    }
    into.lon[i] = this.#points.lon[i]! + lon / (b - a + 1)
    into.lat[i] = this.#points.lat[i]! + lat / (b - a + 1)
  }

  /** As many points before as after, so that a mean lies on a straight road where its point does. */
  #window(i: number, halfMs: number): [first: number, last: number] {
    const { instantMs } = this.#points
    let reach = 0
    for (let next = 1; i - next >= this.#first && i + next < this.#end; next++) {
      const [a, b] = [i - next, i + next]
      if (instantMs[i]! - instantMs[a]! > halfMs || instantMs[b]! - instantMs[i]! > halfMs) break
      if (this.#dwellSeconds[a]! > 0 || this.#dwellSeconds[b]! > 0) break
      reach = next
    }
    return [i - reach, i + reach]
  }
}
