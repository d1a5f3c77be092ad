import type { Position } from '@borne/geodata/geometry/position'
import { findDistances, findTravelTimes } from '@borne/geodata/road-network/find-matrix'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import { checkInside } from '../../platform/parse-point.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadEngine } from '../../platform/road-engine.ts'
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
export async function findMatrix(
  engine: RoadEngine | null,
  question: RoadQuestion,
  body: MatrixBody,
  posts: readonly PlacedPost[],
): Promise<Omit<Matrix, 'computeMilliseconds'>> {
  const [froms, tos] = [body.froms, body.tos].map((points) =>
    points.map((point, i) => positionOf(point, i, question, posts)),
  ) as [Position[], Position[]]
  return engine ? askEngine(engine, question, froms, tos) : findOwn(question, froms, tos)
}

async function askEngine(
  engine: RoadEngine,
  { engineQuestion, state }: RoadQuestion,
  froms: readonly Position[],
  tos: readonly Position[],
): Promise<Omit<Matrix, 'computeMilliseconds'>> {
  const { seconds, metres } = await engine.findMatrix(froms, tos, engineQuestion)
  return {
    seconds: seconds.map((row) => row.map(cellOf)),
    metres: metres.map((row) => row.map(cellOf)),
    offNetworkFroms: [],
    offNetworkTos: [],
    state: { ...state, engine: { name: engine.name, limits: [...engine.limits] } },
  }
}

function findOwn(
  question: RoadQuestion,
  fromPositions: readonly Position[],
  toPositions: readonly Position[],
): Omit<Matrix, 'computeMilliseconds'> {
  const { graph } = question.network
  const froms = fromPositions.map((position) => placePoint(question, position))
  const tos = toPositions.map((position) => placePoint(question, position))
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
      return found && to ? cellOf(found[column++]!) : null
    })
  })
}

function cellOf(cell: number): number | null {
  return Number.isFinite(cell) ? cell : null
}

function missing(points: readonly (SnappedPoint | null)[]): number[] {
  return points.flatMap((point, i) => (point ? [] : [i]))
}
