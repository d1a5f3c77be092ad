import { CLOSED, type Hierarchy } from './hierarchy-types.ts'
import { scratchOf } from './scratch.ts'

/** A node by rank, with the cost at which a climb begins there. */
export interface ClimbStart {
  rank: number
  cost: number
}

/** Least costs between some nodes and their ancestors in the elimination tree; item i of each list belongs together. */
export interface Climb {
  /** Ascending. */
  ranks: number[]
  cost: Int32Array
  /** Hierarchy arc by which an ancestor is reached from below, -1 = a start is least. Of no meaning where not reached. */
  arc: Int32Array
}

/** Ancestors of some ranks in the elimination tree, ascending, these ranks among them. */
export function ancestorsOf({ upStart, upHead }: Hierarchy, ranks: readonly number[]): number[] {
  const ancestors: number[] = []
  const branches = [...new Set(ranks)]
  while (branches.length > 1) {
    const r = takeLowest(branches)
    ancestors.push(r)
    if (upStart[r] === upStart[r + 1]) continue
    const parent = upHead[upStart[r]!]!
    if (!branches.includes(parent)) branches.push(parent)
  }
  for (let r = branches[0] ?? -1; r >= 0; ) {
    ancestors.push(r)
    r = upStart[r] === upStart[r + 1] ? -1 : upHead[upStart[r]!]!
  }
  return ancestors
}

function takeLowest(branches: number[]): number {
  let lowest = 0
  for (let i = 1; i < branches.length; i++) if (branches[i]! < branches[lowest]!) lowest = i
  const r = branches[lowest]!
  branches[lowest] = branches.at(-1)!
  branches.pop()
  return r
}

/**
 * Climbs from the starts by upward arcs only. Starts that are not among the ancestors are left out.
 *
 * @param ranks Some nodes and all their ancestors, ascending.
 * @param weight Cost of each upward arc: `up` for ways from the starts, `down` for ways to them.
 */
export function climb(
  hierarchy: Hierarchy,
  weight: Int32Array,
  ranks: number[],
  starts: readonly ClimbStart[],
): Climb {
  const { upStart, upHead } = hierarchy
  const place = scratchOf(hierarchy)
  for (let i = 0; i < ranks.length; i++) place[ranks[i]!] = i
  const cost = new Int32Array(ranks.length).fill(CLOSED)
  const arc = new Int32Array(ranks.length).fill(-1)
  for (const start of starts) {
    const i = place[start.rank]!
    if (ranks[i] === start.rank && start.cost < cost[i]!) cost[i] = start.cost
  }
  for (let i = 0; i < ranks.length; i++) {
    const spent = cost[i]!
    if (spent === CLOSED) continue
    const end = upStart[ranks[i]! + 1]!
    for (let j = upStart[ranks[i]!]!; j < end; j++) {
      const next = spent + weight[j]!
      const above = place[upHead[j]!]!
      if (next >= cost[above]!) continue
      cost[above] = next
      arc[above] = j
    }
  }
  return { ranks, cost, arc }
}
