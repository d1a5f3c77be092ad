import type { RoadGraph } from '../road-network/graph.ts'
import type { AccessMask } from '../road-network/road-codes.ts'
import type {
  ClosureCause,
  ConditionLevel,
  GroundState,
  IsoDate,
  LearnedSpeed,
  RoadClosure,
  RoadEdit,
  SeasonCalendar,
  VehicleProfile,
} from './types.ts'

/** What is asked of the roads: a day, what is known of it, and who travels. */
export interface RoadState {
  /** null = no day: the dry season without closures. */
  date: IsoDate | null
  vehicle: VehicleProfile
  calendars: readonly SeasonCalendar[]
  /** All that are known; those that do not act on the day are left out here. */
  closures: readonly RoadClosure[]
  /** Accepted ones. */
  edits: readonly RoadEdit[]
  /** By edge index, for the state of the ground on the day. */
  learned?: ReadonlyMap<number, LearnedSpeed>
}

/** Why a stretch is not as it is in the dry season. */
export type RoadCause =
  | {
      kind: 'season'
      calendarId: string
      phase: number
      level: ConditionLevel
      nameFr: string
      nameEn: string
      since: IsoDate
      until: IsoDate
    }
  | {
      kind: 'closure'
      closureId: string
      level: ConditionLevel
      cause: ClosureCause
      since: IsoDate
      confidence: number
    }
  | { kind: 'edit'; editId: string; level: ConditionLevel; since: IsoDate | null }
  | { kind: 'avoided'; level: 'cut' }

/** Both ends included, as fractions of the edge's length. */
export type Interval = readonly [from: number, to: number]

/** What an answer says of the state that it used. */
export interface StateUsed {
  date: IsoDate | null
  vehicleId: string
  /** Phases that hold on the day, by calendar. */
  phases: readonly { calendarId: string; nameFr: string; nameEn: string }[]
  groundState: GroundState
  /** Closures that act, and those among them that touch no road. */
  closureCount: number
  unboundClosureIds: readonly string[]
  editCount: number
  /** Edges whose time was taught by passages. */
  learnedEdgeCount: number
}

/**
 * The state of every edge for one vehicle on one day. Times are whole hundredths of a second, so that sums are exact
 * whatever their order.
 */
export interface RoadConditions {
  readonly used: StateUsed
  readonly vehicle: VehicleProfile
  readonly modeBit: AccessMask
  /** Time over the whole edge where nothing cuts it; `CLOSED` where the vehicle never goes. */
  readonly edgeCentiseconds: Int32Array
  /** Place in `LEVELS`, for this vehicle. */
  readonly edgeLevel: Uint8Array
  /** Place in `causes` plus 1 of what weighs most on the edge; 0 = nothing. */
  readonly edgeCause: Uint16Array
  readonly causes: readonly RoadCause[]
  /** Where the cut edges cannot be passed: an edge is cut exactly when it is in here. */
  readonly cuts: ReadonlyMap<number, readonly Interval[]>
  /** Edges whose time was taught by passages. */
  readonly learned: ReadonlyMap<number, LearnedSpeed>
}

/** Whether an edge can be driven from end to end. */
export function isPassable(conditions: RoadConditions, edge: number): boolean {
  return !conditions.cuts.has(edge)
}

/** Whether no cut lies between two places of an edge. */
export function isOpenBetween(
  conditions: RoadConditions,
  edge: number,
  fromFraction: number,
  toFraction: number,
): boolean {
  const cuts = conditions.cuts.get(edge)
  if (!cuts) return true
  const low = Math.min(fromFraction, toFraction)
  const high = Math.max(fromFraction, toFraction)
  return cuts.every(([from, to]) => to < low || from > high)
}

/** What weighs on an edge, or null. */
export function causeOn(conditions: RoadConditions, edge: number): RoadCause | null {
  const place = conditions.edgeCause[edge]!
  return place === 0 ? null : conditions.causes[place - 1]!
}

/** Bytes of the arrays of one state. */
export function conditionsBytes({ edgeCount }: Pick<RoadGraph, 'edgeCount'>): number {
  return (
    edgeCount * (Int32Array.BYTES_PER_ELEMENT + Uint8Array.BYTES_PER_ELEMENT + Uint16Array.BYTES_PER_ELEMENT)
  )
}
