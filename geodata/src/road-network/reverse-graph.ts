import type { RoadGraph } from './graph.ts'
import type { SearchGraph } from './shortest-path.ts'

/** The graph with every arc turned round: searches on it find the ways *to* a node. */
export interface ReverseGraph extends SearchGraph {
  /** By arc of the reverse graph: the arc of the graph that it turns round. */
  arcOf: Int32Array
}

const kept = new WeakMap<RoadGraph, ReverseGraph>()

/** The arcs by their heads. Laid at the first call and kept with the graph: 8 bytes an arc, 4 a node. */
export function reverseOf(graph: RoadGraph): ReverseGraph {
  const found = kept.get(graph)
  if (found) return found
  const { nodeCount, arcHead } = graph
  const arcStart = new Int32Array(nodeCount + 1)
  for (const head of arcHead) arcStart[head + 1]!++
  for (let node = 0; node < nodeCount; node++) arcStart[node + 1]! += arcStart[node]!
  const next = arcStart.slice()
  const reverse = {
    nodeCount,
    arcStart,
    arcHead: new Int32Array(arcHead.length),
    arcOf: new Int32Array(arcHead.length),
  }
  for (let tail = 0; tail < nodeCount; tail++) {
    for (let arc = graph.arcStart[tail]!; arc < graph.arcStart[tail + 1]!; arc++) {
      const place = next[arcHead[arc]!]!++
      reverse.arcHead[place] = tail
      reverse.arcOf[place] = arc
    }
  }
  kept.set(graph, reverse)
  return reverse
}

/** Costs by arc of the graph, put in the order of the reverse graph's arcs. */
export function reverseCosts({ arcOf }: ReverseGraph, arcCost: Int32Array): Int32Array {
  const costs = new Int32Array(arcOf.length)
  for (let place = 0; place < arcOf.length; place++) costs[place] = arcCost[arcOf[place]!]!
  return costs
}
