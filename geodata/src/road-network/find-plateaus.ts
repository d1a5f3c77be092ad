import { weighArcs } from './arc-costs.ts'
import { arrivals, departures, type EdgeEnd } from './ends.ts'
import { type RoadGraph, tailOf } from './graph.ts'
import { reverseCosts, reverseOf } from './reverse-graph.ts'
import type { Course } from './route.ts'
import { arcsTo, CLOSED, type SearchTree, searchFrom } from './shortest-path.ts'
import type { RouteOptions, SnappedPoint } from './types.ts'

/** The best ways from the start to every node, and from every node to the end. */
export interface TwoTrees {
  starts: readonly EdgeEnd[]
  ends: readonly EdgeEnd[]
  arcCost: Int32Array
  /** By arc of the reverse graph. */
  arcOf: Int32Array
  forward: SearchTree
  backward: SearchTree
}

/** A run of arcs on which both trees agree, or a part of one arc, with the way through it. */
export interface Plateau {
  /** Where the way leaves the forward tree for the backward one, by this arc if it is in neither; -1 = in the node. */
  node: number
  arc: number
  /** Of the run: no part of the way that costs less can be bettered. */
  cost: number
  throughCost: number
}

/** @returns Views that the next search on this graph overwrites. */
export function growTwoTrees(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
  maxCost: number,
): TwoTrees {
  const costs = weighArcs(graph, options)
  const arcCost = options.by === 'time' ? costs.centiseconds : costs.centimetres
  const reverse = reverseOf(graph)
  const starts = departures(graph, from, options, options.by)
  const ends = arrivals(graph, to, options, options.by)
  return {
    starts,
    ends,
    arcCost,
    arcOf: reverse.arcOf,
    forward: searchFrom(graph, arcCost, starts, { maxCost }),
    backward: searchFrom(reverse, reverseCosts(reverse, arcCost), ends, { maxCost }),
  }
}

/**
 * Plateaus of two trees, the most promising first: cheap ways, long plateaus.
 *
 * A plateau goes on into the arcs at its ends as far as the places inside them are still reached that way first; so a
 * long arc may hold a plateau of its own.
 *
 * @param leastCost Shorter plateaus are left out.
 * @param mostThroughCost And so are those whose way costs more.
 */
export function findPlateaus(
  graph: RoadGraph,
  trees: TwoTrees,
  leastCost: number,
  mostThroughCost: number,
): Plateau[] {
  const { forward, backward, arcCost } = trees
  const plateaus: Plateau[] = []
  const offer = (plateau: Plateau) => {
    if (plateau.cost >= leastCost && plateau.throughCost <= mostThroughCost) plateaus.push(plateau)
  }
  for (let node = 0; node < graph.nodeCount; node++) {
    const toHere = forward.costTo(node)
    if (toHere > mostThroughCost) continue
    const throughCost = toHere + backward.costTo(node)
    if (throughCost <= mostThroughCost && !goesOn(graph, trees, node)) {
      const cost = endOfPlateau(graph, trees, node) - startOfPlateau(graph, trees, node)
      offer({ node, arc: -1, cost, throughCost })
    }
    for (let arc = graph.arcStart[node]!; arc < graph.arcStart[node + 1]!; arc++) {
      const head = graph.arcHead[arc]!
      const alongCost = toHere + arcCost[arc]! + backward.costTo(head)
      if (alongCost > mostThroughCost || isInATree(trees, arc, node, head)) continue
      const cost = lastAhead(graph, trees, arc, node) - firstAhead(graph, trees, arc, node)
      offer({ node, arc, cost, throughCost: alongCost })
    }
  }
  const rank = ({ cost, throughCost }: Plateau) => 2 * throughCost - cost
  return plateaus.sort((a, b) => rank(a) - rank(b) || a.node - b.node || a.arc - b.arc)
}

function isInATree({ forward, backward, arcOf }: TwoTrees, arc: number, tail: number, head: number): boolean {
  const onward = backward.arcInto(tail)
  return forward.arcInto(head) === arc || (onward >= 0 && arcOf[onward] === arc)
}

/** Place inside an arc beyond which it is reached sooner from its head; as the cost of an arc from its tail. */
function lastAhead(graph: RoadGraph, { forward, arcCost }: TwoTrees, arc: number, tail: number): number {
  return (forward.costTo(graph.arcHead[arc]!) + arcCost[arc]! - forward.costTo(tail)) / 2
}

/** Place inside an arc before which the end is sooner reached by its tail. */
function firstAhead(graph: RoadGraph, { backward, arcCost }: TwoTrees, arc: number, tail: number): number {
  return (backward.costTo(graph.arcHead[arc]!) + arcCost[arc]! - backward.costTo(tail)) / 2
}

/** Whether the arc by which the backward tree leaves a node is the one by which the forward tree goes on. */
function goesOn(graph: RoadGraph, { forward, backward, arcOf }: TwoTrees, node: number): boolean {
  const onward = backward.arcInto(node)
  if (onward < 0) return false
  const arc = arcOf[onward]!
  return forward.arcInto(graph.arcHead[arc]!) === arc
}

/** Cost from the start to where the plateau ends whose last node is given. */
function endOfPlateau(graph: RoadGraph, trees: TwoTrees, lastNode: number): number {
  const { forward, backward, arcOf } = trees
  const onward = backward.arcInto(lastNode)
  if (onward < 0) return forward.costTo(lastNode) + backward.costTo(lastNode)
  return forward.costTo(lastNode) + lastAhead(graph, trees, arcOf[onward]!, lastNode)
}

/** Cost from the start to where it begins. */
function startOfPlateau(graph: RoadGraph, trees: TwoTrees, lastNode: number): number {
  const { forward, backward, arcOf } = trees
  let node = lastNode
  for (;;) {
    const arc = forward.arcInto(node)
    if (arc < 0) return 0
    const tail = tailOf(graph, arc)
    const onward = backward.arcInto(tail)
    const isReached = backward.costTo(tail) < CLOSED
    if (!isReached) return forward.costTo(node)
    if (onward < 0 || arcOf[onward] !== arc) return forward.costTo(tail) + firstAhead(graph, trees, arc, tail)
    node = tail
  }
}

/** The best way to a plateau and on from it. */
export function courseThrough(graph: RoadGraph, trees: TwoTrees, { node, arc }: Plateau): Course {
  const { forward, backward, arcOf, starts, ends } = trees
  const arcs = arcsTo(graph, forward, node)
  let here = node
  if (arc >= 0) {
    arcs.push(arc)
    here = graph.arcHead[arc]!
  }
  for (let onward = backward.arcInto(here); onward >= 0; onward = backward.arcInto(here)) {
    arcs.push(arcOf[onward]!)
    here = graph.arcHead[arcOf[onward]!]!
  }
  return { start: starts[forward.startOf(node)]!, arcs, end: ends[backward.startOf(here)]! }
}
