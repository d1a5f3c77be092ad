import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { edgeOf } from '@borne/geodata/road-network/graph'
import { MOTOR_MODES } from '@borne/geodata/road-network/road-codes'
import { cleanTrack } from '@borne/geodata/tracks/clean-track'
import { CLEANING_DEFAULTS } from '@borne/geodata/tracks/cleaning'
import { matchTrack } from '@borne/geodata/tracks/match-track'
import type { MatchedTrack, MatchOptions } from '@borne/geodata/tracks/matched-track'
import { type DrivenPiece, driveSomewhere, type RecordingOptions, recordDrive } from './drive-track.ts'
import { Random } from './random.ts'

export interface MatchingMeasure {
  /** Length driven that was matched to the right edge in the right direction, of the length driven. */
  rightShare: number
  /** Length matched where nobody drove, of the length driven. */
  wrongShare: number
  /** 1 − `rightShare`. */
  missedShare: number
  /** Of the recorded points, cleaning included. */
  microsecondsPerPoint: number
  drivenKilometres: number
  points: number
}

/**
 * Drives, records, cleans and matches tracks, and compares lengths. The same seed drives the same ways whatever the
 * noise and the sampling, so that the cells of a grid can be compared.
 */
export function measureMatching(
  graph: RoadGraph,
  { tracks, seed, ...recording }: RecordingOptions & { tracks: number; seed: number },
  options: Partial<MatchOptions> = {},
): MatchingMeasure {
  const sums = { driven: 0, right: 0, matched: 0, points: 0, milliseconds: 0 }
  for (let track = 0; track < tracks; track++) {
    const drive = driveSomewhere(graph, new Random(seed + track), MOTOR_MODES)
    const points = recordDrive(drive, new Random(7919 * (seed + track) + 1), recording)
    const started = performance.now()
    const matched = matchTrack(
      graph,
      cleanTrack(points, { ...CLEANING_DEFAULTS, nowMs: Date.UTC(2030, 0) }),
      options,
    )
    sums.milliseconds += performance.now() - started
    sums.points += points.count
    const { driven, right } = compare(graph, drive.pieces, matched)
    sums.driven += driven
    sums.right += right
    sums.matched += matched.matchedMetres
  }
  return {
    rightShare: sums.right / sums.driven,
    wrongShare: (sums.matched - sums.right) / sums.driven,
    missedShare: 1 - sums.right / sums.driven,
    microsecondsPerPoint: (1000 * sums.milliseconds) / sums.points,
    drivenKilometres: sums.driven / 1000,
    points: sums.points,
  }
}

type Interval = [fromMetres: number, toMetres: number]

function compare(graph: RoadGraph, pieces: readonly DrivenPiece[], matched: MatchedTrack) {
  const found = new Map<string, Interval[]>()
  for (const piece of matched.runs.flatMap((run) => run.pieces)) {
    const { lengthMetres } = edgeOf(graph, piece.edge)
    const ends = [piece.fromFraction * lengthMetres, piece.toFraction * lengthMetres].sort((a, b) => a - b)
    const key = `${piece.edge} ${piece.isForward}`
    found.set(key, [...(found.get(key) ?? []), ends as Interval])
  }
  let driven = 0
  let right = 0
  for (const { edge, isForward, fromMetres, toMetres } of pieces) {
    driven += toMetres - fromMetres
    right += takeOverlap(found.get(`${edge} ${isForward}`) ?? [], fromMetres, toMetres)
  }
  return { driven, right }
}

/** Length of the intervals between two places; what is counted is taken out, so that nothing counts twice. */
function takeOverlap(intervals: Interval[], from: number, to: number): number {
  let metres = 0
  for (const interval of intervals.splice(0)) {
    const [start, end] = [Math.max(from, interval[0]), Math.min(to, interval[1])]
    if (end <= start) {
      intervals.push(interval)
      continue
    }
    metres += end - start
    if (interval[0] < start) intervals.push([interval[0], start])
    if (end < interval[1]) intervals.push([end, interval[1]])
  }
  return Math.min(metres, to - from)
}
