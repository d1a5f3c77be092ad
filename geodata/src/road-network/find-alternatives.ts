import { costBetween } from './arc-costs.ts'
import { courseThrough, findPlateaus, growTwoTrees, type Plateau, type TwoTrees } from './find-plateaus.ts'
import { originalNode, type RoadGraph } from './graph.ts'
import { type Course, findRoute, routeAlong } from './route.ts'
import { type Stretch, sharedMetres } from './shared-metres.ts'
import type { Route, RouteOptions, SnappedPoint } from './types.ts'

/** What makes a way worth offering beside the best one. */
export interface AlternativeLimits {
  /** At most so many ways, the best one included. */
  mostWays: number
  /** What a way may have in common with all ways before it, as a share of its own or the best way's length. */
  mostShared: number
  /** A way costs at most so many times the best one, and a detour so many times what it goes round. */
  mostStretch: number
  /** Every part of a way that costs less than this share of the best way is itself the best between its ends. */
  leastLocal: number
}

export const DEFAULT_ALTERNATIVE_LIMITS: AlternativeLimits = {
  mostWays: 3,
  mostShared: 0.6,
  mostStretch: 1.5,
  leastLocal: 0.1,
}

interface Candidate {
  course: Course
  cost: number
  stretches: Stretch[]
}

/** A node that a way comes to, and what has been spent until there. */
type Milestone = readonly [node: number, cost: number]

/**
 * A few ways that differ: the best one, and others that are not much worse, by the plateau method.
 *
 * A plateau is a run of arcs that lies on a best way from the start and on a best way to the end. The way through it
 * is the best one as far as the end of the run, and from the beginning of the run on: no part of it that costs less
 * than the run can be bettered. No way comes to one place twice.
 *
 * @param limits What is not stated is as in `DEFAULT_ALTERNATIVE_LIMITS`.
 * @returns The cheapest first, which is that of `findRoute`; none where no way is known. Often fewer than asked.
 * @see Abraham, Delling, Goldberg & Werneck (2013), Alternative routes in road networks, ACM JEA 18, 1.3.
 */
export function findAlternatives(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
  limits: Partial<AlternativeLimits> = {},
): Route[] {
  const asked = { ...DEFAULT_ALTERNATIVE_LIMITS, ...limits }
  const best = findRoute(graph, from, to, options)
  if (!best) return []
  const milestones = milestonesOf(graph, best, options)
  const bestCost = milestones.at(-1)![1]
  if (bestCost === 0) return [best]
  const mostCost = Math.floor(bestCost * asked.mostStretch)
  const trees = growTwoTrees(graph, from, to, options, mostCost)
  let kept: Candidate[] = []
  for (const plateau of findPlateaus(graph, trees, asked.leastLocal * bestCost, mostCost)) {
    if (kept.length + 1 >= asked.mostWays) break
    const candidate = candidateThrough(graph, trees, plateau, from, to)
    if (!isPlain(graph, candidate, from, to)) continue
    if (!goesRoundQuickly(graph, trees, candidate, milestones, asked.mostStretch)) continue
    const ways = [...kept, candidate].sort((a, b) => a.cost - b.cost)
    if (differ(graph, best, ways, asked.mostShared)) kept = ways
  }
  return [best, ...kept.map(({ course }) => routeAlong(graph, from, to, course, options))]
}

/** The nodes between the passages of a way; the last one stands for its end. */
function milestonesOf(graph: RoadGraph, { passages }: Route, options: RouteOptions): Milestone[] {
  let cost = 0
  return passages.map(({ edge, from, to }, i) => {
    cost += costBetween(graph, edge, from, to, options, options.by)
    if (i === passages.length - 1) return [-1, cost]
    return [to === 1 ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!, cost]
  })
}

function candidateThrough(
  graph: RoadGraph,
  trees: TwoTrees,
  plateau: Plateau,
  from: SnappedPoint,
  to: SnappedPoint,
): Candidate {
  const course = courseThrough(graph, trees, plateau)
  const { start, arcs, end } = course
  return {
    course,
    cost: plateau.throughCost,
    stretches: [
      { edge: from.edge, from: from.fraction, to: start.fraction },
      ...arcs.map((arc) => ({
        edge: graph.arcEdge[arc]!,
        from: 1 - graph.isForward[arc]!,
        to: graph.isForward[arc]!,
      })),
      { edge: to.edge, from: end.fraction, to: to.fraction },
    ],
  }
}

/** Whether a way comes to no place twice. */
function isPlain(
  graph: RoadGraph,
  { course, stretches }: Candidate,
  from: SnappedPoint,
  to: SnappedPoint,
): boolean {
  const nodes = [course.start.node, ...course.arcs.map((arc) => graph.arcHead[arc]!)]
  const passed = nodes.map((node) => originalNode(graph, node))
  if (from.fraction === 1 - course.start.fraction) passed.push(nodeAt(graph, from))
  if (to.fraction === 1 - course.end.fraction) passed.push(nodeAt(graph, to))
  if (new Set(passed).size < passed.length) return false
  return from.edge !== to.edge || sharedMetres(graph, stretches.slice(0, 1), [stretches.slice(-1)]) === 0
}

function nodeAt(graph: RoadGraph, { edge, fraction }: SnappedPoint): number {
  return fraction === 1 ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!
}

/** Whether a way leaves the best one only for detours that are short enough, and comes back onto it farther on. */
function goesRoundQuickly(
  graph: RoadGraph,
  { arcCost }: TwoTrees,
  { course, cost }: Candidate,
  best: readonly Milestone[],
  mostStretch: number,
): boolean {
  const bestCosts = new Map(best)
  let left = 0
  let leftBest = 0
  const isBack = (spent: number, spentBest: number) => {
    const isQuick = spentBest >= leftBest && spent - left <= mostStretch * (spentBest - leftBest)
    left = spent
    leftBest = spentBest
    return isQuick
  }
  let spent = course.start.cost
  const firstNode = originalNode(graph, course.start.node)
  if (bestCosts.has(firstNode) && !isBack(spent, bestCosts.get(firstNode)!)) return false
  for (const arc of course.arcs) {
    spent += arcCost[arc]!
    const spentBest = bestCosts.get(originalNode(graph, graph.arcHead[arc]!))
    if (spentBest !== undefined && !isBack(spent, spentBest)) return false
  }
  return isBack(cost, best.at(-1)![1])
}

/** Whether each way shares little enough with the best one and all that are before it. */
function differ(graph: RoadGraph, best: Route, ways: readonly Candidate[], mostShared: number): boolean {
  return ways.every(({ stretches }, i) => {
    const before = [best.passages, ...ways.slice(0, i).map((way) => way.stretches)]
    const shorter = Math.min(best.lengthMetres, sharedMetres(graph, stretches, [stretches]))
    return sharedMetres(graph, stretches, before) <= mostShared * shorter
  })
}
