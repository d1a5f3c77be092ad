import { metresPerDegree } from '../geometry/distance.ts'
import type { CleaningColumns, CleaningOptions, CleaningReport, CleanTrack } from './cleaning.ts'
import { collapseHalts } from './collapse-halts.ts'
import { dropJumps } from './drop-jumps.ts'
import { orderClock } from './order-clock.ts'
import type { TrackPoints } from './track-points.ts'

/** Positions nearer than this are the same place. */
const SAME_PLACE_METRES = 1

/**
 * Cleans a recorded track for matching.
 *
 * In this order: clocks (`orderClock`), duplicates, jumps of the position, halts, silences, thinning. An untimed track
 * is only thinned and freed of duplicates.
 *
 * @param points As read; not changed.
 * @returns Parts of at least two points, and how many points each step took out.
 */
export function cleanTrack(points: TrackPoints, options: CleaningOptions): CleanTrack {
  const report = emptyReport(points.count)
  const { isTimed, stretches } = orderClock(points, options.nowMs, report)
  report.isTimed = isTimed
  const columns: CleaningColumns = {
    lon: points.lon.slice(),
    lat: points.lat.slice(),
    instantMs: isTimed ? points.instantMs : new Float64Array(points.count).fill(Number.NaN),
    dwellSeconds: new Float64Array(points.count),
  }
  let parts = stretches.map((stretch) => dropDuplicates(stretch, columns, report))
  if (isTimed) {
    parts = parts.flatMap((part) => dropJumps(part, columns, options, report))
    parts = parts.map((part) => collapseHalts(part, columns, options, report))
    parts = parts.flatMap((part) => cutAtGaps(part, columns, options, report))
  }
  parts = parts.map((part) => thin(part, columns, options, report)).filter((part) => hasTwo(part, report))
  const kept = gather(parts, columns, points.elevationMetres)
  report.kept = kept.points.count
  return { ...kept, report }
}

function emptyReport(read: number): CleaningReport {
  return {
    read,
    kept: 0,
    isTimed: false,
    withoutInstant: 0,
    beforeYear2000: 0,
    inFuture: 0,
    backwards: 0,
    duplicates: 0,
    sameInstant: 0,
    jumps: 0,
    inHalts: 0,
    thinned: 0,
    alone: 0,
    halts: 0,
    haltSeconds: 0,
    gaps: 0,
    leaps: 0,
  }
}

function metresBetween({ lon, lat }: CleaningColumns, a: number, b: number): number {
  const [perLon, perLat] = metresPerDegree(lat[a]!)
  return Math.hypot((lon[b]! - lon[a]!) * perLon, (lat[b]! - lat[a]!) * perLat)
}

function dropDuplicates(stretch: Int32Array, columns: CleaningColumns, report: CleaningReport): Int32Array {
  const { instantMs } = columns
  const kept = new Int32Array(stretch.length)
  let size = 0
  for (const point of stretch) {
    const last = kept[size - 1] ?? -1
    if (last >= 0 && !(instantMs[point]! > instantMs[last]!)) {
      const isSamePlace = metresBetween(columns, last, point) < SAME_PLACE_METRES
      const isTimed = !Number.isNaN(instantMs[point]!)
      if (isSamePlace) report.duplicates++
      else if (isTimed) report.sameInstant++
      if (isSamePlace || isTimed) continue
    }
    kept[size++] = point
  }
  return kept.subarray(0, size)
}

function cutAtGaps(
  stretch: Int32Array,
  { instantMs, dwellSeconds }: CleaningColumns,
  { gapSeconds }: CleaningOptions,
  report: CleaningReport,
): Int32Array[] {
  const parts: Int32Array[] = []
  let start = 0
  for (let i = 1; i < stretch.length; i++) {
    const before = stretch[i - 1]!
    const silence = (instantMs[stretch[i]!]! - instantMs[before]!) / 1000 - dwellSeconds[before]!
    if (silence <= gapSeconds) continue
    parts.push(stretch.subarray(start, i))
    start = i
    report.gaps++
  }
  parts.push(stretch.subarray(start))
  return parts
}

/** The ends and the halts stay. */
function thin(
  part: Int32Array,
  columns: CleaningColumns,
  { thinMetres }: CleaningOptions,
  report: CleaningReport,
): Int32Array {
  const kept = new Int32Array(part.length)
  let size = 0
  part.forEach((point, i) => {
    const isFree = i > 0 && i < part.length - 1 && columns.dwellSeconds[point] === 0
    if (isFree && metresBetween(columns, kept[size - 1]!, point) < thinMetres) report.thinned++
    else kept[size++] = point
  })
  return kept.subarray(0, size)
}

function hasTwo(part: Int32Array, report: CleaningReport): boolean {
  if (part.length > 1) return true
  report.alone += part.length
  return false
}

function gather(parts: readonly Int32Array[], columns: CleaningColumns, elevations: Float32Array) {
  const order = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  const segmentStart = new Uint32Array(parts.length + 1)
  parts.forEach((part, p) => {
    order.set(part, segmentStart[p])
    segmentStart[p + 1] = segmentStart[p]! + part.length
  })
  const pick = (column: Float64Array) => Float64Array.from(order, (point) => column[point]!)
  return {
    points: {
      count: order.length,
      lon: pick(columns.lon),
      lat: pick(columns.lat),
      instantMs: pick(columns.instantMs),
      elevationMetres: Float32Array.from(order, (point) => elevations[point]!),
      segmentStart,
    },
    dwellSeconds: pick(columns.dwellSeconds),
  }
}
