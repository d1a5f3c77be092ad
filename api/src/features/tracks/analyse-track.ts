import { createReadStream } from 'node:fs'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { cleanTrack } from '@borne/geodata/tracks/clean-track'
import { CLEANING_DEFAULTS, type CleanTrack } from '@borne/geodata/tracks/cleaning'
import { matchTrack } from '@borne/geodata/tracks/match-track'
import type { MatchedTrack } from '@borne/geodata/tracks/matched-track'
import { PROPOSAL_DEFAULTS, type ProposedEdge, proposeEdges } from '@borne/geodata/tracks/propose-edges'
import { type GpxTrack, LEAST_POINTS, readGpx } from '@borne/geodata/tracks/read-gpx'
import { TrackError } from '@borne/geodata/tracks/track-error'
import {
  matchedLines,
  recordedLines,
  type TrackLines,
  unmatchedLines,
} from '@borne/geodata/tracks/track-lines'
import type { TrackProgress, TrackReport } from './contract.ts'

export interface TrackTask {
  readonly path: string
  readonly fileBytes: number
  readonly graph: RoadGraph
  /** Where the network is. */
  readonly bbox: Bbox
  /** By what access rules it was driven: bits of `MODES`. */
  readonly modes: number
  readonly nowMs: number
}

/** A stretch of an edge that was driven over in known time. */
export interface TimedPassage {
  readonly edge: number
  readonly isForward: boolean
  readonly metres: number
  readonly seconds: number
  readonly haltSeconds: number
  readonly passedMs: number
}

export interface AnalysedTrack {
  readonly startedMs: number | null
  readonly endedMs: number | null
  readonly matchedMetres: number
  readonly unmatchedMetres: number
  readonly lines: {
    readonly recorded: TrackLines
    readonly matched: TrackLines
    readonly unmatched: TrackLines
  }
  readonly passages: readonly TimedPassage[]
  readonly proposals: readonly Pick<ProposedEdge, 'coordinates' | 'lengthMetres' | 'meanKmh' | 'points'>[]
  readonly report: TrackReport
}

/** Lines are drawn to this: finer than a position is known. */
const DRAWN_TO_METRES = 5
/** A track may go a little beyond the last road. */
const AROUND_DEGREES = 0.1

/**
 * Reads a stored track, cleans it, matches it to the network, and finds the roads that the network lacks.
 *
 * @param tell Told how far it is.
 * @throws TrackError as `readGpx`; `nothing-left` after cleaning, `outside-network` when no point is near the roads.
 */
export async function analyseTrack(
  task: TrackTask,
  tell: (progress: TrackProgress) => void,
): Promise<AnalysedTrack> {
  const gpx = await readGpx(readTold(task, tell))
  const track = cleanTrack(gpx.points, { ...CLEANING_DEFAULTS, nowMs: task.nowMs })
  refuseUseless(track, task.bbox)
  const { count } = track.points
  const matched = matchTrack(task.graph, track, {
    modes: task.modes,
    onProgress: (points) => tell({ stage: 'matching', share: points / count }),
  })
  return summarise(task, gpx, track, matched)
}

async function* readTold({ path, fileBytes }: TrackTask, tell: (progress: TrackProgress) => void) {
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    tell({ stage: 'reading', share: bytes / fileBytes })
    yield chunk
  }
}

function refuseUseless({ points, report }: CleanTrack, bbox: Bbox): void {
  if (points.count < LEAST_POINTS) {
    throw new TrackError('nothing-left', { read: report.read, kept: points.count, least: LEAST_POINTS })
  }
  const region = widen(bbox)
  for (let i = 0; i < points.count; i++) if (isInside([points.lon[i]!, points.lat[i]!], region)) return
  throw new TrackError('outside-network', { lon: points.lon[0]!.toFixed(4), lat: points.lat[0]!.toFixed(4) })
}

function widen([west, south, east, north]: Bbox): Bbox {
  return [west - AROUND_DEGREES, south - AROUND_DEGREES, east + AROUND_DEGREES, north + AROUND_DEGREES]
}

function isInside([lon, lat]: Position, [west, south, east, north]: Bbox): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function summarise(
  { graph, bbox, modes }: TrackTask,
  { name, version, found, points: read }: GpxTrack,
  track: CleanTrack,
  matched: MatchedTrack,
): AnalysedTrack {
  const { points, report: cleaning } = track
  const { edges, ...leftOut } = proposeEdges(graph, track, matched, { ...PROPOSAL_DEFAULTS, modes })
  const region = widen(bbox)
  const proposals = edges.filter(({ coordinates }) => coordinates.every((place) => isInside(place, region)))
  const passages = cleaning.isTimed ? passagesOf(matched) : []
  const instant = (point: number) => (cleaning.isTimed ? points.instantMs[point]! : null)
  const last = points.count - 1
  const endedMs = instant(last)
  const { runs, unmatched, matchedMetres, unmatchedMetres, ...matching } = matched
  return {
    startedMs: instant(0),
    endedMs: endedMs === null ? null : endedMs + 1000 * track.dwellSeconds[last]!,
    matchedMetres,
    unmatchedMetres,
    lines: {
      recorded: recordedLines(points, DRAWN_TO_METRES),
      matched: matchedLines(graph, runs, DRAWN_TO_METRES),
      unmatched: unmatchedLines(points, unmatched, DRAWN_TO_METRES),
    },
    passages,
    proposals: proposals.map(({ coordinates, lengthMetres, meanKmh, points: count }) => ({
      coordinates,
      lengthMetres,
      meanKmh,
      points: count,
    })),
    report: {
      reading: { name, version, points: read.count, ...found },
      cleaning,
      matching: { ...matching, runs: runs.length },
      proposals: { ...leftOut, proposed: proposals.length, outside: edges.length - proposals.length },
      passages: passages.length,
    },
  }
}

function passagesOf({ runs }: MatchedTrack): TimedPassage[] {
  return runs.flatMap(({ pieces }) =>
    pieces.map(({ edge, isForward, lengthMetres, enterMs, leaveMs, haltSeconds }) => ({
      edge,
      isForward,
      metres: lengthMetres,
      seconds: (leaveMs - enterMs) / 1000,
      haltSeconds,
      passedMs: enterMs,
    })),
  )
}
