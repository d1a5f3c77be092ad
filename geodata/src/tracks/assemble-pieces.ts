import type { RoadGraph } from '../road-network/graph.ts'
import type { Candidate } from './find-candidates.ts'
import type { Fix } from './match-runs.ts'
import type { MatchedPiece } from './matched-track.ts'
import type { TrackPoints } from './track-points.ts'
import type { WaySearch } from './way-search.ts'

/** A stretch of an edge in a direction, in metres from its beginning in that direction. */
interface Stretch {
  edge: number
  isForward: boolean
  fromMetres: number
  toMetres: number
}

export interface AssemblyInput {
  graph: RoadGraph
  edgeMetres: Float64Array
  search: WaySearch
  points: TrackPoints
  dwellSeconds: Float64Array
  /** A position that falls back by no more than this has not moved. */
  backstepMetres: number
}

/**
 * Lays the ways between fixes together: one piece for each edge that is driven without leaving it or turning.
 * Instants are interpolated along the way between two fixes; the time stood at a fix belongs to the edge it is on.
 */
export function assemblePieces(input: AssemblyInput, fixes: readonly Fix[]): MatchedPiece[] {
  const pieces: MatchedPiece[] = []
  const first = fixes[0]!
  let at = first.onward
  beginPiece(input, pieces, at, at.enteredMetres, input.points.instantMs[first.point]!)
  stand(input, pieces, first.point)
  for (let i = 1; i < fixes.length; i++) {
    const [before, fix] = [fixes[i - 1]!, fixes[i]!]
    const way = wayBetween(input, at, before.onward, fix)
    drive(input, pieces, way, before.point, fix.point)
    stand(input, pieces, fix.point)
    const last = way[way.length - 1]!
    at = movedTo(fix.candidate, last.toMetres)
    if (fix.onward !== fix.candidate) at = movedTo(fix.onward, at.remainingMetres)
  }
  return pieces.filter(({ lengthMetres }) => lengthMetres > 0)
}

function movedTo(candidate: Candidate, enteredMetres: number): Candidate {
  const length = candidate.enteredMetres + candidate.remainingMetres
  return { ...candidate, enteredMetres, remainingMetres: length - enteredMetres }
}

/** @param at Where the vehicle is: it may be farther on the edge than the fix before, which fell back by noise. */
function wayBetween(input: AssemblyInput, at: Candidate, before: Candidate, fix: Fix): Stretch[] {
  const to = fix.candidate
  const ahead = to.enteredMetres - before.enteredMetres
  if (before.directed === to.directed && ahead >= -input.backstepMetres) {
    return [stretchOf(at, at.enteredMetres, Math.max(at.enteredMetres, to.enteredMetres))]
  }
  const arcs = input.search.arcsBetween(at.head, to.directed, fix.maxMetres)
  if (!arcs) throw new RangeError(`no way to the fix of point ${fix.point}, though the match found one`)
  return [
    stretchOf(at, at.enteredMetres, at.enteredMetres + at.remainingMetres),
    ...arcs.map((arc) => wholeArc(input, arc)),
    stretchOf(to, 0, to.enteredMetres),
  ]
}

function stretchOf({ edge, isForward }: Candidate, fromMetres: number, toMetres: number): Stretch {
  return { edge, isForward, fromMetres, toMetres }
}

function wholeArc({ graph, edgeMetres }: AssemblyInput, arc: number): Stretch {
  const edge = graph.arcEdge[arc]!
  return { edge, isForward: graph.isForward[arc] === 1, fromMetres: 0, toMetres: edgeMetres[edge]! }
}

function drive(
  input: AssemblyInput,
  pieces: MatchedPiece[],
  way: readonly Stretch[],
  fromPoint: number,
  toPoint: number,
): void {
  const { instantMs } = input.points
  const start = instantMs[fromPoint]! + 1000 * input.dwellSeconds[fromPoint]!
  const milliseconds = instantMs[toPoint]! - start
  const total = way.reduce((sum, stretch) => sum + stretch.toMetres - stretch.fromMetres, 0)
  let passed = 0
  let enterMs = start
  way.forEach((stretch, i) => {
    const length = stretch.toMetres - stretch.fromMetres
    passed += length
    const piece = pieceAt(input, pieces, stretch, enterMs)
    piece.lengthMetres += length
    piece.toFraction = fractionOf(input, stretch, stretch.toMetres)
    if (i === way.length - 1) enterMs = start + milliseconds
    else if (total > 0) enterMs = start + (milliseconds * passed) / total
    piece.leaveMs = enterMs
  })
}

/** The piece that a stretch goes on with, or a new one. */
function pieceAt(
  input: AssemblyInput,
  pieces: MatchedPiece[],
  stretch: Stretch,
  enterMs: number,
): MatchedPiece {
  const last = pieces[pieces.length - 1]!
  const goesOn =
    last.edge === stretch.edge &&
    last.isForward === stretch.isForward &&
    Math.abs(last.toFraction - fractionOf(input, stretch, stretch.fromMetres)) < 1e-9
  return goesOn ? last : beginPiece(input, pieces, stretch, stretch.fromMetres, enterMs)
}

function beginPiece(
  input: AssemblyInput,
  pieces: MatchedPiece[],
  place: Pick<Stretch, 'edge' | 'isForward'>,
  metres: number,
  enterMs: number,
): MatchedPiece {
  const fraction = fractionOf(input, place, metres)
  const piece: MatchedPiece = {
    edge: place.edge,
    isForward: place.isForward,
    fromFraction: fraction,
    toFraction: fraction,
    lengthMetres: 0,
    enterMs,
    leaveMs: enterMs,
    haltSeconds: 0,
  }
  pieces.push(piece)
  return piece
}

/** Share of the edge in its own direction. */
function fractionOf(
  { edgeMetres }: AssemblyInput,
  { edge, isForward }: Pick<Stretch, 'edge' | 'isForward'>,
  metres: number,
): number {
  const share = Math.max(0, Math.min(1, metres / edgeMetres[edge]!))
  return isForward ? share : 1 - share
}

function stand({ points, dwellSeconds }: AssemblyInput, pieces: MatchedPiece[], point: number): void {
  const seconds = dwellSeconds[point]!
  if (seconds === 0) return
  const last = pieces[pieces.length - 1]!
  last.haltSeconds += seconds
  last.leaveMs = points.instantMs[point]! + 1000 * seconds
}
