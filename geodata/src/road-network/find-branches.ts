import type { RoadConditions } from '../road-state/conditions.ts'
import { edgeLine, originalNode, type RoadGraph } from './graph.ts'
import { HIGHWAYS } from './road-codes.ts'
import { CLOSED } from './shortest-path.ts'
import { surfaceOf } from './speeds.ts'
import { bearingOut } from './turn-angle.ts'
import type { Passage } from './types.ts'

/** Shorter stretches stand for a gate or a ford on a node: they have no direction. */
export const LEAST_METRES = 1

/** Node at which a passage ends; never a copy. */
export function endNodeOf(graph: RoadGraph, { edge, from, to }: Passage): number {
  return to > from ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!
}

/**
 * Arcs into which one could turn at a junction besides the one that is taken: mapped roads on land that the vehicle may
 * drive out on, also where they are cut today or lie over the border, since one sees them all the same.
 *
 * @param nodes Nodes of the junction; those that only a stretch of less than a metre away belong to it as well.
 * @param before By which one comes; turning back onto it is no choice.
 * @param after By which one goes on.
 */
export function findBranches(
  graph: RoadGraph,
  nodes: readonly number[],
  before: Passage,
  after: Passage,
  conditions: RoadConditions,
): number[] {
  const junction = new Set(nodes)
  const branches: number[] = []
  for (const node of junction) {
    for (let arc = graph.arcStart[node]!; arc < graph.arcStart[node + 1]!; arc++) {
      const edge = graph.arcEdge[arc]!
      const isForward = graph.isForward[arc] === 1
      if (graph.edgeLengthMetres[edge]! < LEAST_METRES) {
        junction.add(originalNode(graph, graph.arcHead[arc]!))
      } else if (
        isDrivable(graph, arc, conditions) &&
        !(edge === before.edge && isForward === before.to < before.from) &&
        !(edge === after.edge && isForward === after.to > after.from)
      ) {
        branches.push(arc)
      }
    }
  }
  return branches
}

function isDrivable(graph: RoadGraph, arc: number, { edgeCentiseconds, modeBit }: RoadConditions): boolean {
  const edge = graph.arcEdge[arc]!
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  if (graph.edgeGrade[edge] !== 0 || surfaceOf(highway, 'mapped') === 'ferry') return false
  return edgeCentiseconds[edge]! < CLOSED && (graph.arcAccess[arc]! & modeBit) !== 0
}

/** Direction in which an arc sets out, degrees clockwise from north. */
export function bearingOfArc(graph: RoadGraph, arc: number): number {
  const line = edgeLine(graph, graph.arcEdge[arc]!)
  return bearingOut(graph.isForward[arc] === 1 ? line : line.reverse())
}
