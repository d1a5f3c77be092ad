import { metresPerDegree } from '../geometry/distance.ts'
import type { CleaningColumns, CleaningOptions, CleaningReport } from './cleaning.ts'

/** As many points in a row may be a jump; more are a leap that the track goes on from. */
const MOST_JUMPING = 20

/**
 * Leaves out points that lie too far for the time from the point before and to one soon after, and cuts where the
 * position leaps for good.
 *
 * @param stretch Indices into the columns, in the order of travel.
 */
export function dropJumps(
  stretch: Int32Array,
  columns: CleaningColumns,
  options: CleaningOptions,
  report: CleaningReport,
): Int32Array[] {
  const kept = new Int32Array(stretch.length)
  const parts: Int32Array[] = []
  let size = 0
  let start = 0
  for (let i = 0; i < stretch.length; ) {
    if (size > start) {
      const next = firstInReach(stretch, i, kept[size - 1]!, columns, options)
      if (next < 0) {
        parts.push(kept.subarray(start, size))
        start = size
        report.leaps++
      } else {
        report.jumps += next - i
        i = next
      }
    }
    kept[size++] = stretch[i++]!
  }
  parts.push(kept.subarray(start, size))
  return parts
}

/** First of the next points that can have been driven to, -1 when none of them. */
function firstInReach(
  stretch: Int32Array,
  from: number,
  last: number,
  columns: CleaningColumns,
  { maxKmh, jumpMetres }: CleaningOptions,
): number {
  const { lon, lat, instantMs } = columns
  const [perLon, perLat] = metresPerDegree(lat[last]!)
  const end = Math.min(stretch.length, from + MOST_JUMPING + 1)
  for (let i = from; i < end; i++) {
    const point = stretch[i]!
    const metres = Math.hypot((lon[point]! - lon[last]!) * perLon, (lat[point]! - lat[last]!) * perLat)
    const seconds = (instantMs[point]! - instantMs[last]!) / 1000
    if (metres - jumpMetres <= (maxKmh / 3.6) * seconds) return i
  }
  return -1
}
