import type { Hierarchy } from './hierarchy-types.ts'

const scratches = new WeakMap<Hierarchy, Int32Array>()

/** One number for each rank, which every query on a hierarchy uses in turn. What it holds at first is of no meaning. */
export function scratchOf(hierarchy: Hierarchy): Int32Array {
  let scratch = scratches.get(hierarchy)
  if (!scratch) {
    scratch = new Int32Array(hierarchy.nodeCount)
    scratches.set(hierarchy, scratch)
  }
  return scratch
}
