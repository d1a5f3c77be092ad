import type { ClockCounts } from './cleaning.ts'
import type { TrackPoints } from './track-points.ts'

/** Before this no track was recorded: a clock that was never set stands at 1970 or 1980. */
const YEAR_2000 = Date.UTC(2000, 0, 1)

export interface OrderedTrack {
  /** False where too few instants can be true: the points are then in their recorded order, without instants. */
  isTimed: boolean
  /** Indices of the points that stay, in the order of travel: one stretch when timed, else one a segment. */
  stretches: Int32Array[]
}

/**
 * Puts the points of a track in the order of their clock, without those whose clock cannot be true.
 *
 * A track counts as timed when at least half of its points have an instant from 2000 to `nowMs`; points of a timed
 * track without such an instant are left out. In each segment the longest run that never goes back stays (a segment
 * that mostly goes back was written in reverse and is turned first). Segments then follow each other by their first
 * instant, without what lies behind the end of the one before.
 *
 * @param counts What is left out is added here. Of an untimed track nothing is left out.
 */
export function orderClock(points: TrackPoints, nowMs: number, counts: ClockCounts): OrderedTrack {
  const { instantMs } = points
  const found = countFaults(instantMs, nowMs)
  const usable = points.count - found.withoutInstant - found.beforeYear2000 - found.inFuture
  if (2 * usable < points.count) return { isTimed: false, stretches: segmentsOf(points, () => true) }
  const isTrue = (i: number) => instantMs[i]! >= YEAR_2000 && instantMs[i]! <= nowMs
  const segments = segmentsOf(points, isTrue)
    .map((segment) => longestForwardRun(turnedForward(segment, instantMs), instantMs))
    .sort((a, b) => instantMs[a[0]!]! - instantMs[b[0]!]!)
  const stretch = joinForward(segments, instantMs)
  Object.assign(counts, found, { backwards: usable - stretch.length })
  return { isTimed: true, stretches: [stretch] }
}

function countFaults(instantMs: Float64Array, nowMs: number) {
  const faults = { withoutInstant: 0, beforeYear2000: 0, inFuture: 0 }
  for (const instant of instantMs) {
    if (Number.isNaN(instant)) faults.withoutInstant++
    else if (instant < YEAR_2000) faults.beforeYear2000++
    else if (instant > nowMs) faults.inFuture++
  }
  return faults
}

function segmentsOf({ segmentStart }: TrackPoints, isKept: (point: number) => boolean): Int32Array[] {
  const segments: Int32Array[] = []
  for (let s = 0; s + 1 < segmentStart.length; s++) {
    const segment = new Int32Array(segmentStart[s + 1]! - segmentStart[s]!)
    let size = 0
    for (let i = segmentStart[s]!; i < segmentStart[s + 1]!; i++) if (isKept(i)) segment[size++] = i
    if (size > 0) segments.push(segment.subarray(0, size))
  }
  return segments
}

function turnedForward(segment: Int32Array, instantMs: Float64Array): Int32Array {
  let balance = 0
  for (let i = 1; i < segment.length; i++) {
    balance += Math.sign(instantMs[segment[i]!]! - instantMs[segment[i - 1]!]!)
  }
  return balance < 0 ? segment.toReversed() : segment
}

/**
 * Longest subsequence whose instants do not decrease, by patience sorting.
 *
 * @see Fredman (1975), Discrete Mathematics 11(1), 29–35.
 */
function longestForwardRun(segment: Int32Array, instantMs: Float64Array): Int32Array {
  if (isForward(segment, instantMs)) return segment
  const best = new Int32Array(segment.length)
  const before = new Int32Array(segment.length)
  let length = 0
  for (let i = 0; i < segment.length; i++) {
    const instant = instantMs[segment[i]!]!
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >> 1
      if (instantMs[segment[best[middle]!]!]! <= instant) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? best[low - 1]! : -1
    best[low] = i
    if (low === length) length++
  }
  const run = new Int32Array(length)
  for (let at = length - 1, i = best[length - 1]!; at >= 0; at--, i = before[i]!) run[at] = segment[i]!
  return run
}

function isForward(segment: Int32Array, instantMs: Float64Array): boolean {
  for (let i = 1; i < segment.length; i++) {
    if (instantMs[segment[i]!]! < instantMs[segment[i - 1]!]!) return false
  }
  return true
}

function joinForward(segments: readonly Int32Array[], instantMs: Float64Array): Int32Array {
  const joined = new Int32Array(segments.reduce((sum, segment) => sum + segment.length, 0))
  let size = 0
  let end = -Infinity
  for (const segment of segments) {
    for (const i of segment) if (instantMs[i]! >= end) joined[size++] = i
    end = Math.max(end, instantMs[segment[segment.length - 1]!]!)
  }
  return joined.subarray(0, size)
}
