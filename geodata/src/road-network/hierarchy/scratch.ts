import { CLOSED, type Hierarchy } from './hierarchy-types.ts'

/** Arrays by rank that queries on one hierarchy use in turn. Between queries all costs are CLOSED. */
export interface Scratch {
  costFrom: Int32Array
  costTo: Int32Array
  /** Hierarchy arc by which the least way comes to a node from below; -1 at an end. */
  arcFrom: Int32Array
  arcTo: Int32Array
}

const scratches = new WeakMap<Hierarchy, Scratch>()

export function scratchOf(hierarchy: Hierarchy): Scratch {
  const found = scratches.get(hierarchy)
  if (found) return found
  const n = hierarchy.nodeCount
  const scratch = {
    costFrom: new Int32Array(n).fill(CLOSED),
    costTo: new Int32Array(n).fill(CLOSED),
    arcFrom: new Int32Array(n),
    arcTo: new Int32Array(n),
  }
  scratches.set(hierarchy, scratch)
  return scratch
}
