import type { Hierarchy, HierarchyWeights } from './hierarchy-types.ts'

/**
 * Appends the arcs of the graph that a hierarchy arc stands for, in the order of travel. Which they are is not stored:
 * the arc is one of the graph's own, or goes by a lower node with the same cost.
 *
 * @param from, to Ranks of its ends; either may be the higher one.
 * @param cost Its weight in this direction, less than CLOSED.
 */
export function unpackArc(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  from: number,
  to: number,
  cost: number,
  arcs: number[],
): void {
  const stack = [from, to, cost]
  while (stack.length > 0) {
    const wanted = stack.pop()!
    const b = stack.pop()!
    const a = stack.pop()!
    const own = ownArc(hierarchy, weights, a, b, wanted)
    if (own >= 0) arcs.push(own)
    else pushHalves(hierarchy, weights, a, b, wanted, stack)
  }
}

function ownArc(
  { order, arcStart, arcHead }: Hierarchy,
  { arcCost }: HierarchyWeights,
  from: number,
  to: number,
  cost: number,
): number {
  const tail = order[from]!
  const head = order[to]!
  for (let arc = arcStart[tail]!; arc < arcStart[tail + 1]!; arc++) {
    if (arcHead[arc] === head && arcCost[arc] === cost) return arc
  }
  return -1
}

function pushHalves(
  { upStart, upHead, downStart, downTail }: Hierarchy,
  { up, down }: HierarchyWeights,
  from: number,
  to: number,
  cost: number,
  stack: number[],
): void {
  const low = Math.min(from, to)
  const high = Math.max(from, to)
  for (let j = downStart[low]!; j < downStart[low + 1]!; j++) {
    const x = downTail[j]!
    let i = upStart[x]!
    const end = upStart[x + 1]!
    while (upHead[i] !== low) i++
    const lowArc = i
    while (i < end && upHead[i]! < high) i++
    if (i === end || upHead[i] !== high) continue
    const first = down[from === low ? lowArc : i]!
    const second = up[from === low ? i : lowArc]!
    if (first + second !== cost) continue
    stack.push(x, to, second, from, x, first)
    return
  }
  throw new Error(
    `no way of cost ${cost} from rank ${from} to rank ${to}: the weights are of other arc costs`,
  )
}
