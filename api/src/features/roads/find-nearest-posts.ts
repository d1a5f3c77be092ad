import { findDistances } from '@borne/geodata/road-network/find-matrix'
import { findReachTimes, secondsTo } from '@borne/geodata/road-network/travel-times'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { Nearest } from './contract.ts'
import { placePoint } from './place-points.ts'
import type { PlacedPost } from './queries.ts'

/** The posts that are soonest reached from a point, on the day. */
export function findNearestPosts(
  question: RoadQuestion,
  from: SnappedPoint,
  posts: readonly PlacedPost[],
  count: number,
): Omit<Nearest, 'computeMilliseconds'> {
  const { graph } = question.network
  const times = findReachTimes(graph, [from], question.options)
  const reached = posts.flatMap((post) => {
    const point = placePoint(question, post.position)
    const seconds = point ? secondsTo(graph, times, point) : Number.POSITIVE_INFINITY
    return point && seconds < Number.POSITIVE_INFINITY ? [{ post, point, seconds }] : []
  })
  const nearest = reached.sort((a, b) => a.seconds - b.seconds).slice(0, count)
  const { metres } = findDistances(
    graph,
    [from],
    nearest.map(({ point }) => point),
    question.options,
  )
  return {
    posts: nearest.map(({ post, point, seconds }, i) => ({
      postId: post.postId,
      name: post.name,
      position: post.position,
      isDemonstration: post.isDemonstration,
      seconds,
      lengthMetres: metres[0]![i]!,
      offRoadMetres: Math.round(point.offRoadMetres),
    })),
    unreachedCount: posts.length - reached.length,
    offRoadMetres: Math.round(from.offRoadMetres),
    state: question.state,
  }
}
