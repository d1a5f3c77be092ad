import type { ArcGraph, Hierarchy } from './hierarchy-types.ts'
import { toUndirected, type UndirectedGraph } from './undirected-graph.ts'

/**
 * Contracts the nodes of a graph in a given order, whatever the arcs cost: a contracted node leaves its neighbours
 * of higher rank joined with each other.
 *
 * @param order Every node once, first to last. Ranks may differ from it where this changes no arc: they follow the
 *   elimination tree in post-order.
 * @see Dibbelt, Strasser & Wagner (2016), "Customizable Contraction Hierarchies", ACM J. Experimental Algorithmics 21;
 *   Liu (1990), "The Role of Elimination Trees in Sparse Factorization", SIAM J. Matrix Analysis 11, 134–172.
 */
export function contractNodes(graph: ArcGraph, order: Int32Array): Hierarchy {
  const undirected = toUndirected(graph)
  const rank = postOrderRanks(undirected, order)
  const ranked = new Int32Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) ranked[rank[node]!] = node
  const { upStart, upHead } = fill(undirected, rank, ranked)
  return {
    nodeCount: graph.nodeCount,
    arcStart: graph.arcStart,
    arcHead: graph.arcHead,
    rank,
    order: ranked,
    upStart,
    upHead,
    ...seenFromAbove(upStart, upHead),
  }
}

/** Ranks of the same elimination tree as `order` gives, so numbered that each node follows all its descendants. */
function postOrderRanks(graph: UndirectedGraph, order: Int32Array): Int32Array {
  const n = graph.nodeCount
  const parent = eliminationTree(graph, order)
  const size = new Int32Array(n).fill(1)
  for (let i = 0; i < n; i++) if (parent[i]! >= 0) size[parent[i]!]! += size[i]!
  const rankOf = new Int32Array(n)
  const freeBelow = new Int32Array(n)
  let freeRoot = n - 1
  const rank = new Int32Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const up = parent[i]!
    const own = up >= 0 ? freeBelow[up]! : freeRoot
    if (up >= 0) freeBelow[up] = own - size[i]!
    else freeRoot = own - size[i]!
    rankOf[i] = own
    freeBelow[i] = own - 1
    rank[order[i]!] = own
  }
  return rank
}

/** Parent by place in `order`, -1 at a root: the first of the later nodes that contracting a node leaves it joined to. */
function eliminationTree({ nodeCount, start, neighbour }: UndirectedGraph, order: Int32Array): Int32Array {
  const place = new Int32Array(nodeCount)
  for (let i = 0; i < nodeCount; i++) place[order[i]!] = i
  const parent = new Int32Array(nodeCount).fill(-1)
  const ancestor = new Int32Array(nodeCount).fill(-1)
  for (let i = 0; i < nodeCount; i++) {
    const node = order[i]!
    for (let j = start[node]!; j < start[node + 1]!; j++) {
      let at = place[neighbour[j]!]!
      if (at >= i) continue
      while (ancestor[at]! !== -1 && ancestor[at] !== i) {
        const next = ancestor[at]!
        ancestor[at] = i
        at = next
      }
      if (ancestor[at] !== -1) continue
      ancestor[at] = i
      parent[at] = i
    }
  }
  return parent
}

/** Upward arcs of each rank: its own neighbours above it, and those that its children in the tree leave it. */
function fill(graph: UndirectedGraph, rank: Int32Array, order: Int32Array) {
  const n = graph.nodeCount
  const upStart = new Int32Array(n + 1)
  let upHead = new Int32Array(graph.neighbour.length + n)
  const seenBy = new Int32Array(n).fill(-1)
  const firstChild = new Int32Array(n).fill(-1)
  const nextChild = new Int32Array(n).fill(-1)
  let end = 0
  for (let r = 0; r < n; r++) {
    const from = end
    const node = order[r]!
    let most = graph.start[node + 1]! - graph.start[node]!
    for (let child = firstChild[r]!; child >= 0; child = nextChild[child]!) {
      most += upStart[child + 1]! - upStart[child]!
    }
    if (end + most > upHead.length) upHead = grown(upHead, end + most)
    for (let j = graph.start[node]!; j < graph.start[node + 1]!; j++) {
      const head = rank[graph.neighbour[j]!]!
      if (head > r) upHead[end++] = head
      if (head > r) seenBy[head] = r
    }
    for (let child = firstChild[r]!; child >= 0; child = nextChild[child]!) {
      for (let j = upStart[child]! + 1; j < upStart[child + 1]!; j++) {
        const head = upHead[j]!
        if (seenBy[head] === r) continue
        seenBy[head] = r
        upHead[end++] = head
      }
    }
    sortStretch(upHead, from, end)
    upStart[r + 1] = end
    if (end === from) continue
    const parent = upHead[from]!
    nextChild[r] = firstChild[parent]!
    firstChild[parent] = r
  }
  return { upStart, upHead: upHead.slice(0, end) }
}

function grown(list: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(least, Math.ceil(1.3 * list.length)))
  longer.set(list)
  return longer
}

function sortStretch(list: Int32Array, from: number, to: number): void {
  if (to - from > 40) {
    list.subarray(from, to).sort()
    return
  }
  for (let i = from + 1; i < to; i++) {
    const value = list[i]!
    let at = i
    for (; at > from && list[at - 1]! > value; at--) list[at] = list[at - 1]!
    list[at] = value
  }
}

function seenFromAbove(upStart: Int32Array, upHead: Int32Array) {
  const n = upStart.length - 1
  const downStart = new Int32Array(n + 1)
  for (let i = 0; i < upHead.length; i++) downStart[upHead[i]! + 1]!++
  for (let r = 0; r < n; r++) downStart[r + 1]! += downStart[r]!
  const free = downStart.slice()
  const downTail = new Int32Array(upHead.length)
  for (let r = 0; r < n; r++) {
    for (let i = upStart[r]!; i < upStart[r + 1]!; i++) downTail[free[upHead[i]!]!++] = r
  }
  return { downStart, downTail }
}
