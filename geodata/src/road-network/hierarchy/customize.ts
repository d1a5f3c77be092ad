import { findArc } from './find-arc.ts'
import { CLOSED, type Hierarchy, type HierarchyWeights } from './hierarchy-types.ts'

/**
 * Least costs over each hierarchy arc (basic customization): first those of the graph's own arcs, then, by ascending
 * rank, those of the ways down to a lower node and up again.
 *
 * @param arcCost By arc of the graph, whole numbers of any unit from 0 on; `CLOSED` and more = cannot be used. Ways
 *   that cost `CLOSED` or more count as no way. The weights keep this array, without a copy.
 * @param reuse Weights of the same hierarchy whose arrays are to be overwritten.
 * @throws RangeError if the costs are not one for each arc, or if one is negative.
 * @see Dibbelt, Strasser & Wagner (2016), "Customizable Contraction Hierarchies", ACM J. Experimental Algorithmics 21.
 */
export function customize(
  hierarchy: Hierarchy,
  arcCost: Int32Array,
  reuse?: HierarchyWeights,
): HierarchyWeights {
  const arcs = hierarchy.upHead.length
  const weights: HierarchyWeights = {
    arcCost,
    up: (reuse?.up ?? new Int32Array(arcs)).fill(CLOSED),
    down: (reuse?.down ?? new Int32Array(arcs)).fill(CLOSED),
  }
  setOwnCosts(hierarchy, weights)
  relaxTriangles(hierarchy, weights)
  return weights
}

function setOwnCosts(hierarchy: Hierarchy, { arcCost, up, down }: HierarchyWeights): void {
  const { nodeCount, arcStart, arcHead, rank } = hierarchy
  if (arcCost.length !== arcHead.length) {
    throw new RangeError(`${arcCost.length} costs were given for ${arcHead.length} arcs`)
  }
  for (let node = 0; node < nodeCount; node++) {
    const tail = rank[node]!
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const cost = arcCost[arc]!
      if (cost < 0) throw new RangeError(`arc ${arc} has a negative cost: ${cost}`)
      const head = rank[arcHead[arc]!]!
      if (cost >= CLOSED || head === tail) continue
      if (tail < head) {
        const i = findArc(hierarchy, tail, head)
        if (cost < up[i]!) up[i] = cost
      } else {
        const i = findArc(hierarchy, head, tail)
        if (cost < down[i]!) down[i] = cost
      }
    }
  }
}

/** Each triangle of a lowest node x, a middle node y and a highest node z, by ascending y: y–x–z may be less than y–z. */
function relaxTriangles(hierarchy: Hierarchy, { up, down }: HierarchyWeights): void {
  const { nodeCount, upStart, upHead, downStart, downTail } = hierarchy
  const arcTo = new Int32Array(nodeCount)
  /** Arc of x to the middle node: x meets its middle nodes in the order of its arcs. */
  const nextArc = upStart.slice(0, nodeCount)
  for (let y = 0; y < nodeCount; y++) {
    for (let i = upStart[y]!; i < upStart[y + 1]!; i++) arcTo[upHead[i]!] = i
    for (let j = downStart[y]!; j < downStart[y + 1]!; j++) {
      const x = downTail[j]!
      const toMiddle = nextArc[x]!++
      const end = upStart[x + 1]!
      const fromMiddle = down[toMiddle]!
      const intoMiddle = up[toMiddle]!
      for (let i = toMiddle + 1; i < end; i++) {
        const target = arcTo[upHead[i]!]!
        const upwards = fromMiddle + up[i]!
        if (upwards < up[target]!) up[target] = upwards
        const downwards = down[i]! + intoMiddle
        if (downwards < down[target]!) down[target] = downwards
      }
    }
  }
}
