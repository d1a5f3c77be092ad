import type { Position } from '@borne/geodata/geometry/position'
import { seeded } from '@borne/geodata/itinerary/seeded'
import { DEFAULT_NETWORK_OPTIONS, weighArcs } from '@borne/geodata/road-network/arc-costs'
import { edgeLine, type RoadGraph, tailOf } from '@borne/geodata/road-network/graph'
import type { Hierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { attachHierarchy, prepare } from '@borne/geodata/road-network/prepared'
import { findRoute } from '@borne/geodata/road-network/route'
import { CLOSED, searchFrom } from '@borne/geodata/road-network/shortest-path'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import type { RouteOptions, SnappedPoint } from '@borne/geodata/road-network/types'

/** Everything but presumed connectors, by time, in the dry season. */
export const EVERYWHERE: RouteOptions = { ...DEFAULT_NETWORK_OPTIONS, allowCrossing: true, by: 'time' }

/** A network, and the questions that every engine is asked about it. Places are nodes of the graph. */
export interface RoadsCase {
  name: string
  graph: RoadGraph
  /** The same without a hierarchy, so that plain searches answer. */
  plain: RoadGraph
  hierarchy: Hierarchy
  pairs: [from: number, to: number][]
  froms: number[]
  tos: number[]
  snappedFroms: SnappedPoint[]
  snappedTos: SnappedPoint[]
  manyFroms: number[]
  manyTos: number[]
  /** An edge that many of the ways lead over. */
  closedEdge: number
}

export function openCase(name: string, graph: RoadGraph, hierarchy: Hierarchy): RoadsCase {
  attachHierarchy(graph, hierarchy)
  prepare(graph, EVERYWHERE, 'time')
  const sample = nodeSampler(graph)
  const take = (count: number) => Array.from({ length: count }, sample)
  const froms = take(50)
  const tos = take(50)
  const snap = (node: number) => snapToRoad(graph, positionOf(graph, node), EVERYWHERE)!
  return {
    name,
    graph,
    plain: { ...graph },
    hierarchy,
    pairs: Array.from({ length: 100 }, () => [sample(), sample()]),
    froms,
    tos,
    snappedFroms: froms.map(snap),
    snappedTos: tos.map(snap),
    manyFroms: take(500),
    manyTos: take(500),
    closedEdge: busiestEdge(graph, froms.map(snap), tos.map(snap)),
  }
}

export function positionOf({ nodeLon, nodeLat }: RoadGraph, node: number): Position {
  return [nodeLon[node]!, nodeLat[node]!]
}

export function middleOf(graph: RoadGraph, edge: number): Position {
  const line = edgeLine(graph, edge)
  const at = Math.max(1, line.length >> 1)
  const [a, b] = [line[at - 1]!, line[at]!]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

/** Random nodes that stand on a mapped road and that most of the network reaches. */
function nodeSampler(graph: RoadGraph): () => number {
  const random = seeded(2026)
  const { centiseconds } = weighArcs(graph, EVERYWHERE)
  const anywhere = () => Math.floor(random() * graph.firstCopy)
  const costTo = largestReach(graph, centiseconds, Array.from({ length: 10 }, anywhere))
  return () => {
    for (;;) {
      const node = anywhere()
      const snapped = snapToRoad(graph, positionOf(graph, node), EVERYWHERE, 1)
      if (costTo[node]! < CLOSED && snapped) return node
    }
  }
}

function largestReach(graph: RoadGraph, arcCost: Int32Array, starts: readonly number[]): Int32Array {
  const reaches = starts.map((node) => {
    const tree = searchFrom(graph, arcCost, [{ node, cost: 0 }])
    return Int32Array.from({ length: graph.nodeCount }, (_, other) => tree.costTo(other))
  })
  const sizes = reaches.map((costs) => costs.filter((cost) => cost < CLOSED).length)
  return reaches[sizes.indexOf(Math.max(...sizes))]!
}

/** The edge over which most of some ways between the places lead. */
function busiestEdge(graph: RoadGraph, froms: readonly SnappedPoint[], tos: readonly SnappedPoint[]): number {
  const passages = new Map<number, number>()
  froms.slice(0, 20).forEach((from, i) => {
    for (const { edge } of findRoute(graph, from, tos[i]!, EVERYWHERE)?.passages ?? []) {
      passages.set(edge, (passages.get(edge) ?? 0) + 1)
    }
  })
  const [busiest] = [...passages].toSorted((a, b) => b[1] - a[1])[0]!
  return busiest
}

/** Arcs with their tails, that are open: what pgRouting is given. */
export function openArcs(graph: RoadGraph): { tail: number; head: number; cost: number; edge: number }[] {
  const { centiseconds } = weighArcs(graph, EVERYWHERE)
  return [...graph.arcHead.keys()].flatMap((arc) => {
    const cost = centiseconds[arc]!
    const edge = graph.arcEdge[arc]!
    return cost < CLOSED ? [{ tail: tailOf(graph, arc), head: graph.arcHead[arc]!, cost, edge }] : []
  })
}
