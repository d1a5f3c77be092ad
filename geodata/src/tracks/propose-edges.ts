import { between, nearestOnLine } from '../geometry/along-line.ts'
import { sphericalLengthMetres, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { edgeLine, type RoadGraph } from '../road-network/graph.ts'
import type { AccessMask } from '../road-network/road-codes.ts'
import type { CleanTrack } from './cleaning.ts'
import { DrawnGround } from './drawn-ground.ts'
import { CandidateFinder } from './find-candidates.ts'
import type { MatchedTrack, UnmatchedPart } from './matched-track.ts'

export interface ProposalOptions {
  modes: AccessMask
  /** Shorter stretches are noise, yards and short cuts. */
  leastMetres: number
  leastPoints: number
  /** Slower is not driven; told only of timed tracks. */
  leastKmh: number
  /** More halts than this are wandering about. */
  mostHaltsPerKm: number
  /** Between points farther apart than this the course is not known. */
  mostStepMetres: number
  /** How far the drawn line may be from the points. */
  toleranceMetres: number
  /** An end as near as this to a road is joined to it. */
  joinMetres: number
  /** A second passage within this distance is the same road. */
  sameRoadMetres: number
}

export const PROPOSAL_DEFAULTS: Omit<ProposalOptions, 'modes'> = {
  leastMetres: 300,
  leastPoints: 5,
  leastKmh: 3,
  mostHaltsPerKm: 4,
  mostStepMetres: 1_000,
  toleranceMetres: 8,
  joinMetres: 60,
  sameRoadMetres: 40,
}

/** Where a proposed road meets the network. */
export interface Junction {
  /** Index in the graph. */
  edge: number
  /** Share of the edge's length; 0 or 1 at its ends. */
  fraction: number
  /** Node at that end; null inside the edge. */
  node: number | null
  position: Position
  /** From the recorded end of the stretch. */
  offMetres: number
}

/** A stretch that was driven where the map has no road. */
export interface ProposedEdge {
  /** In the direction of travel, from junction to junction where there are some. */
  coordinates: Position[]
  lengthMetres: number
  /** Null for untimed tracks. Halts are not counted. */
  meanKmh: number | null
  points: number
  start: Junction | null
  end: Junction | null
}

export interface Proposals {
  edges: ProposedEdge[]
  /** Unmatched stretches that give no road: too short or too few points · too slow · driven before on this track. */
  tooShort: number
  tooSlow: number
  repeated: number
}

/** Joined to the node, when it is as near as this along the edge. */
const NODE_METRES = 20
/** Lines are compared at places so far apart. */
const COMPARING_METRES = 20

/**
 * Roads that the map lacks, from the parts of a track that fit none. Someone has to accept them.
 *
 * @param track The cleaned track that was matched.
 * @returns Proposals in the order of travel, and what was left out. A road that the track drives twice, or there and
 *   back, is proposed once.
 */
export function proposeEdges(
  graph: RoadGraph,
  track: CleanTrack,
  matched: MatchedTrack,
  options: ProposalOptions,
): Proposals {
  const proposals: Proposals = { edges: [], tooShort: 0, tooSlow: 0, repeated: 0 }
  if (track.points.count === 0) return proposals
  const finder = new CandidateFinder(graph, options.modes)
  const drawn = new DrawnGround([track.points.lon[0]!, track.points.lat[0]!], options.sameRoadMetres)
  let line = 0
  for (const part of matched.unmatched) {
    for (const stretch of stretchesOf(part, track, options)) {
      if (stretch[0] === stretch[1]) continue
      const news = runsOf(stretch, markNew(stretch, track, drawn, line++, options))
      if (news.length === 0) proposals.repeated++
      for (const run of news) {
        const proposed = toEdge(graph, finder, track, run, options)
        if (proposed === 'too-short') proposals.tooShort++
        else if (proposed === 'too-slow') proposals.tooSlow++
        else proposals.edges.push(proposed)
      }
    }
  }
  return proposals
}

/** Points from the first to the last, both included. */
type PointRun = [first: number, last: number]

const positionOf = ({ points }: CleanTrack, i: number): Position => [points.lon[i]!, points.lat[i]!]

/** Cut where the record leaves the course open. */
function stretchesOf(
  { firstPoint, lastPoint }: UnmatchedPart,
  track: CleanTrack,
  { mostStepMetres }: ProposalOptions,
): PointRun[] {
  const stretches: PointRun[] = []
  let first = firstPoint
  for (let i = firstPoint; i < lastPoint; i++) {
    if (sphericalMetres(positionOf(track, i), positionOf(track, i + 1)) <= mostStepMetres) continue
    stretches.push([first, i])
    first = i + 1
  }
  stretches.push([first, lastPoint])
  return stretches
}

/** Whether the way to each point of a stretch, from the one before, was not driven before. */
function markNew(
  [first, last]: PointRun,
  track: CleanTrack,
  drawn: DrawnGround,
  line: number,
  { sameRoadMetres }: ProposalOptions,
): boolean[] {
  const isNew: boolean[] = [false]
  let along = 0
  for (let i = first; i < last; i++) {
    const [a, b] = [positionOf(track, i), positionOf(track, i + 1)]
    const metres = sphericalMetres(a, b)
    const places = Math.max(1, Math.ceil(metres / COMPARING_METRES))
    let known = 0
    for (let place = 1; place <= places; place++) {
      const share = place / places
      const position = between(a, b, share)
      if (drawn.has(position, line, along + share * metres, 2 * sameRoadMetres)) known++
      drawn.add(position, line, along + share * metres)
    }
    along += metres
    isNew.push(2 * known < places)
  }
  return isNew
}

function runsOf([first, last]: PointRun, isNew: readonly boolean[]): PointRun[] {
  const runs: PointRun[] = []
  for (let i = first + 1; i <= last; i++) {
    if (!isNew[i - first]) continue
    const run = runs[runs.length - 1]
    if (run && run[1] === i - 1) run[1] = i
    else runs.push([i - 1, i])
  }
  return runs
}

function toEdge(
  graph: RoadGraph,
  finder: CandidateFinder,
  track: CleanTrack,
  [first, last]: PointRun,
  options: ProposalOptions,
): ProposedEdge | 'too-short' | 'too-slow' {
  const recorded: Position[] = []
  for (let i = first; i <= last; i++) recorded.push(positionOf(track, i))
  const metres = sphericalLengthMetres(recorded)
  if (metres < options.leastMetres || recorded.length < options.leastPoints) return 'too-short'
  const meanKmh = meanKmhOf(track, first, last, metres)
  const haltsPerKm = (1000 * haltsBetween(track, first, last)) / metres
  if ((meanKmh ?? Infinity) < options.leastKmh || haltsPerKm > options.mostHaltsPerKm) return 'too-slow'
  const start = junctionAt(graph, finder, recorded[0]!, options.joinMetres)
  const end = junctionAt(graph, finder, recorded[recorded.length - 1]!, options.joinMetres)
  if (start) recorded[0] = start.position
  if (end) recorded[recorded.length - 1] = end.position
  const coordinates = simplifyLine(recorded, options.toleranceMetres)
  return {
    coordinates,
    lengthMetres: sphericalLengthMetres(coordinates),
    meanKmh,
    points: recorded.length,
    start,
    end,
  }
}

function meanKmhOf({ points, dwellSeconds }: CleanTrack, first: number, last: number, metres: number) {
  let seconds = (points.instantMs[last]! - points.instantMs[first]!) / 1000
  for (let i = first; i < last; i++) seconds -= dwellSeconds[i]!
  if (Number.isNaN(seconds)) return null
  return seconds > 0 ? (3.6 * metres) / seconds : 0
}

function haltsBetween({ dwellSeconds }: CleanTrack, first: number, last: number): number {
  let halts = 0
  for (let i = first + 1; i < last; i++) if (dwellSeconds[i]! > 0) halts++
  return halts
}

function junctionAt(
  graph: RoadGraph,
  finder: CandidateFinder,
  from: Position,
  joinMetres: number,
): Junction | null {
  const [candidate] = finder.find(from[0], from[1], joinMetres, 1)
  if (!candidate) return null
  const { edge, offMetres } = candidate
  const line = edgeLine(graph, edge)
  const { fraction, position } = nearestOnLine(line, from)
  const length = sphericalLengthMetres(line)
  if (fraction <= 0.5 && fraction * length <= NODE_METRES) {
    return { edge, fraction: 0, node: graph.edgeFrom[edge]!, position: line[0]!, offMetres }
  }
  if ((1 - fraction) * length <= NODE_METRES) {
    return { edge, fraction: 1, node: graph.edgeTo[edge]!, position: line[line.length - 1]!, offMetres }
  }
  return { edge, fraction, node: null, position, offMetres }
}
