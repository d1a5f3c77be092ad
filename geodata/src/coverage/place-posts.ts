import type { Position } from '../geometry/position.ts'
import { snapToRoad } from '../road-network/snap.ts'
import { findReachTimes, secondsTo } from '../road-network/travel-times.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import type { CoveragePost, CoverageQuestion, StartPost } from './coverage-types.ts'
import type { OpenCoverage } from './open-coverage.ts'

/** A post farther from a road than this is not a start: the time to the road would be unknown and long. */
const FARTHEST_START_METRES = 25_000
/** More than are moved about in one sitting. */
const KEPT_POINTS = 2000

/** A post with its place on the road; null where it is not used. */
export interface PlacedPost {
  readonly post: CoveragePost
  readonly point: SnappedPoint | null
}

/** Brings posts onto the roads, and tells why some are left out and how long it takes from the sub-office to each. */
export function placePosts(
  opened: OpenCoverage,
  posts: readonly StartPost[],
  { includeUnconfirmed, office }: Pick<CoverageQuestion<unknown>, 'includeUnconfirmed' | 'office'>,
): PlacedPost[] {
  const fromOffice = secondsFrom(opened, office && placeStart(opened, office))
  return posts.map((post) => {
    const point = post.position && placeStart(opened, post.position)
    const leftOutBecause = whyLeftOut(post, point, includeUnconfirmed)
    return {
      post: {
        ...post,
        isUsed: leftOutBecause === null,
        leftOutBecause,
        offRoadMetres: point ? Math.round(point.offRoadMetres) : null,
        fromOfficeSeconds: point && fromOffice(point),
      },
      point: leftOutBecause === null ? point : null,
    }
  })
}

/** Posts that are used, with their places on the road. */
export function usedPosts(placed: readonly PlacedPost[]): { postId: string; point: SnappedPoint }[] {
  return placed.flatMap(({ post, point }) => (point ? [{ postId: post.postId, point }] : []))
}

/** A start on the nearest usable road; null where none is near enough. */
export function placeStart(
  { network, options, keptPoints }: OpenCoverage,
  position: Position,
): SnappedPoint | null {
  const key = position.join()
  const found = keptPoints.get(key)
  if (found !== undefined) return found
  const point = snapToRoad(network.graph, position, options, FARTHEST_START_METRES)
  if (keptPoints.size >= KEPT_POINTS) keptPoints.clear()
  keptPoints.set(key, point)
  return point
}

function whyLeftOut(
  { position, isPositionUnconfirmed }: StartPost,
  point: SnappedPoint | null,
  includeUnconfirmed: boolean,
): CoveragePost['leftOutBecause'] {
  if (!position) return 'no-position'
  if (isPositionUnconfirmed && !includeUnconfirmed) return 'unconfirmed'
  return point ? null : 'off-network'
}

function secondsFrom(
  opened: OpenCoverage,
  start: SnappedPoint | null,
): (point: SnappedPoint) => number | null {
  if (!start) return () => null
  const { graph } = opened.network
  if (opened.keptOffice?.point !== start) {
    opened.keptOffice = { point: start, times: findReachTimes(graph, [start], opened.options) }
  }
  const { times } = opened.keptOffice
  return (point) => {
    const seconds = secondsTo(graph, times, point)
    return seconds === Infinity ? null : Math.round(seconds)
  }
}
