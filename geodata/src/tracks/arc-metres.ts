import { GRADES, type RoadGraph } from '../road-network/graph.ts'
import type { AccessMask } from '../road-network/road-codes.ts'

/** What the matching asks of a graph for some modes, worked out once. */
export interface ArcMetres {
  /** By arc; `Infinity` where these modes may not go, or where there is no mapped road. */
  arcMetres: Float64Array
  /** By directed edge: the node at which it is left, -1 where it may not be driven. */
  headOf: Int32Array
  /** By edge. */
  edgeMetres: Float64Array
}

const MAPPED = GRADES.indexOf('mapped')
const kept = new WeakMap<RoadGraph, Map<AccessMask, ArcMetres>>()

/** Only mapped roads and ferries are matched to: the course of the others is not known. */
export function arcMetresFor(graph: RoadGraph, modes: AccessMask): ArcMetres {
  const ofGraph = kept.get(graph) ?? new Map<AccessMask, ArcMetres>()
  kept.set(graph, ofGraph)
  const found = ofGraph.get(modes) ?? computeArcMetres(graph, modes)
  ofGraph.set(modes, found)
  return found
}

function computeArcMetres(graph: RoadGraph, modes: AccessMask): ArcMetres {
  const { arcEdge, arcHead, arcAccess, isForward, edgeCount } = graph
  const edgeMetres = Float64Array.from({ length: edgeCount }, (_, edge) =>
    graph.edgeGrade[edge] === MAPPED ? graph.edgeLengthMetres[edge]! : Infinity,
  )
  const headOf = new Int32Array(2 * edgeCount).fill(-1)
  const arcMetres = Float64Array.from(arcEdge, (edge, arc) => {
    if ((arcAccess[arc]! & modes) === 0) return Infinity
    if (edgeMetres[edge] !== Infinity) headOf[2 * edge + isForward[arc]!] = arcHead[arc]!
    return edgeMetres[edge]!
  })
  return { arcMetres, headOf, edgeMetres }
}
