import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import type { CourseSegment } from '../border-course.ts'

/** A point of the profile along the border. */
export interface ProfileRow {
  /** Along the border, the segments one after another. */
  readonly metres: number
  readonly segmentId: string
  /** Along the segment. */
  readonly atMetres: number
  /** Minutes of the soonest post; null = nobody comes. */
  readonly p50: number | null
  readonly p90: number | null
  /** From the middle time to the one that nine of ten keep. */
  readonly band: [number, number] | null
  /** Place of that post; null = nobody comes. */
  readonly postIndex: number | null
}

export type Span = readonly [fromMetres: number, toMetres: number]

/**
 * One in so many of the pieces within a span, so that a chart draws no more points than it has room for.
 *
 * @param most Points at most, at least 2.
 */
export function profileRows(
  profiles: readonly BorderProfile[],
  course: readonly CourseSegment[],
  [from, to]: Span,
  most: number,
): ProfileRow[] {
  const rows = profiles.flatMap((profile) => rowsOf(profile, course))
  const first = rows.findIndex(({ metres }) => metres >= from)
  const end = rows.findLastIndex(({ metres }) => metres <= to)
  if (first < 0 || end < first) return []
  const seen = rows.slice(first, end + 1)
  const step = Math.max(1, Math.ceil(seen.length / most))
  return seen.filter((_, index) => index % step === 0)
}

function rowsOf(profile: BorderProfile, course: readonly CourseSegment[]): ProfileRow[] {
  const { segmentId, atMetres, p50Seconds, p90Seconds, postIndexes } = profile
  const segment = course.find((each) => each.segmentId === segmentId)
  if (!segment) return []
  return atMetres.map((at, i): ProfileRow => {
    const p50 = minutesOf(p50Seconds[i])
    const p90 = minutesOf(p90Seconds[i])
    return {
      metres: segment.startMetres + at,
      segmentId,
      atMetres: at,
      p50,
      p90,
      band: p50 !== null && p90 !== null ? [p50, p90] : null,
      postIndex: postIndexes[i] ?? null,
    }
  })
}

function minutesOf(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds / 60
}

const LONGEST_SHOWN_MINUTES = 360
const STEPS = [15, 30, 60, 120]

/**
 * Top of the scale of minutes and its marks: the times of the border as far as six hours, and some room over the
 * asked ones. It stays while the slider moves within it.
 */
export function minutesScale(
  profiles: readonly BorderProfile[],
  minutes: number,
): { top: number; ticks: number[] } {
  let longest = 0
  for (const { p50Seconds } of profiles)
    for (const seconds of p50Seconds) if (seconds !== null && seconds > longest) longest = seconds
  const wanted = Math.max(minutes * 1.25, Math.min(longest / 60, LONGEST_SHOWN_MINUTES), 30)
  const step = STEPS.find((each) => wanted / each <= 6) ?? Math.ceil(wanted / 6 / 60) * 60
  const top = Math.ceil(wanted / step) * step
  return { top, ticks: Array.from({ length: top / step + 1 }, (_, index) => index * step) }
}

const TICK_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200]

/** Round kilometres within a span, as metres along the border. */
export function kilometreTicks([from, to]: Span, most: number): number[] {
  const kilometres = (to - from) / 1000
  const step = (TICK_STEPS.find((each) => kilometres / each <= most) ?? 500) * 1000
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step)
}

/** A span made narrower or wider about a place, within the whole. */
export function zoomSpan([from, to]: Span, whole: number, about: number, factor: number): Span {
  const length = Math.min(whole, Math.max(LEAST_SPAN_METRES, (to - from) * factor))
  const share = to > from ? (about - from) / (to - from) : 0.5
  const start = Math.min(whole - length, Math.max(0, about - share * length))
  return [start, start + length]
}
const LEAST_SPAN_METRES = 2000

/** A time on the axis, in as few signs as can be: «45 min», «2 h», «1 h 30». */
export function tickWords(minutes: number): string {
  if (minutes < 60) return `${minutes}\u202fmin`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}\u202fh${rest > 0 ? `\u202f${String(rest).padStart(2, '0')}` : ''}`
}
