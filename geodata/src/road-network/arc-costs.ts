import { type GraphEdge, isAbroad, type RoadGraph } from './graph.ts'
import { drivingSeconds, FERRY_WAIT_SECONDS } from './speeds.ts'
import type { NetworkOptions } from './types.ts'

export const DEFAULT_NETWORK_OPTIONS: NetworkOptions = {
  allowCrossing: false,
  allowDocumented: true,
  allowPresumed: false,
  maxPresumedMetres: 15_000,
}

/** What each arc costs under some permissions; `Infinity` = closed. By arc, in the order of the graph. */
export interface ArcCosts {
  seconds: Float64Array
  metres: Float64Array
}

/** More sets of permissions than people ask for in one sitting. */
const KEPT = 12
const kept = new WeakMap<RoadGraph, Map<string, ArcCosts>>()
const keptEdgeSeconds = new WeakMap<RoadGraph, Float64Array>()

/** Whether a way may use a stretch. A way stays in Mauritania, off ferries, unless crossing is allowed. */
export function isUsable(edge: GraphEdge, options: NetworkOptions): boolean {
  if (!options.allowCrossing && (edge.isFerry || isAbroad(edge))) return false
  if (edge.grade === 'documented') return options.allowDocumented
  if (edge.grade === 'presumed') {
    return options.allowPresumed && edge.gapMetres <= options.maxPresumedMetres
  }
  return true
}

/**
 * Seconds on each edge, waiting included. The wait for a ferry is paid in halves where it leaves and reaches land,
 * so that a ferry drawn in several stretches is waited for once.
 */
export function edgeSeconds(graph: RoadGraph): Float64Array {
  const found = keptEdgeSeconds.get(graph)
  if (found) return found
  const seconds = Float64Array.from(graph.edges, (edge, e) => {
    const landings = graph.isOnLand[graph.edgeFrom[e]!]! + graph.isOnLand[graph.edgeTo[e]!]!
    return drivingSeconds(edge) + (edge.isFerry ? (landings * FERRY_WAIT_SECONDS) / 2 : 0)
  })
  keptEdgeSeconds.set(graph, seconds)
  return seconds
}

/**
 * Weighs every arc for some permissions. The last results are kept with the graph, so asking again is free.
 * Another state of the roads (a season, a closure) is another pair of such arrays; the search asks nothing else.
 */
export function weighArcs(graph: RoadGraph, options: NetworkOptions): ArcCosts {
  const ofGraph = kept.get(graph) ?? new Map<string, ArcCosts>()
  kept.set(graph, ofGraph)
  const limit = options.allowPresumed ? options.maxPresumedMetres : 0
  const key = `${options.allowCrossing} ${options.allowDocumented} ${limit}`
  const found = ofGraph.get(key)
  if (found) return found
  const costs = computeArcCosts(graph, options)
  if (ofGraph.size >= KEPT) ofGraph.delete(ofGraph.keys().next().value!)
  ofGraph.set(key, costs)
  return costs
}

function computeArcCosts(graph: RoadGraph, options: NetworkOptions): ArcCosts {
  const ofEdge = edgeSeconds(graph)
  const seconds = new Float64Array(graph.arcEdge.length)
  const metres = new Float64Array(graph.arcEdge.length)
  graph.arcEdge.forEach((e, arc) => {
    const edge = graph.edges[e]!
    const isOpen = isUsable(edge, options)
    seconds[arc] = isOpen ? ofEdge[e]! : Infinity
    metres[arc] = isOpen ? edge.lengthMetres : Infinity
  })
  return { seconds, metres }
}
