import { weighArcs } from '@borne/geodata/road-network/arc-costs'
import { findTravelTimes } from '@borne/geodata/road-network/find-matrix'
import { arcsOf, type RoadGraph } from '@borne/geodata/road-network/graph'
import { customize, findAll, findMatrix, recustomize } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { isochronePolygons } from '@borne/geodata/road-network/isochrone-polygons'
import { prepare } from '@borne/geodata/road-network/prepared'
import { findReachedEdges } from '@borne/geodata/road-network/reached-edges'
import { findRoute } from '@borne/geodata/road-network/route'
import { CLOSED, searchFrom } from '@borne/geodata/road-network/shortest-path'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { findReachTimes } from '@borne/geodata/road-network/travel-times'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import { compileRoadState } from '@borne/geodata/road-state/compile-road-state'
import type { RoadState } from '@borne/geodata/road-state/conditions'
import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLE } from '@borne/geodata/road-state/default-vehicles'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import { cpuMs, cpuTimed } from './cpu-time.ts'
import { EVERYWHERE, middleOf, positionOf, type RoadsCase } from './roads-case.ts'
import { median } from './stopwatch.ts'

const HOUR = 3600
const DRY_DAY = '2026-04-15'
const WET_DAY = '2026-08-20'

/** Milliseconds of processor time by question. */
export interface OwnTimes {
  route: number
  routePlain: number
  oneToAll: number
  oneToAllPlain: number
  matrix: number
  matrixPlain: number
  manyMatrix: number
  /** As times of nodes, as parts of roads, as an area round them. */
  reach: number
  reachedParts: number
  isochrone: number
  /** From the report of a closure to the new matrix. */
  closure: number
  /** The same where the arcs are known: their costs changed in the weights that are there. */
  closureByArcs: number
  /** From another day, in the rains, to the new matrix. */
  season: number
}

/** Snapping is a part of the questions, as it is for Valhalla; not when only the state of the roads is another. */
export async function measureOwn(roads: RoadsCase, runs: number): Promise<OwnTimes> {
  const { graph, plain, pairs, froms, tos } = roads
  const snap = (node: number) => snapToRoad(graph, positionOf(graph, node), EVERYWHERE)!
  const route = (on: RoadGraph) => (run: number) => {
    const [from, to] = pairs[run]!
    return findRoute(on, snap(from), snap(to), EVERYWHERE)
  }
  const matrix = (on: RoadGraph, starts = froms, ends = tos) =>
    findTravelTimes(on, starts.map(snap), ends.map(snap), EVERYWHERE)
  const { hierarchy, weights } = prepare(graph, EVERYWHERE, 'time')!
  const out = new Int32Array(graph.nodeCount)
  const start = (run: number) => [{ node: froms[run % froms.length]!, cost: 0 }]
  const { centiseconds } = weighArcs(plain, EVERYWHERE)
  return {
    route: median(await cpuTimed(pairs.length, route(graph))),
    routePlain: median(await cpuTimed(Math.min(pairs.length, 4 * runs), route(plain))),
    oneToAll: median(await cpuTimed(4 * runs, (run) => findAll(hierarchy, weights, start(run), out))),
    oneToAllPlain: median(await cpuTimed(2 * runs, (run) => searchFrom(plain, centiseconds, start(run)))),
    matrix: median(await cpuTimed(runs, () => matrix(graph))),
    matrixPlain: (await cpuMs(() => matrix(plain))).ms,
    manyMatrix: median(await cpuTimed(3, () => matrix(graph, roads.manyFroms, roads.manyTos))),
    reach: median(await cpuTimed(4 * runs, (run) => reach(graph, snap(froms[run % froms.length]!)))),
    reachedParts: median(
      await cpuTimed(2 * runs, (run) => reachedParts(graph, snap(froms[run % froms.length]!))),
    ),
    isochrone: median(await cpuTimed(runs, (run) => isochrone(graph, snap(froms[run % froms.length]!)))),
    closure: median(await cpuTimed(runs, (run) => matrixOnDay(roads, graph, closedState(roads, run)))),
    closureByArcs: median(await cpuTimed(2 * runs, arcCloser(roads))),
    season: median(await cpuTimed(3, (run) => matrixOnDay(roads, roads.graph, wetState(run)))),
  }
}

function reach(graph: RoadGraph, from: SnappedPoint) {
  return findReachTimes(graph, [from], EVERYWHERE, HOUR)
}

function reachedParts(graph: RoadGraph, from: SnappedPoint) {
  return findReachedEdges(graph, reach(graph, from))
}

function isochrone(graph: RoadGraph, from: SnappedPoint) {
  return isochronePolygons(reachedParts(graph, from), [HOUR])
}

/** Another closure each time, so that nothing of the last time is remembered. */
export function closedState(roads: RoadsCase, run: number): RoadState {
  return { ...wetState(run), date: DRY_DAY, closures: [closureOf(roads, run)] }
}

/** Another vehicle each time, alike but for its name. */
export function wetState(run: number): RoadState {
  const vehicle = { ...DEFAULT_VEHICLE, id: `vehicle-${run}` }
  return { date: WET_DAY, vehicle, calendars: DEFAULT_CALENDARS, closures: [], edits: [] }
}

/** The places stand where they stood: they are on their roads already. */
export function matrixOnDay(
  { snappedFroms, snappedTos }: RoadsCase,
  graph: RoadGraph,
  state: RoadState,
): number[][] {
  const options = { ...EVERYWHERE, conditions: compileRoadState(graph, state) }
  return findTravelTimes(graph, snappedFroms, snappedTos, options).seconds
}

function closureOf({ graph, closedEdge }: RoadsCase, run: number): RoadClosure {
  return {
    id: `closure-${run}`,
    geometry: { type: 'Point', coordinates: middleOf(graph, closedEdge) },
    effect: 'cut',
    speedFactor: 1,
    cause: 'wadi',
    startsAt: `${DRY_DAY}T00:00:00Z`,
    endsAt: null,
    confirmedAt: `${DRY_DAY}T00:00:00Z`,
    halfLifeDays: 14,
  }
}

/** Closes and opens the edge by turns. */
export function arcCloser({ graph, hierarchy, closedEdge, froms, tos }: RoadsCase): () => Int32Array {
  const open = weighArcs(graph, EVERYWHERE).centiseconds
  const arcCost = Int32Array.from(open)
  const weights = customize(hierarchy, arcCost)
  const arcs = [true, false].flatMap((isForward) => arcsOf(graph, closedEdge, isForward))
  const places = (nodes: readonly number[]) => nodes.map((node) => [{ node, cost: 0 }])
  return () => {
    for (const arc of arcs) arcCost[arc] = arcCost[arc] === CLOSED ? open[arc]! : CLOSED
    recustomize(hierarchy, weights, arcs)
    return findMatrix(hierarchy, weights, places(froms), places(tos))
  }
}
