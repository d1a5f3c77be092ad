import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { edgeIdOf, edgeLine, isFerry, type RoadGraph, structureCode } from '../road-network/graph.ts'
import { type Bound, bindGeometry } from '../road-state/bind-geometry.ts'
import type { Interval } from '../road-state/conditions.ts'
import type { RoadClosure } from '../road-state/types.ts'
import type { CriticalLink } from './coverage-types.ts'

/** Arms of one watercourse nearer than this are one ford, as on a way (`findFords`). */
const SAME_FORD_METRES = 200
const FORD = structureCode('ford')
const BRIDGE = structureCode('bridge')

/** A link that may close, with the stretches of edges that are then cut. */
export interface LinkCandidate extends Pick<CriticalLink, 'kind' | 'name' | 'position' | 'edgeId'> {
  readonly cuts: Bound
}

/**
 * Links that may close on some edges: where they meet a watercourse without a bridge, bridges, ferries; and closures
 * wherever they lie.
 *
 * @param edges Indices inside the graph.
 */
export function linksOn(
  graph: RoadGraph,
  edges: readonly number[],
  mayClose: readonly RoadClosure[],
): LinkCandidate[] {
  const onEdges = edges.flatMap((edge): LinkCandidate[] => {
    if (isFerry(graph, edge)) return [linkAt(graph, 'ferry', edge, [[0, 1]])]
    if (graph.edgeStructure[edge] === BRIDGE) return [linkAt(graph, 'bridge', edge, [[0, 1]])]
    return fordsOn(graph, edge).map((cuts) => linkAt(graph, 'ford', edge, cuts))
  })
  return [...onEdges, ...mayClose.flatMap((closure) => closureLink(graph, closure))]
}

function linkAt(
  graph: RoadGraph,
  kind: CriticalLink['kind'],
  edge: number,
  cuts: readonly Interval[],
): LinkCandidate {
  const middle = (cuts[0]![0] + cuts.at(-1)![1]) / 2
  return {
    kind,
    name: graph.names[graph.edgeName[edge]!] || null,
    position: positionOn(graph, edge, middle),
    edgeId: edgeIdOf(graph, edge),
    cuts: new Map([[edge, [...cuts]]]),
  }
}

/** Where an edge goes through water, the arms of one watercourse together. */
function fordsOn(graph: RoadGraph, edge: number): Interval[][] {
  const { wadiStart, wadiAt, edgeLengthMetres, edgeStructure } = graph
  const places = [...wadiAt.subarray(wadiStart[edge]!, wadiStart[edge + 1]!)].sort((a, b) => a - b)
  if (places.length === 0) return edgeStructure[edge] === FORD ? [[[0, 1]]] : []
  const fords: number[][] = []
  for (const place of places) {
    const last = fords.at(-1)
    const isSame = last && (place - last.at(-1)!) * edgeLengthMetres[edge]! < SAME_FORD_METRES
    if (isSame) last.push(place)
    else fords.push([place])
  }
  return fords.map((ford) => ford.map((place): Interval => [place, place]))
}

function closureLink(graph: RoadGraph, { id, geometry }: RoadClosure): LinkCandidate[] {
  const cuts = bindGeometry(graph, geometry)
  const [first] = cuts
  if (!first) return []
  const [edge, intervals] = first
  const position = positionOn(graph, edge, (intervals[0]![0] + intervals[0]![1]) / 2)
  return [{ kind: 'closure', name: graph.names[graph.edgeName[edge]!] || null, position, edgeId: id, cuts }]
}

function positionOn(graph: RoadGraph, edge: number, fraction: number): Position {
  return sliceLine(edgeLine(graph, edge), 0, fraction).at(-1)!
}
