import { type ArcCosts, weighArcs } from './arc-costs.ts'
import type { Measure } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { customize, type Hierarchy, type HierarchyWeights } from './hierarchy/hierarchy.ts'
import type { NetworkOptions } from './types.ts'

/** A hierarchy with its weights for one set of arc costs. */
export interface Prepared {
  hierarchy: Hierarchy
  weights: HierarchyWeights
}

const hierarchies = new WeakMap<RoadGraph, Hierarchy>()
const prepared = new WeakMap<ArcCosts, Partial<Record<Measure, HierarchyWeights>>>()

/** Gives a graph its hierarchy (`buildHierarchy`): matrices over it then cost milliseconds instead of seconds. */
export function attachHierarchy(graph: RoadGraph, hierarchy: Hierarchy): void {
  if (hierarchy.nodeCount !== graph.nodeCount || hierarchy.arcHead.length !== graph.arcHead.length) {
    throw new RangeError('the hierarchy is of another graph')
  }
  hierarchies.set(graph, hierarchy)
}

export function hierarchyOf(graph: RoadGraph): Hierarchy | null {
  return hierarchies.get(graph) ?? null
}

/** Weights for a question, made when they are first asked for; null where the graph has no hierarchy. */
export function prepare(graph: RoadGraph, options: NetworkOptions, by: Measure): Prepared | null {
  const hierarchy = hierarchyOf(graph)
  if (!hierarchy) return null
  const costs = weighArcs(graph, options)
  const ofCosts = prepared.get(costs) ?? {}
  prepared.set(costs, ofCosts)
  ofCosts[by] ??= customize(hierarchy, by === 'time' ? costs.centiseconds : costs.centimetres)
  return { hierarchy, weights: ofCosts[by] }
}

/** The same, but only where the weights are there already: they are not worth making for a single way. */
export function prepareIfReady(graph: RoadGraph, options: NetworkOptions, by: Measure): Prepared | null {
  return prepared.get(weighArcs(graph, options))?.[by] ? prepare(graph, options, by) : null
}
