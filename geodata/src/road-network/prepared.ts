import { type ArcCosts, weighArcs } from './arc-costs.ts'
import type { Measure } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { customize, type Hierarchy, type HierarchyWeights, recustomize } from './hierarchy/hierarchy.ts'
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

/** The weights that were made last: another closure changes few of their costs. */
const latest = new WeakMap<Hierarchy, Partial<Record<Measure, HierarchyWeights>>>()
/** Beyond this share of changed arcs all weights are made anew. */
const MOST_CHANGED_SHARE = 1 / 200

/** Weights for a question, made when they are first asked for; null where the graph has no hierarchy. */
export function prepare(graph: RoadGraph, options: NetworkOptions, by: Measure): Prepared | null {
  const hierarchy = hierarchyOf(graph)
  if (!hierarchy) return null
  const costs = weighArcs(graph, options)
  const ofCosts = prepared.get(costs) ?? {}
  prepared.set(costs, ofCosts)
  ofCosts[by] ??= makeWeights(hierarchy, by === 'time' ? costs.centiseconds : costs.centimetres, by)
  return { hierarchy, weights: ofCosts[by] }
}

function makeWeights(hierarchy: Hierarchy, arcCost: Int32Array, by: Measure): HierarchyWeights {
  const ofHierarchy = latest.get(hierarchy) ?? {}
  latest.set(hierarchy, ofHierarchy)
  const weights = fromNear(hierarchy, arcCost, ofHierarchy[by]) ?? customize(hierarchy, arcCost)
  ofHierarchy[by] = weights
  return weights
}

/** A copy of weights whose costs are nearly these, brought up to date; null where too many differ. */
function fromNear(
  hierarchy: Hierarchy,
  arcCost: Int32Array,
  near: HierarchyWeights | undefined,
): HierarchyWeights | null {
  if (!near) return null
  const changed: number[] = []
  const most = arcCost.length * MOST_CHANGED_SHARE
  for (let arc = 0; arc < arcCost.length; arc++) {
    if (arcCost[arc] === near.arcCost[arc]) continue
    if (changed.length >= most) return null
    changed.push(arc)
  }
  const weights = { arcCost, up: near.up.slice(), down: near.down.slice() }
  recustomize(hierarchy, weights, changed)
  return weights
}

/** The same, but only where the weights are there already: they are not worth making for a single way. */
export function prepareIfReady(graph: RoadGraph, options: NetworkOptions, by: Measure): Prepared | null {
  return prepared.get(weighArcs(graph, options))?.[by] ? prepare(graph, options, by) : null
}
