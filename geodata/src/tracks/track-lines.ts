import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { edgeLine, type RoadGraph } from '../road-network/graph.ts'
import type { MatchedRun, UnmatchedPart } from './matched-track.ts'
import type { TrackPoints } from './track-points.ts'

/** Lines that stand for a track on a map: simplified, each of at least two positions. */
export type TrackLines = Position[][]

/** The recorded course, a line for each part. @param toleranceMetres As for `simplifyLine`. */
export function recordedLines(points: TrackPoints, toleranceMetres: number): TrackLines {
  const lines: TrackLines = []
  for (let s = 0; s + 1 < points.segmentStart.length; s++) {
    lines.push(lineOf(points, points.segmentStart[s]!, points.segmentStart[s + 1]! - 1, toleranceMetres))
  }
  return lines
}

/** The stretches that fit no road, as they were recorded. */
export function unmatchedLines(
  points: TrackPoints,
  parts: readonly UnmatchedPart[],
  toleranceMetres: number,
): TrackLines {
  return parts.map(({ firstPoint, lastPoint }) => lineOf(points, firstPoint, lastPoint, toleranceMetres))
}

function lineOf({ lon, lat }: TrackPoints, first: number, last: number, toleranceMetres: number): Position[] {
  const line: Position[] = []
  for (let i = first; i <= last; i++) line.push([lon[i]!, lat[i]!])
  return simplifyLine(line, toleranceMetres)
}

/** The ways over the network, a line for each run. */
export function matchedLines(
  graph: RoadGraph,
  runs: readonly MatchedRun[],
  toleranceMetres: number,
): TrackLines {
  return runs.flatMap(({ pieces }) => {
    const line = pieces.flatMap(({ edge, fromFraction, toFraction }) =>
      sliceLine(edgeLine(graph, edge), fromFraction, toFraction),
    )
    return line.length > 1 ? [simplifyLine(line, toleranceMetres)] : []
  })
}
