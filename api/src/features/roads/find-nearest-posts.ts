import { findDistances } from '@borne/geodata/road-network/find-matrix'
import { findNearest } from '@borne/geodata/road-network/find-nearest'
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
  const placed = posts.flatMap((post) => {
    const point = placePoint(question, post.position)
    return point ? [{ post, point }] : []
  })
  const points = placed.map(({ point }) => point)
  const reached = findNearest(graph, from, points, points.length, question.options)
  const nearest = reached.slice(0, count).map(({ place, seconds }) => ({ ...placed[place]!, seconds }))
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
