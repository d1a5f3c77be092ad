import type { RoadGraph } from './graph.ts'
import { CLOSED, type SearchStart } from './shortest-path.ts'

/**
 * Gives every node that several starts reach at the same least cost to the first of them.
 *
 * @param starts With the place of each among those that are asked for; several may be of one.
 * @param nodeCost Least costs, `CLOSED` = not reached.
 * @param nodeStart Some nearest start of each node; changed in place.
 */
export function settleTies(
  graph: RoadGraph,
  arcCost: Int32Array,
  starts: readonly (SearchStart & { start: number })[],
  nodeCost: Int32Array,
  nodeStart: Int32Array,
): void {
  const changed: number[] = []
  const offer = (node: number, cost: number, start: number) => {
    if (cost !== nodeCost[node] || start >= nodeStart[node]!) return
    nodeStart[node] = start
    changed.push(node)
  }
  const passOn = (node: number) => {
    const cost = nodeCost[node]!
    if (cost === CLOSED) return
    for (let arc = graph.arcStart[node]!; arc < graph.arcStart[node + 1]!; arc++) {
      if (arcCost[arc]! < CLOSED) offer(graph.arcHead[arc]!, cost + arcCost[arc]!, nodeStart[node]!)
    }
  }
  for (const { node, cost, start } of starts) offer(node, cost, start)
  for (let node = 0; node < graph.nodeCount; node++) passOn(node)
  for (let node = changed.pop(); node !== undefined; node = changed.pop()) passOn(node)
}
