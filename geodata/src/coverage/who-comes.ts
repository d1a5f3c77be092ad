import { sliceLine } from '../geometry/along-line.ts'
import { localMetres } from '../geometry/local-length.ts'
import type { Position } from '../geometry/position.ts'
import { edgeLine } from '../road-network/graph.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import type { Comer, Comers, CoverageNetwork, CoverageQuestion, StartPost } from './coverage-types.ts'
import { type OpenCoverage, openCoverage } from './open-coverage.ts'
import { placePosts } from './place-posts.ts'
import { toSeconds } from './soonest-posts.ts'
import { type StartTimes, timesFrom } from './times-from.ts'

/** The index measures in degrees, which differ by a twentieth here. */
const LOOKED_AT = 8

/**
 * Which posts come to a place of the border, in how long, and where they leave the road: the same times as in the profile of
 * `measureCoverage`, whatever its minutes.
 *
 * @param position Brought to the nearest piece of the border of Guidimakha, whatever its distance.
 * @returns null where there is no border at all.
 */
export function whoComes(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  question: Omit<CoverageQuestion<unknown>, 'state' | 'minutes'>,
  position: Position,
): Comers | null {
  const opened = openCoverage(network, question)
  const { samples } = opened
  const piece = nearestPiece(opened, position)
  if (piece === null) return null
  const comers = placePosts(opened, posts, { ...question, office: null }).flatMap(({ post, point }) => {
    const comer = point && comerOf(opened, post.postId, timesFrom(opened, point), piece)
    return comer ? [comer] : []
  })
  const segment = samples.segments.find(({ first, count }) => piece >= first && piece < first + count)!
  return {
    segmentId: segment.id,
    atMetres: samples.fromMetres[piece]! + samples.metres[piece]! / 2,
    position: samples.middles[piece]!,
    posts: comers.sort((a, b) => a.p50Seconds - b.p50Seconds),
  }
}

function nearestPiece({ border, samples }: OpenCoverage, [lon, lat]: Position): number | null {
  let nearest: number | null = null
  let least = Infinity
  for (const piece of border.index?.neighbors(lon, lat, LOOKED_AT) ?? []) {
    const metres = localMetres([lon, lat], samples.middles[piece]!)
    if (metres >= least) continue
    least = metres
    nearest = piece
  }
  return nearest
}

function comerOf(
  { network: { graph }, samples, access }: OpenCoverage,
  postId: string,
  { border: { p50, p90, edge, fraction } }: StartTimes,
  piece: number,
): Comer | null {
  if (p50[piece] === CLOSED) return null
  const leaves = sliceLine(edgeLine(graph, edge[piece]!), 0, fraction[piece]!).at(-1)!
  const offRoadMetres = localMetres(leaves, samples.middles[piece]!)
  const offRoadSeconds = access.kmh === null ? 0 : (offRoadMetres * 3.6) / access.kmh
  return {
    postId,
    p50Seconds: toSeconds(p50[piece]!)!,
    p90Seconds: toSeconds(p90[piece]!)!,
    roadSeconds: Math.max(0, Math.round(p50[piece]! / 100 - offRoadSeconds)),
    offRoadSeconds: Math.round(offRoadSeconds),
    offRoadMetres: Math.round(offRoadMetres),
    leaves,
  }
}
