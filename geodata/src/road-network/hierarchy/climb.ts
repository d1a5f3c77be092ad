import { CLOSED, type Hierarchy, type PathEnd } from './hierarchy-types.ts'

/**
 * Least costs from the given ends to all their ancestors in the elimination tree, by upward arcs only.
 *
 * @param weight Cost of each upward arc: `up` for ways from the ends, `down` for ways to them.
 * @param cost By rank, CLOSED everywhere; receives the costs.
 * @param arc By rank; receives the arc by which each node is reached, -1 where the end itself is least.
 * @returns The ancestors, ascending, the ends themselves among them. The caller sets their costs back to CLOSED.
 */
export function climb(
  { rank, upStart, upHead }: Hierarchy,
  weight: Int32Array,
  ends: readonly PathEnd[],
  cost: Int32Array,
  arc: Int32Array,
): number[] {
  for (const end of ends) {
    const r = rank[end.node]!
    if (end.cost < cost[r]!) cost[r] = end.cost
    arc[r] = -1
  }
  const branches = [...new Set(ends.map((end) => rank[end.node]!))]
  const visited: number[] = []
  while (branches.length > 0) {
    const r = takeLowest(branches)
    visited.push(r)
    const from = upStart[r]!
    const to = upStart[r + 1]!
    if (from === to) continue
    const parent = upHead[from]!
    if (!branches.includes(parent)) branches.push(parent)
    const spent = cost[r]!
    if (spent === CLOSED) continue
    for (let i = from; i < to; i++) {
      const head = upHead[i]!
      const next = spent + weight[i]!
      if (next >= cost[head]!) continue
      cost[head] = next
      arc[head] = i
    }
  }
  return visited
}

function takeLowest(branches: number[]): number {
  let lowest = 0
  for (let i = 1; i < branches.length; i++) if (branches[i]! < branches[lowest]!) lowest = i
  const r = branches[lowest]!
  branches[lowest] = branches.at(-1)!
  branches.pop()
  return r
}
