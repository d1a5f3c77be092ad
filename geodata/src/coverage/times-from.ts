import { conditionsOf, isUsable, weighArcs } from '../road-network/arc-costs.ts'
import { costOnOneEdge, departures, type EdgeEnd } from '../road-network/ends.ts'
import { accessOf, type RoadGraph, tailOf } from '../road-network/graph.ts'
import { CLOSED, type SearchTree, searchFrom } from '../road-network/shortest-path.ts'
import type { NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import { momentFactors, ninthDecileRatio } from '../tracks/eta.ts'
import { type SpotEnds, stopBefore } from './approach-spots.ts'
import { type EdgeRun, leaveEdge, type Spots } from './leave-edge.ts'
import { type OpenCoverage, offRoadCentiseconds } from './open-coverage.ts'

/** Times to spots, in hundredths of a second; `CLOSED` = no way. */
export interface SpotTimes {
  readonly p50: Int32Array
  readonly p90: Int32Array
  /** The edge from which it is come to, and where that is left; -1 = not at all. */
  readonly edge: Int32Array
  readonly fraction: Float32Array
}

/** Times from one start: the road from where it stands on the road, then the stretch off it. */
export interface StartTimes {
  readonly start: SnappedPoint
  readonly border: SpotTimes
  readonly crossings: SpotTimes
  readonly settlements: SpotTimes
}

/** Starts whose times are kept in one holder, some 100 kB each: those of many posts, and of a place that is moved about. */
const KEPT = 128

/**
 * Times from a start to every piece of the border, crossing and settlement, whatever their distance.
 *
 * P50: the least over all last stretches. P90: along the quickest way, each stretch lognormal with its learned spread or
 * that of its class, as `arrivalRange` has it for one way; the stretch off the road counts as a track.
 *
 * @param start Snapped under the permissions of the holder.
 */
export function timesFrom(opened: OpenCoverage, start: SnappedPoint): StartTimes {
  const key = `${start.position.join()} ${start.edge} ${start.fraction}`
  const found = opened.keptTimes.get(key)
  if (found) {
    opened.keptTimes.delete(key)
    opened.keptTimes.set(key, found)
    return found
  }
  const times = measure(opened, start)
  if (opened.keptTimes.size >= KEPT) opened.keptTimes.delete(opened.keptTimes.keys().next().value!)
  opened.keptTimes.set(key, times)
  return times
}

function measure(opened: OpenCoverage, start: SnappedPoint): StartTimes {
  const { network, options, border, crossings, settlementEnds } = opened
  const { centiseconds } = weighArcs(network.graph, options)
  const from = departures(network.graph, start, options, 'time')
  const tree = searchFrom(network.graph, centiseconds, from)
  const nodeCost = new Int32Array(network.graph.nodeCount)
  for (let node = 0; node < nodeCost.length; node++) nodeCost[node] = tree.costTo(node)
  const ratios = { opened, start, moments: momentsAlong(opened, start, tree, from) }
  return {
    start,
    border: timesTo(border.ends, nodeCost, ratios, directTo(network.graph, options, border, start)),
    crossings: timesTo(crossings.ends, nodeCost, ratios, directTo(network.graph, options, crossings, start)),
    settlements: timesTo(settlementEnds, nodeCost, ratios, directToSettlements(opened, start)),
  }
}

/** A way to a spot without leaving the start's edge, in hundredths of a second; `fraction` is where the edge is left. */
export interface DirectWay {
  cost: number
  roadCost: number
  fraction: number
}

interface Ratios {
  opened: OpenCoverage
  start: SnappedPoint
  moments: (node: number) => Moments
}

function timesTo(
  ends: SpotEnds,
  nodeCost: Int32Array,
  ratios: Ratios,
  direct: ReadonlyMap<number, DirectWay>,
): SpotTimes {
  const { start, node, cost, roadCost, edge, fraction, spotCount } = ends
  const times = {
    p50: new Int32Array(spotCount).fill(CLOSED),
    p90: new Int32Array(spotCount).fill(CLOSED),
    edge: new Int32Array(spotCount).fill(-1),
    fraction: new Float32Array(spotCount),
  }
  for (let spot = 0; spot < spotCount; spot++) {
    let least = CLOSED
    let best = -1
    for (let i = start[spot]!; i < start[spot + 1]!; i++) {
      const spent = nodeCost[node[i]!]!
      if (spent === CLOSED || spent + cost[i]! >= least) continue
      least = spent + cost[i]!
      best = i
    }
    const own = direct.get(spot)
    if (own && own.cost <= least) {
      times.p50[spot] = own.cost
      times.p90[spot] = ninthDecile(ratios, NOTHING, ratios.start.edge, own)
      times.edge[spot] = ratios.start.edge
      times.fraction[spot] = own.fraction
    } else if (best >= 0) {
      times.p50[spot] = least
      const last = { cost: cost[best]!, roadCost: roadCost[best]! }
      const before = ratios.moments(node[best]!)
      times.p90[spot] = ninthDecile(ratios, before, edge[best]!, last, nodeCost[node[best]!]!)
      times.edge[spot] = edge[best]!
      times.fraction[spot] = fraction[best]!
    }
  }
  return times
}

/** Spots that are come to from the start's own edge. */
export function directTo(
  graph: RoadGraph,
  options: NetworkOptions,
  spots: Spots,
  { edge, fraction }: SnappedPoint,
): Map<number, DirectWay> {
  const direct = new Map<number, DirectWay>()
  if (!isUsable(graph, edge, options)) return direct
  const { edgeCentiseconds, cuts, modeBit } = conditionsOf(graph, options)
  const runs = [true, false].flatMap((isForward): EdgeRun[] => {
    const isOpen = (accessOf(graph, edge, isForward) & modeBit) !== 0
    const stop = isOpen ? stopBefore(cuts.get(edge) ?? [], fraction, isForward) : fraction
    const isStuck = isForward ? stop < fraction : stop > fraction
    return isStuck ? [] : [{ from: fraction, stop, isForward, whole: edgeCentiseconds[edge]! }]
  })
  leaveEdge(graph, spots, edge, runs, (_, spot, cost, roadCost, left) => {
    if (cost < (direct.get(spot)?.cost ?? CLOSED)) direct.set(spot, { cost, roadCost, fraction: left })
  })
  return direct
}

/** Settlements that are come to from the start's own edge. */
export function directToSettlements(opened: OpenCoverage, start: SnappedPoint): Map<number, DirectWay> {
  const direct = new Map<number, DirectWay>()
  const { network, options, access, settlements } = opened
  settlements.forEach(({ point }, spot) => {
    if (point.edge !== start.edge) return
    const roadCost = costOnOneEdge(network.graph, start, point, options, 'time')
    if (roadCost === CLOSED) return
    const cost = roadCost + offRoadCentiseconds(point.offRoadMetres, access.kmh)
    direct.set(spot, { cost, roadCost, fraction: point.fraction })
  })
  return direct
}

/** What can be summed along a way, in hundredths of a second: see `ninthDecileRatio`. */
interface Moments {
  mean: number
  deviations: number
  variances: number
}

const NOTHING: Moments = { mean: 0, deviations: 0, variances: 0 }

function ninthDecile(
  { opened: { spreads } }: Ratios,
  before: Moments,
  edge: number,
  last: Pick<DirectWay, 'cost' | 'roadCost'>,
  spent = 0,
): number {
  const onRoad = extend(before, last.roadCost, spreads.byEdge[edge]!)
  const { mean, deviations, variances } = extend(onRoad, last.cost - last.roadCost, spreads.offRoad)
  const ratio = ninthDecileRatio(mean, deviations, variances)
  return Math.min(CLOSED - 1, Math.round((spent + last.cost) * ratio))
}

function extend(before: Moments, centiseconds: number, logSpread: number): Moments {
  if (centiseconds === 0) return before
  const factors = momentFactors(logSpread)
  const deviation = centiseconds * factors.deviation
  return {
    mean: before.mean + centiseconds * factors.mean,
    deviations: before.deviations + deviation,
    variances: before.variances + deviation * deviation,
  }
}

/** The moments of the quickest way to a node, found along the tree when they are first asked for. */
function momentsAlong(
  { network: { graph }, options, spreads }: OpenCoverage,
  start: SnappedPoint,
  tree: SearchTree,
  from: readonly EdgeEnd[],
): (node: number) => Moments {
  const { centiseconds } = weighArcs(graph, options)
  const known = new Map<number, Moments>()
  return (node) => {
    const arcs: number[] = []
    let at = node
    while (!known.has(at) && tree.arcInto(at) >= 0) {
      arcs.push(tree.arcInto(at))
      at = tailOf(graph, tree.arcInto(at))
    }
    let moments = known.get(at) ?? extend(NOTHING, from[tree.startOf(at)]!.cost, spreads.byEdge[start.edge]!)
    known.set(at, moments)
    for (const arc of arcs.reverse()) {
      moments = extend(moments, centiseconds[arc]!, spreads.byEdge[graph.arcEdge[arc]!]!)
      known.set(graph.arcHead[arc]!, moments)
    }
    return moments
  }
}
