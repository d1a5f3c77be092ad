import { customize } from './customize.ts'
import { findArc } from './find-arc.ts'
import { CLOSED, type Hierarchy, type HierarchyWeights } from './hierarchy-types.ts'
import { tailOf } from './tail-of.ts'

/** Once more than this share of the hierarchy arcs has been computed again, all together are faster … */
const WORTHWHILE_SHARE = 1 / 64
/** … but not worth a thought in small networks. */
const ALWAYS_WORTHWHILE = 1_000

/**
 * Brings weights up to date after the costs of some arcs changed: only hierarchy arcs whose weight may have changed
 * are computed again, from the lowest rank up, or all where that is faster. The result is the one that `customize` gives.
 *
 * @param weights Their `arcCost` holds the new costs already.
 * @param changedArcs At least the arcs of the graph whose costs are not those that the weights were made of.
 * @throws RangeError if an arc does not exist or has a negative cost; the weights are then as they were.
 * @see Dibbelt, Strasser & Wagner (2016), section 7.4 (single metric updates).
 */
export function recustomize(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  changedArcs: Iterable<number>,
): void {
  const waiting = new ArcQueue()
  for (const arc of changedArcs) {
    const target = hierarchyArcOf(hierarchy, weights, arc)
    if (target >= 0) waiting.add(target)
  }
  let left = Math.max(ALWAYS_WORTHWHILE, hierarchy.upHead.length * WORTHWHILE_SHARE)
  for (let arc = waiting.take(); arc >= 0; arc = waiting.take()) {
    if (--left < 0) {
      customize(hierarchy, weights.arcCost, weights)
      return
    }
    const oldUp = weights.up[arc]!
    const oldDown = weights.down[arc]!
    const tail = tailOf(hierarchy.upStart, arc)
    weigh(hierarchy, weights, tail, arc)
    if (weights.up[arc] === oldUp && weights.down[arc] === oldDown) continue
    addDependents(hierarchy, weights, tail, arc, oldUp, oldDown, waiting)
  }
}

function hierarchyArcOf(hierarchy: Hierarchy, { arcCost }: HierarchyWeights, arc: number): number {
  const { arcHead, arcStart, rank } = hierarchy
  if (!Number.isInteger(arc) || arc < 0 || arc >= arcHead.length) {
    throw new RangeError(`arc ${arc} is not among the ${arcHead.length} arcs`)
  }
  if (arcCost[arc]! < 0) throw new RangeError(`arc ${arc} has a negative cost: ${arcCost[arc]}`)
  const tail = rank[tailOf(arcStart, arc)]!
  const head = rank[arcHead[arc]!]!
  return head === tail ? -1 : findArc(hierarchy, Math.min(tail, head), Math.max(tail, head))
}

/** Weight of one hierarchy arc from the arcs of the graph between its ends, and from the triangles below it. */
function weigh(hierarchy: Hierarchy, weights: HierarchyWeights, low: number, arc: number): void {
  const { upStart, upHead, downStart, downTail, order } = hierarchy
  const { up, down } = weights
  const high = upHead[arc]!
  let upwards = ownCost(hierarchy, weights, order[low]!, order[high]!)
  let downwards = ownCost(hierarchy, weights, order[high]!, order[low]!)
  for (let j = downStart[low]!; j < downStart[low + 1]!; j++) {
    const x = downTail[j]!
    const end = upStart[x + 1]!
    let toLow = upStart[x]!
    while (upHead[toLow] !== low) toLow++
    let toHigh = toLow + 1
    while (toHigh < end && upHead[toHigh]! < high) toHigh++
    if (toHigh === end || upHead[toHigh] !== high) continue
    upwards = Math.min(upwards, down[toLow]! + up[toHigh]!)
    downwards = Math.min(downwards, down[toHigh]! + up[toLow]!)
  }
  up[arc] = upwards
  down[arc] = downwards
}

/** Least cost of the arcs of the graph from one node to another. */
function ownCost(
  { arcStart, arcHead }: Hierarchy,
  { arcCost }: HierarchyWeights,
  tail: number,
  head: number,
): number {
  let least = CLOSED
  for (let arc = arcStart[tail]!; arc < arcStart[tail + 1]!; arc++) {
    if (arcHead[arc] === head && arcCost[arc]! < least) least = arcCost[arc]!
  }
  return least
}

/** Adds the arcs above a changed one whose weight came over it, or now could. */
function addDependents(
  hierarchy: Hierarchy,
  { up, down }: HierarchyWeights,
  x: number,
  changed: number,
  oldUp: number,
  oldDown: number,
  waiting: ArcQueue,
): void {
  const { upStart, upHead } = hierarchy
  const y = upHead[changed]!
  const comes = (before: number, now: number, weight: number) =>
    now < weight || (before === weight && before !== now && weight < CLOSED)
  for (let i = upStart[x]!; i < upStart[x + 1]!; i++) {
    if (i === changed) continue
    const z = upHead[i]!
    const target = findArc(hierarchy, Math.min(y, z), Math.max(y, z))
    const fromY = z > y ? up : down
    const toY = z > y ? down : up
    if (
      comes(oldDown + up[i]!, down[changed]! + up[i]!, fromY[target]!) ||
      comes(down[i]! + oldUp, down[i]! + up[changed]!, toY[target]!)
    ) {
      waiting.add(target)
    }
  }
}

/** Hierarchy arcs, each once, lowest first. */
class ArcQueue {
  readonly #heap: number[] = []
  readonly #held = new Set<number>()

  add(arc: number): void {
    if (this.#held.has(arc)) return
    this.#held.add(arc)
    const heap = this.#heap
    let at = heap.push(arc) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (heap[parent]! <= arc) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = arc
  }

  /** @returns -1 once it is empty. */
  take(): number {
    const heap = this.#heap
    const lowest = heap[0]
    if (lowest === undefined) return -1
    const last = heap.pop()!
    this.#held.delete(lowest)
    if (heap.length === 0) return lowest
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++
      if (heap[child]! >= last) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return lowest
  }
}
