import { metresPerDegree } from '../geometry/distance.ts'
import type { CleaningColumns, CleaningOptions, CleaningReport } from './cleaning.ts'

/** So many positions in a row beyond the radius end a halt; fewer are noise. */
const POINTS_THAT_LEAVE = 3

/**
 * Draws each halt together into its first point, which moves to the mean of the positions and keeps the seconds stood.
 *
 * A halt is a run of points around their running mean, after the stay points of Li et al.: within `haltMetres`, for at
 * least `haltSeconds`.
 *
 * @param stretch Indices into the columns, in the order of travel. The columns of halts are changed.
 * @see Li, Zheng, Xie, Chen, Liu & Ma (2008), Mining user similarity based on location history, ACM GIS.
 */
export function collapseHalts(
  stretch: Int32Array,
  columns: CleaningColumns,
  options: CleaningOptions,
  report: CleaningReport,
): Int32Array {
  const kept = new Int32Array(stretch.length)
  let size = 0
  for (let i = 0; i < stretch.length; ) {
    const first = stretch[i]!
    const stay = stayFrom(stretch, i, columns, options.haltMetres)
    const seconds = (columns.instantMs[stretch[stay.last]!]! - columns.instantMs[first]!) / 1000
    kept[size++] = first
    if (stay.last > i && seconds >= options.haltSeconds) {
      columns.lon[first] = stay.lon
      columns.lat[first] = stay.lat
      columns.dwellSeconds[first] = seconds
      report.halts++
      report.haltSeconds += seconds
      report.inHalts += stay.last - i
      i = stay.last + 1
    } else {
      i++
    }
  }
  return kept.subarray(0, size)
}

interface Stay {
  /** Place in the stretch of the last point that belongs to it. */
  last: number
  lon: number
  lat: number
}

function stayFrom(stretch: Int32Array, from: number, columns: CleaningColumns, haltMetres: number): Stay {
  const first = stretch[from]!
  const stay = { last: from, lon: columns.lon[first]!, lat: columns.lat[first]! }
  const [perLon, perLat] = metresPerDegree(stay.lat)
  let count = 1
  for (let i = from + 1; i < stretch.length && i - stay.last <= POINTS_THAT_LEAVE; i++) {
    const point = stretch[i]!
    const [dLon, dLat] = [columns.lon[point]! - stay.lon, columns.lat[point]! - stay.lat]
    if (Math.hypot(dLon * perLon, dLat * perLat) > haltMetres) continue
    count++
    stay.lon += dLon / count
    stay.lat += dLat / count
    stay.last = i
  }
  return stay
}
