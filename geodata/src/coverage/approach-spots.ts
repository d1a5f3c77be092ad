import type { Position } from '../geometry/position.ts'
import { conditionsOf, isUsable } from '../road-network/arc-costs.ts'
import { arcsOf, type RoadGraph, tailOf } from '../road-network/graph.ts'
import type { NetworkOptions } from '../road-network/types.ts'
import type { Interval } from '../road-state/conditions.ts'
import type { BorderAccess } from './coverage-types.ts'
import { type EdgeRun, indexSpots, isNearSpots, leaveEdge, type Spots } from './leave-edge.ts'

/**
 * Last stretches to places beside the roads: from a node along an edge, and off it. Those of spot i are `start[i]` to
 * `start[i + 1] - 1`. Costs are hundredths of a second: along the edge and off it, and along the edge alone. `fraction` is
 * where the edge is left, 0 its first node and 1 its last.
 */
export interface SpotEnds {
  readonly spotCount: number
  readonly start: Uint32Array
  readonly node: Int32Array
  readonly cost: Int32Array
  readonly roadCost: Int32Array
  readonly edge: Int32Array
  readonly fraction: Float32Array
}

/** Places beside the roads, as they are come to under some permissions, state and access. */
export interface ApproachedSpots extends Spots {
  readonly ends: SpotEnds
}

/**
 * From which nodes places are come to: over every usable edge of any grade that passes within `maxMetres`.
 *
 * @param isTaken Edges that count. Default: all.
 * @returns Without the way from a start that stands on such an edge itself: see `timesFrom`.
 */
export function approachSpots(
  graph: RoadGraph,
  positions: readonly Position[],
  options: NetworkOptions,
  access: BorderAccess,
  isTaken: (edge: number) => boolean = () => true,
): ApproachedSpots {
  const spots = indexSpots(positions, access)
  const ends = new EndList()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!isTaken(edge) || !isNearSpots(graph, spots, edge) || !isUsable(graph, edge, options)) continue
    addEndsOnEdge(ends, graph, spots, edge, options)
  }
  return { ...spots, ends: ends.sortBySpot(positions.length) }
}

/** Adds the last stretches over one edge. */
export function addEndsOnEdge(
  ends: EndList,
  graph: RoadGraph,
  spots: Spots,
  edge: number,
  options: NetworkOptions,
): void {
  const { edgeCentiseconds, cuts, modeBit } = conditionsOf(graph, options)
  const whole = edgeCentiseconds[edge]!
  const runs: EdgeRun[] = []
  const nodesOf: number[][] = []
  for (const isForward of [true, false]) {
    const arcs = arcsOf(graph, edge, isForward).filter((arc) => graph.arcAccess[arc]! & modeBit)
    if (arcs.length === 0) continue
    const from = isForward ? 0 : 1
    runs.push({ from, stop: stopBefore(cuts.get(edge) ?? [], from, isForward), isForward, whole })
    nodesOf.push(arcs.map((arc) => tailOf(graph, arc)))
  }
  leaveEdge(graph, spots, edge, runs, (run, spot, cost, roadCost, fraction) => {
    for (const node of nodesOf[run]!) ends.add(spot, node, cost, roadCost, edge, fraction)
  })
}

/** How far one drives along an edge from a place of it before a cut. */
export function stopBefore(cuts: readonly Interval[], fraction: number, isForward: boolean): number {
  return isForward
    ? cuts.reduce((most, [from, to]) => (to >= fraction ? Math.min(most, from) : most), 1)
    : cuts.reduce((least, [from, to]) => (from <= fraction ? Math.max(least, to) : least), 0)
}

const FIRST_CAPACITY = 1024

/** Last stretches in any order, until they are sorted by spot. */
export class EndList {
  #count = 0
  #spot = new Int32Array(FIRST_CAPACITY)
  #node = new Int32Array(FIRST_CAPACITY)
  #cost = new Int32Array(FIRST_CAPACITY)
  #roadCost = new Int32Array(FIRST_CAPACITY)
  #edge = new Int32Array(FIRST_CAPACITY)
  #fraction = new Float32Array(FIRST_CAPACITY)

  add(spot: number, node: number, cost: number, roadCost: number, edge: number, fraction: number): void {
    const at = this.#count++
    if (at === this.#spot.length) this.#grow()
    this.#spot[at] = spot
    this.#node[at] = node
    this.#cost[at] = cost
    this.#roadCost[at] = roadCost
    this.#edge[at] = edge
    this.#fraction[at] = fraction
  }

  #grow(): void {
    const wider = (array: Int32Array) => {
      const twice = new Int32Array(2 * array.length)
      twice.set(array)
      return twice
    }
    this.#spot = wider(this.#spot)
    this.#node = wider(this.#node)
    this.#cost = wider(this.#cost)
    this.#roadCost = wider(this.#roadCost)
    this.#edge = wider(this.#edge)
    const fraction = new Float32Array(2 * this.#fraction.length)
    fraction.set(this.#fraction)
    this.#fraction = fraction
  }

  /** Those of one spot stay in the order in which they were added. */
  sortBySpot(spotCount: number): SpotEnds {
    const count = this.#count
    const start = new Uint32Array(spotCount + 1)
    for (let i = 0; i < count; i++) start[this.#spot[i]! + 1]!++
    for (let spot = 0; spot < spotCount; spot++) start[spot + 1]! += start[spot]!
    const next = start.slice()
    const ends = {
      spotCount,
      start,
      node: new Int32Array(count),
      cost: new Int32Array(count),
      roadCost: new Int32Array(count),
      edge: new Int32Array(count),
      fraction: new Float32Array(count),
    }
    for (let i = 0; i < count; i++) {
      const place = next[this.#spot[i]!]!++
      ends.node[place] = this.#node[i]!
      ends.cost[place] = this.#cost[i]!
      ends.roadCost[place] = this.#roadCost[i]!
      ends.edge[place] = this.#edge[i]!
      ends.fraction[place] = this.#fraction[i]!
    }
    return ends
  }
}
