import { placeSettlements } from '@borne/geodata/coverage/place-settlements'
import { roundPositions } from '@borne/geodata/geometry/round-position'
import { simplifyLine } from '@borne/geodata/geometry/simplify-line'
import {
  type CatchmentStretch,
  findCatchments,
  stretchLine,
} from '@borne/geodata/road-network/find-catchments'
import { GRADES, type RoadGraph } from '@borne/geodata/road-network/graph'
import { arrivalAt } from '@borne/geodata/road-network/travel-times'
import type { ReachTimes } from '@borne/geodata/road-network/types'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { Catchments } from './contract.ts'
import { placePoint } from './place-points.ts'
import type { PlacedPost } from './queries.ts'

type Feature = Catchments['roads']['features'][number]

const DRAWN_TO_METRES = 10
const FARTHEST_SETTLEMENT_METRES = 2_000

/** The roads and the settlements of Guidimakha by the post that is nearest in time. */
export function shareCatchments(
  question: RoadQuestion,
  posts: readonly PlacedPost[],
): Omit<Catchments, 'computeMilliseconds' | 'attribution'> {
  const { network, options, state } = question
  const points = posts.map(({ position }) => placePoint(question, position))
  const used = posts.filter((_, i) => points[i])
  const starts = points.filter((point) => point !== null)
  const { stretches, times } = findCatchments(network.graph, starts, options)
  const inRegion = stretches.filter(({ edge }) => network.isInRegion[edge] === 1)
  const metres = used.map(() => 0)
  for (const { start, lengthMetres } of inRegion) metres[start]! += lengthMetres
  const settlementCounts = countSettlements(question, times, used.length)
  return {
    posts: posts.map((post, i) => {
      const start = used.indexOf(post)
      return {
        postId: post.postId,
        name: post.name,
        position: post.position,
        isDemonstration: post.isDemonstration,
        isUsed: points[i] !== null,
        roadMetres: start < 0 ? 0 : Math.round(metres[start]!),
        settlementCount: start < 0 ? 0 : settlementCounts[start]!,
      }
    }),
    roads: { type: 'FeatureCollection', features: drawStretches(network.graph, inRegion, used) },
    state,
  }
}

/** Named settlements that lie at a road of Guidimakha, by the start that comes first. */
function countSettlements(
  { network, options }: RoadQuestion,
  times: ReachTimes,
  startCount: number,
): number[] {
  const counts = Array.from({ length: startCount }, () => 0)
  for (const { point } of placeSettlements(network, options, FARTHEST_SETTLEMENT_METRES)) {
    if (network.isInRegion[point.edge] !== 1) continue
    const arrival = arrivalAt(network.graph, times, point)
    if (arrival) counts[arrival.start]!++
  }
  return counts
}

/** One feature for each post and grade. */
function drawStretches(
  graph: RoadGraph,
  stretches: readonly CatchmentStretch[],
  posts: readonly PlacedPost[],
): Feature[] {
  const groups = Map.groupBy(stretches, ({ start, edge }) => `${start} ${graph.edgeGrade[edge]}`)
  return Array.from(groups.values(), (group): Feature => {
    const { start, edge } = group[0]!
    return {
      type: 'Feature',
      geometry: {
        type: 'MultiLineString',
        coordinates: group.map((stretch) =>
          roundPositions(simplifyLine(stretchLine(graph, stretch), DRAWN_TO_METRES)),
        ),
      },
      properties: {
        postId: posts[start]!.postId,
        grade: GRADES[graph.edgeGrade[edge]!]!,
        lengthMetres: Math.round(group.reduce((sum, stretch) => sum + stretch.lengthMetres, 0)),
      },
    }
  })
}
