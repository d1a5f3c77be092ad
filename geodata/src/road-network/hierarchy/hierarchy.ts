import { contractNodes } from './contract.ts'
import type { ArcGraph, Hierarchy } from './hierarchy-types.ts'
import { type BuildOptions, findNodeOrder } from './node-order.ts'

export { customize } from './customize.ts'
export { type FindAllOptions, findAll } from './find-all.ts'
export { findMatrix, matrixOf } from './find-matrix.ts'
export { findCost, findPath, type HierarchyPath } from './find-path.ts'
export {
  type ArcGraph,
  BuildStopped,
  CLOSED,
  type Hierarchy,
  type HierarchyWeights,
  type PathEnd,
} from './hierarchy-types.ts'
export { type EndLabels, labelEnds } from './label-ends.ts'
export type { BuildOptions } from './node-order.ts'
export { recustomize } from './recustomize.ts'

/**
 * Prepares a road network for fast questions, whatever its arcs cost: `customize` then gives the hierarchy a set of
 * costs, and `findPath`, `findMatrix` and `findAll` answer by them, exactly as Dijkstra's algorithm would.
 *
 * @param graph Parallel arcs, loops, one-way arcs and parts without a way between them are all allowed.
 * @throws BuildStopped if `options.shouldStop` says so; RangeError if a node has no place.
 * @see Dibbelt, Strasser & Wagner (2016), "Customizable Contraction Hierarchies", ACM J. Experimental Algorithmics 21.
 */
export function buildHierarchy(graph: ArcGraph, options: BuildOptions = {}): Hierarchy {
  return contractNodes(graph, findNodeOrder(graph, options))
}
