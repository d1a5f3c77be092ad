import type { Position } from '../geometry/position.ts'
import { conditionsOf, weighArcs } from './arc-costs.ts'
import { findCrossings } from './crossings.ts'
import { arrivals, departures, type EdgeEnd } from './ends.ts'
import { copiesOf, edgeIdOf, type RoadGraph } from './graph.ts'
import { HIGHWAYS } from './road-codes.ts'
import { findRoute, routeAlong } from './route.ts'
import { arcsTo, CLOSED, type SearchStart, type SearchTree, searchFrom } from './shortest-path.ts'
import { surfaceOf } from './speeds.ts'
import type { NetworkOptions, Route, RouteCrossing, SnappedPoint } from './types.ts'

/** Who travels on which part, and how the roads are for them (`conditions` of that vehicle). */
export interface MultimodalPlan {
  before: NetworkOptions
  /** Conditions of a boat without its wait for ferries (`withoutWait`): the wait is `waitSeconds`. */
  boat: NetworkOptions
  after: NetworkOptions
  /** For the boat, where one goes on board. */
  waitSeconds: number
}

export interface MultimodalStage {
  vehicleId: string
  /** Before setting out; 0 on land. */
  waitSeconds: number
  route: Route
}

export interface MultimodalWay {
  /** Before, boat, after; the first or the last is of no length where a stop is the landing itself. */
  stages: [MultimodalStage, MultimodalStage, MultimodalStage]
  lengthMetres: number
  /** Waiting included. */
  seconds: number
  waitSeconds: number
  /** Of the whole way: going ashore abroad is one, though each stage may stay in one country. */
  crossings: RouteCrossing[]
}

export interface MultimodalAnswer {
  /** With the boat; null where there is no way. */
  byBoat: MultimodalWay | null
  /** All the way by the first vehicle; null where there is no way. */
  direct: Route | null
  best: 'byBoat' | 'direct' | null
}

/**
 * The quickest way that drives to a landing, goes on by boat, and on land again from another landing, beside the way by
 * the first vehicle alone.
 *
 * One changes at landings only: nodes where a ferry or a river meets a road. Since the order of the vehicles is fixed,
 * searches one after the other, each from all landings that the one before has reached, find the quickest of all ways
 * that board at one landing and go ashore at another.
 *
 * @param from Snapped under `plan.before`.
 * @param to Snapped under `plan.after`.
 * @throws RangeError where the wait is negative or not a number.
 */
export function findMultimodal(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  plan: MultimodalPlan,
): MultimodalAnswer {
  if (!(plan.waitSeconds >= 0)) throw new RangeError(`a wait of ${plan.waitSeconds} s`)
  const byBoat = findByBoat(graph, from, to, plan)
  const direct = findRoute(graph, from, to, { ...plan.before, by: 'time' })
  const [boatSeconds, directSeconds] = [byBoat?.seconds ?? Infinity, direct?.seconds ?? Infinity]
  if (!byBoat && !direct) return { byBoat, direct, best: null }
  return { byBoat, direct, best: boatSeconds < directSeconds ? 'byBoat' : 'direct' }
}

/** Nodes where a ferry or a river meets a road, ascending. */
export function findLandings(graph: RoadGraph): number[] {
  const landings = new Set<number>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (surfaceOf(HIGHWAYS[graph.edgeHighway[edge]!]!, 'mapped') !== 'ferry') continue
    for (const node of [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]) {
      if (graph.isOnLand[node] === 1) landings.add(node)
    }
  }
  return [...landings].sort((a, b) => a - b)
}

function findByBoat(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  { before, boat, after, waitSeconds }: MultimodalPlan,
): MultimodalWay | null {
  const landings = standingsAt(graph, findLandings(graph))
  const departing = departures(graph, from, before, 'time')
  const first = grow(graph, departing, before)
  const boarding = changesAt(landings, first.costTo, Math.round(waitSeconds * 100))
  const ashore = sail(graph, landings, boarding, boat)
  const third = grow(graph, ashore, after)
  const arriving = cheapest(third, arrivals(graph, to, after, 'time'))
  if (!arriving) return null
  const landed = ashore[third.startOf(arriving.node)]!
  const { boarded, arcs: sailed } = voyageTo(graph, boarding, landed, boat)
  const driven = arcsTo(graph, first, boarded.standing)
  const onward = arcsTo(graph, third, arriving.node)
  const start = departing[first.startOf(boarded.standing)]!
  const toBoat = driven.length > 0 ? endOf(graph, driven.at(-1)!) : standOn(graph, from.edge, start.fraction)
  const fromBoat = onward.length > 0 ? startOf(graph, onward[0]!) : standOn(graph, to.edge, arriving.fraction)
  const [aboard, off] = [startOf(graph, sailed[0]!), endOf(graph, sailed.at(-1)!)]
  const stages: MultimodalWay['stages'] = [
    stageAlong(graph, { point: from, end: start }, driven, toBoat, before, 0),
    stageAlong(graph, aboard, sailed, off, boat, waitSeconds),
    stageAlong(graph, fromBoat, onward, { point: to, end: arriving }, after, 0),
  ]
  const sum = (key: 'lengthMetres' | 'seconds') => stages.reduce((total, { route }) => total + route[key], 0)
  const passages = stages.flatMap(({ route }) => route.passages)
  return {
    stages,
    lengthMetres: sum('lengthMetres'),
    seconds: sum('seconds') + waitSeconds,
    waitSeconds,
    crossings: findCrossings(graph, passages),
  }
}

