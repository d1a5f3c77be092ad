import { compileRoadState } from '../road-state/compile-road-state.ts'
import { isOpenBetween, type RoadConditions } from '../road-state/conditions.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import { isAbroad, isFerry, type RoadGraph } from './graph.ts'
import { CLOSED } from './shortest-path.ts'
import type { NetworkOptions } from './types.ts'

export const DEFAULT_NETWORK_OPTIONS: NetworkOptions = {
  allowCrossing: false,
  allowDocumented: true,
  allowPresumed: false,
  maxPresumedMetres: 15_000,
}

/**
 * What each arc costs under some permissions and conditions, in whole hundredths, so that sums are exact; `CLOSED`
 * where it cannot be used. By arc, in the order of the graph.
 */
export interface ArcCosts {
  readonly centiseconds: Int32Array
  /** Made when it is first asked for: most questions are about time. */
  readonly centimetres: Int32Array
}

/** More sets of permissions than people ask for in one sitting. */
const KEPT = 12
const kept = new WeakMap<RoadGraph, WeakMap<RoadConditions, Map<string, ArcCosts>>>()
const keptDry = new WeakMap<RoadGraph, RoadConditions>()

/** The conditions that a question states, else those of a 4×4 in the dry season. */
export function conditionsOf(graph: RoadGraph, { conditions }: NetworkOptions): RoadConditions {
  if (conditions) return conditions
  const found = keptDry.get(graph)
  if (found) return found
  const dry = compileRoadState(graph, {
    date: null,
    vehicle: DEFAULT_VEHICLE,
    calendars: [],
    closures: [],
    edits: [],
  })
  keptDry.set(graph, dry)
  return dry
}

/** Whether the permissions let a way use an edge. A way stays in Mauritania, off ferries, unless crossing is allowed. */
export function isPermitted(graph: RoadGraph, edge: number, options: NetworkOptions): boolean {
  if (!options.allowCrossing && (isFerry(graph, edge) || isAbroad(graph, edge))) return false
  const grade = graph.edgeGrade[edge]
  if (grade === 1) return options.allowDocumented
  if (grade === 2) {
    return options.allowPresumed && graph.gaps.get(edge)!.gapMetres <= options.maxPresumedMetres
  }
  return true
}

/** Whether a vehicle may be on an edge at all: permitted, not barred for it, whatever the day cuts. */
export function isUsable(graph: RoadGraph, edge: number, options: NetworkOptions): boolean {
  return isPermitted(graph, edge, options) && conditionsOf(graph, options).edgeCentiseconds[edge]! < CLOSED
}

/** Hundredths of a second or of a metre between two places of an edge; `CLOSED` where a cut lies between them. */
export function costBetween(
  graph: RoadGraph,
  edge: number,
  fromFraction: number,
  toFraction: number,
  options: NetworkOptions,
  by: 'time' | 'distance',
): number {
  if (!isUsable(graph, edge, options)) return CLOSED
  const conditions = conditionsOf(graph, options)
  if (!isOpenBetween(conditions, edge, fromFraction, toFraction)) return CLOSED
  const share = Math.abs(toFraction - fromFraction)
  const whole = by === 'time' ? conditions.edgeCentiseconds[edge]! : centimetresOf(graph, edge)
  return Math.round(share * whole)
}

function centimetresOf(graph: RoadGraph, edge: number): number {
  return Math.min(CLOSED - 1, Math.round(graph.edgeLengthMetres[edge]! * 100))
}

/**
 * Weighs every arc for some permissions and conditions. The last results are kept with both, so asking again is free.
 * The search asks nothing else of the day, the vehicle and the permissions.
 */
export function weighArcs(graph: RoadGraph, options: NetworkOptions): ArcCosts {
  const conditions = conditionsOf(graph, options)
  const ofGraph = kept.get(graph) ?? new WeakMap<RoadConditions, Map<string, ArcCosts>>()
  kept.set(graph, ofGraph)
  const ofState = ofGraph.get(conditions) ?? new Map<string, ArcCosts>()
  ofGraph.set(conditions, ofState)
  const limit = options.allowPresumed ? options.maxPresumedMetres : -1
  const key = `${options.allowCrossing} ${options.allowDocumented} ${limit}`
  const found = ofState.get(key)
  if (found) return found
  const costs = computeArcCosts(graph, options, conditions)
  if (ofState.size >= KEPT) ofState.delete(ofState.keys().next().value!)
  ofState.set(key, costs)
  return costs
}

function computeArcCosts(graph: RoadGraph, options: NetworkOptions, conditions: RoadConditions): ArcCosts {
  const { arcEdge, arcAccess, edgeCount } = graph
  const { edgeCentiseconds, cuts, modeBit } = conditions
  const edgeCosts = edgeCentiseconds.slice()
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isPermitted(graph, edge, options)) edgeCosts[edge] = CLOSED
  }
  for (const edge of cuts.keys()) edgeCosts[edge] = CLOSED
  const centiseconds = new Int32Array(arcEdge.length)
  for (let arc = 0; arc < arcEdge.length; arc++) {
    centiseconds[arc] = arcAccess[arc]! & modeBit ? edgeCosts[arcEdge[arc]!]! : CLOSED
  }
  let centimetres: Int32Array | undefined
  return {
    centiseconds,
    get centimetres() {
      centimetres ??= centiseconds.map((cost, arc) =>
        cost === CLOSED ? CLOSED : centimetresOf(graph, arcEdge[arc]!),
      )
      return centimetres
    },
  }
}
