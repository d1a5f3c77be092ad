import { snapToRoad } from '../road-network/snap.ts'
import { findReachTimes, secondsTo } from '../road-network/travel-times.ts'
import type { NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import type { CoverageNetwork, CoveragePost, CoverageQuestion, StartPost } from './coverage-types.ts'

/** A post farther from a road than this is not a start: the time to the road would be unknown and long. */
export const FARTHEST_START_METRES = 25_000

/** A post with its place on the road; null where it is not used. */
export interface PlacedPost {
  readonly post: CoveragePost
  readonly point: SnappedPoint | null
}

/** Brings posts onto the roads, and tells why some are left out and how long it takes from the sub-office to each. */
export function placePosts(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  {
    options,
    includeUnconfirmed,
    office,
  }: Pick<CoverageQuestion<unknown>, 'options' | 'includeUnconfirmed' | 'office'>,
): PlacedPost[] {
  const points = posts.map(({ position }) => position && placeStart(network, position, options))
  const fromOffice = secondsFrom(network, office && placeStart(network, office, options), options)
  return posts.map((post, i) => {
    const point = points[i] ?? null
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

/** A start on the nearest usable road; null where none is near enough. */
export function placeStart(
  { graph }: Pick<CoverageNetwork, 'graph'>,
  position: CoveragePost['position'] & object,
  options: NetworkOptions,
): SnappedPoint | null {
  return snapToRoad(graph, position, options, FARTHEST_START_METRES)
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
  { graph }: CoverageNetwork,
  start: SnappedPoint | null,
  options: NetworkOptions,
): (point: SnappedPoint) => number | null {
  if (!start) return () => null
  const times = findReachTimes(graph, [start], options)
  return (point) => {
    const seconds = secondsTo(graph, times, point)
    return seconds === Infinity ? null : Math.round(seconds)
  }
}
