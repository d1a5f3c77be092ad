import type { ArcGraph } from './hierarchy-types.ts'

/** Neighbours without direction, each once, none of itself: those of node n are `neighbour[start[n]]` up to `start[n + 1]`. */
export interface UndirectedGraph {
  nodeCount: number
  start: Int32Array
  neighbour: Int32Array
}

/** Forgets directions, loops and parallel arcs. */
export function toUndirected({ nodeCount, arcStart, arcHead }: ArcGraph): UndirectedGraph {
  const end = new Int32Array(nodeCount + 1)
  for (let tail = 0; tail < nodeCount; tail++) {
    for (let arc = arcStart[tail]!; arc < arcStart[tail + 1]!; arc++) {
      const head = arcHead[arc]!
      if (head === tail) continue
      end[tail]!++
      end[head]!++
    }
  }
  let sum = 0
  for (let node = 0; node <= nodeCount; node++) {
    const count = end[node]!
    end[node] = sum
    sum += count
  }
  const doubled = new Int32Array(sum)
  for (let tail = 0; tail < nodeCount; tail++) {
    for (let arc = arcStart[tail]!; arc < arcStart[tail + 1]!; arc++) {
      const head = arcHead[arc]!
      if (head === tail) continue
      doubled[end[tail]!++] = head
      doubled[end[head]!++] = tail
    }
  }
  return withoutRepeats(nodeCount, end, doubled)
}

/** @param end Where the list of each node ends; each begins where the one before ends. */
function withoutRepeats(nodeCount: number, end: Int32Array, doubled: Int32Array): UndirectedGraph {
  const start = new Int32Array(nodeCount + 1)
  const seenBy = new Int32Array(nodeCount).fill(-1)
  let kept = 0
  let at = 0
  for (let node = 0; node < nodeCount; node++) {
    start[node] = kept
    for (; at < end[node]!; at++) {
      const other = doubled[at]!
      if (seenBy[other] === node) continue
      seenBy[other] = node
      doubled[kept++] = other
    }
  }
  start[nodeCount] = kept
  return { nodeCount, start, neighbour: doubled.slice(0, kept) }
}
