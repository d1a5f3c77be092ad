import type { TrackPoints } from './track-points.ts'

export interface CleaningOptions {
  /** Instants after this are faults of the clock. */
  nowMs: number
  /** Nobody drives faster than this here. */
  maxKmh: number
  /** Part of a distance that is taken for noise and not for speed. */
  jumpMetres: number
  /** Standing within this radius … */
  haltMetres: number
  /** … for at least this long is a halt. */
  haltSeconds: number
  /** A longer silence cuts the track, unless it was spent on one place. */
  gapSeconds: number
  /** Points nearer than this to the one before are left out. 0 keeps all. */
  thinMetres: number
}

export const CLEANING_DEFAULTS: Omit<CleaningOptions, 'nowMs'> = {
  maxKmh: 160,
  jumpMetres: 100,
  haltMetres: 75,
  haltSeconds: 120,
  gapSeconds: 300,
  thinMetres: 5,
}

export interface ClockCounts {
  /** Points without an instant in a track whose other points have one. */
  withoutInstant: number
  beforeYear2000: number
  inFuture: number
  /** Their clock lies behind that of points before them. */
  backwards: number
}

/**
 * What was taken out, in points unless it says otherwise. `read` = `kept` + all that was taken out.
 */
export interface CleaningReport extends ClockCounts {
  read: number
  kept: number
  /** False: no passage can be timed. */
  isTimed: boolean
  /** The same place again, at the same instant or without instants. */
  duplicates: number
  /** Another place at the same instant. */
  sameInstant: number
  /** Too far for the time both from the point before and to the one after. */
  jumps: number
  /** Points of halts beyond the one that stands for each. */
  inHalts: number
  thinned: number
  /** Alone between two cuts. */
  alone: number
  /** Events, not points. */
  halts: number
  haltSeconds: number
  /** Events: the recording was silent and the vehicle elsewhere afterwards. */
  gaps: number
  /** Events: the position leapt and did not come back. */
  leaps: number
}

/** A track that can be matched: each part in the order of travel, without halts, faults and silences. */
export interface CleanTrack {
  /** Parts are the segments. Instants are NaN throughout when the track is not timed. */
  points: TrackPoints
  /** Seconds stood at a point from its instant on; 0 where nobody halted. By point. */
  dwellSeconds: Float64Array
  report: CleaningReport
}

/** Columns that the steps of the cleaning read, and change where a halt is drawn together. */
export interface CleaningColumns {
  lon: Float64Array
  lat: Float64Array
  instantMs: Float64Array
  dwellSeconds: Float64Array
}
