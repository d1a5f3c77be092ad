import type { Position } from '@borne/geodata/geometry/position'
import { findDistances, findTravelTimes } from '@borne/geodata/road-network/find-matrix'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import { checkInside } from '../../platform/parse-point.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadQuestion } from '../../platform/road-state.ts'
import { type Matrix, type MatrixBody, MOST_MATRIX_CELLS } from './contract.ts'
import { placePoint } from './place-points.ts'
import type { PlacedPost } from './queries.ts'

type AskedPoint = MatrixBody['froms'][number]

/** @throws problem `road-matrix-too-large`. */
export function checkSize({ froms, tos }: MatrixBody): void {
  const pairs = froms.length * tos.length
  if (pairs > MOST_MATRIX_CELLS) throw problem('road-matrix-too-large', { pairs, most: MOST_MATRIX_CELLS })
}

/** Times and lengths between all pairs; null where there is no way or a point lies on no road. */
export function findMatrix(
  question: RoadQuestion,
  body: MatrixBody,
  posts: readonly PlacedPost[],
): Omit<Matrix, 'computeMilliseconds'> {
  const { graph } = question.network
  const [froms, tos] = [body.froms, body.tos].map((points) =>
    points.map((point, i) => placePoint(question, positionOf(point, i, question, posts))),
  ) as [(SnappedPoint | null)[], (SnappedPoint | null)[]]
  const placedFroms = froms.filter((point) => point !== null)
  const placedTos = tos.filter((point) => point !== null)
  const times = findTravelTimes(graph, placedFroms, placedTos, question.options)
  const lengths = findDistances(graph, placedFroms, placedTos, question.options)
  return {
    seconds: spread(times.seconds, froms, tos),
    metres: spread(lengths.metres, froms, tos),
    offNetworkFroms: missing(froms),
    offNetworkTos: missing(tos),
    state: question.state,
  }
}

function positionOf(
  point: AskedPoint,
  index: number,
  { network }: RoadQuestion,
  posts: readonly PlacedPost[],
): Position {
  if ('position' in point) {
    checkInside(point.position, index + 1, network.bbox)
    return point.position
  }
  const post = posts.find(({ postId }) => postId === point.postId)
  if (!post) throw problem('stop-post-unknown', { number: index + 1, postId: point.postId })
  return post.position
}

/** The cells of the placed points at the places of the asked ones. */
function spread(
  cells: readonly (readonly number[])[],
  froms: readonly (SnappedPoint | null)[],
  tos: readonly (SnappedPoint | null)[],
): (number | null)[][] {
  let row = 0
  return froms.map((from) => {
    const found = from ? cells[row++]! : null
    let column = 0
    return tos.map((to) => {
      const cell = found && to ? found[column++]! : Number.POSITIVE_INFINITY
      return cell === Number.POSITIVE_INFINITY ? null : cell
    })
  })
}

function missing(points: readonly (SnappedPoint | null)[]): number[] {
  return points.flatMap((point, i) => (point ? [] : [i]))
}