/** By landing: the node itself, and its copies, at which one stands who comes by an arc with forbidden turns. */
type Landings = ReadonlyMap<number, readonly number[]>

/** A landing where a stage may end and the next begin, and where one stands on arriving there. */
interface Change extends SearchStart {
  standing: number
  /** Place of the landing among all. */
  landing: number
}

/** A landing that is reached from another one, and the part of the landings among which that one was found. */
interface Ashore extends Change {
  bit: number
  side: number
}

/**
 * The quickest boat to each landing from another one: going round to the same landing is no voyage.
 *
 * Two different landings differ in a bit of their numbers; so the best of all others is among those that differ in one
 * of the bits, which takes two searches a bit, each from one half of the landings to the other.
 */
function sail(
  graph: RoadGraph,
  landings: Landings,
  boarding: readonly Change[],
  options: NetworkOptions,
): Ashore[] {
  const least = new Map<number, Ashore>()
  for (let bit = 0; 1 << bit < landings.size; bit++) {
    for (const side of [0, 1]) {
      const tree = searchBoats(graph, halfOf(boarding, bit, side), options)
      for (const change of changesAt(landings, tree.costTo, 0)) {
        const isOther = ((change.landing >> bit) & 1) !== side
        if (isOther && change.cost < (least.get(change.landing)?.cost ?? CLOSED)) {
          least.set(change.landing, { ...change, bit, side })
        }
      }
    }
  }
  return [...least.values()].sort((a, b) => a.landing - b.landing)
}

function voyageTo(
  graph: RoadGraph,
  boarding: readonly Change[],
  { standing, bit, side }: Ashore,
  options: NetworkOptions,
): { boarded: Change; arcs: number[] } {
  const starts = halfOf(boarding, bit, side)
  const tree = searchBoats(graph, starts, options)
  return { boarded: starts[tree.startOf(standing)]!, arcs: arcsTo(graph, tree, standing) }
}

function halfOf(changes: readonly Change[], bit: number, side: number): Change[] {
  return changes.filter(({ landing }) => ((landing >> bit) & 1) === side)
}

function searchBoats(graph: RoadGraph, starts: readonly Change[], options: NetworkOptions): SearchTree {
  return searchFrom(graph, weighArcs(graph, options).centiseconds, starts)
}

/** A search whose result is kept beyond the next one. */
function grow(graph: RoadGraph, starts: readonly SearchStart[], options: NetworkOptions): SearchTree {
  const tree = searchFrom(graph, weighArcs(graph, options).centiseconds, starts)
  const nodes = graph.nodeCount
  const [cost, arc, start] = [new Int32Array(nodes), new Int32Array(nodes), new Int32Array(nodes)]
  for (let node = 0; node < nodes; node++) {
    cost[node] = tree.costTo(node)
    arc[node] = tree.arcInto(node)
    start[node] = tree.startOf(node)
  }
  return { costTo: (node) => cost[node]!, arcInto: (node) => arc[node]!, startOf: (node) => start[node]! }
}

function standingsAt(graph: RoadGraph, nodes: readonly number[]): Landings {
  return new Map(nodes.map((node) => [node, [node, ...copiesOf(graph, node)]]))
}

function changesAt(landings: Landings, costTo: (node: number) => number, wait: number): Change[] {
  return [...landings].flatMap(([node, standings], landing) => {
    const standing = standings.reduce((a, b) => (costTo(b) < costTo(a) ? b : a))
    const cost = costTo(standing)
    return cost < CLOSED - wait ? [{ node, cost: cost + wait, standing, landing }] : []
  })
}

function cheapest(tree: SearchTree, ends: readonly EdgeEnd[]): EdgeEnd | undefined {
  const through = ({ node, cost }: EdgeEnd) => tree.costTo(node) + cost
  return ends.filter((end) => through(end) < CLOSED).sort((a, b) => through(a) - through(b))[0]
}

/** A place from which a stage sets out, or at which it ends, and the end of its edge there. */
interface StageEnd {
  point: SnappedPoint
  end: EdgeEnd
}

function startOf(graph: RoadGraph, arc: number): StageEnd {
  return standOn(graph, graph.arcEdge[arc]!, graph.isForward[arc] === 1 ? 0 : 1)
}

function endOf(graph: RoadGraph, arc: number): StageEnd {
  return standOn(graph, graph.arcEdge[arc]!, graph.isForward[arc] === 1 ? 1 : 0)
}

/** At the node where an edge begins or ends. */
function standOn(graph: RoadGraph, edge: number, fraction: 0 | 1): StageEnd {
  const node = fraction === 1 ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!
  const position: Position = [graph.nodeLon[node]!, graph.nodeLat[node]!]
  return {
    point: {
      position,
      snappedPosition: position,
      offRoadMetres: 0,
      edge,
      edgeId: edgeIdOf(graph, edge),
      fraction,
    },
    end: { node, cost: 0, fraction },
  }
}

function stageAlong(
  graph: RoadGraph,
  start: StageEnd,
  arcs: readonly number[],
  end: StageEnd,
  options: NetworkOptions,
  waitSeconds: number,
): MultimodalStage {
  const course = { start: start.end, arcs, end: end.end }
  const route = routeAlong(graph, start.point, end.point, course, options)
  return { vehicleId: conditionsOf(graph, options).vehicle.id, waitSeconds, route }
}
