import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import type { CoverageGap } from './coverage-types.ts'
import type { OpenCoverage } from './open-coverage.ts'
import type { BorderSamples } from './sample-border.ts'
import { type PostsInTime, toSeconds } from './soonest-posts.ts'

const NAMED_SETTLEMENTS = 3
/** The index measures in degrees, which differ by a twentieth here: more are taken from it than are told. */
const LOOKED_AT = 12

/** A run of consecutive pieces of one segment, ends included. */
export interface PieceRun {
  segmentId: string
  first: number
  last: number
}

/** Consecutive pieces of a segment that are alike, in order. */
export function runsOf({ segments }: BorderSamples, kindOf: (piece: number) => number): PieceRun[] {
  return segments.flatMap(({ id, first, count }) => {
    const runs: PieceRun[] = []
    for (let piece = first; piece < first + count; piece++) {
      const last = runs.at(-1)
      if (last && kindOf(last.last) === kindOf(piece)) last.last = piece
      else runs.push({ segmentId: id, first: piece, last: piece })
    }
    return runs
  })
}

/** The positions of a run, and where it lies along its segment. */
export function lineOfRun({ starts, ends, fromMetres, toMetres }: BorderSamples, { first, last }: PieceRun) {
  const line: Position[] = [starts[first]!]
  for (let piece = first; piece <= last; piece++) line.push(ends[piece]!)
  return { line, fromMetres: fromMetres[first]!, toMetres: toMetres[last]! }
}

/**
 * Stretches of border that no post comes to in time, in the order of the segments and along them.
 *
 * @param postIds In the order of the times.
 * @param toMetres How far a drawn line may be from the measured one.
 */
export function findGaps(
  opened: OpenCoverage,
  soonest: PostsInTime,
  postIds: readonly string[],
  toMetres: number,
): CoverageGap[] {
  const { samples } = opened
  const runs = runsOf(samples, (piece) => (soonest.count[piece]! > 0 ? 1 : 0))
  return runs
    .filter(({ first }) => soonest.count[first] === 0)
    .map((run) => {
      const { line, fromMetres, toMetres: until } = lineOfRun(samples, run)
      const middle = samples.middles[(run.first + run.last) >> 1]!
      return {
        segmentId: run.segmentId,
        fromMetres,
        toMetres: until,
        lengthMetres: lengthOf(samples, run),
        coordinates: roundPositions(simplifyLine(line, toMetres)),
        nearest: nearestPost(run, soonest, postIds),
        settlements: nearSettlements(opened, middle),
      }
    })
}

function lengthOf({ metres }: BorderSamples, { first, last }: PieceRun): number {
  let sum = 0
  for (let piece = first; piece <= last; piece++) sum += metres[piece]!
  return sum
}

function nearestPost(
  { first, last }: PieceRun,
  { p50, post }: PostsInTime,
  postIds: readonly string[],
): CoverageGap['nearest'] {
  let best = first
  for (let piece = first; piece <= last; piece++) if (p50[piece]! < p50[best]!) best = piece
  if (p50[best] === CLOSED) return null
  return { postId: postIds[post[best]!]!, seconds: toSeconds(p50[best]!)! }
}

function nearSettlements(
  { network: { settlements }, settlementIndex }: OpenCoverage,
  [lon, lat]: Position,
): CoverageGap['settlements'] {
  const near = settlementIndex?.neighbors(lon, lat, LOOKED_AT) ?? []
  return near
    .map((i) => {
      const { id, name, position } = settlements[i]!
      return { id, name, distanceMetres: Math.round(sphericalMetres([lon, lat], position)) }
    })
    .sort((a, b) => a.distanceMetres - b.distanceMetres || a.id.localeCompare(b.id))
    .slice(0, NAMED_SETTLEMENTS)
}
