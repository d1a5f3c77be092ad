import { sphericalMetres } from '../geometry/distance.ts'
import { edgeLine, isFerry, type RoadGraph } from '../road-network/graph.ts'
import { GROUNDS, HIGHWAYS, modeBit } from '../road-network/road-codes.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import { type Bound, bindGeometry } from './bind-geometry.ts'
import { closuresOn, confidenceAt } from './closures-on.ts'
import type { Interval, RoadCause, RoadConditions, RoadState, StateUsed } from './conditions.ts'
import { edgeKmh, isTrack, kmhOn, speedsOf } from './edge-speed.ts'
import { type HeldPhase, phasesOn } from './season-on.ts'
import {
  type ConditionLevel,
  type Exposure,
  type GroundState,
  type IsoDate,
  LEVELS,
  type RoadEdit,
  type SeasonCalendar,
  type SeasonEffect,
  type VehicleProfile,
} from './types.ts'

/** A running wadi makes the road bad this far on either side of it. */
const WADI_REACH_METRES = 500

/** State of the edges while it is being worked out. */
interface Draft {
  readonly graph: RoadGraph
  readonly vehicle: VehicleProfile
  readonly edgeLevel: Uint8Array
  readonly edgeCause: Uint16Array
  /** Time ÷ time without what happens on the day. */
  readonly slowing: Float32Array
  readonly causes: RoadCause[]
  readonly cuts: Map<number, Interval[]>
}

/**
 * Works out what a day, its closures and the edits of people make of every edge, for one vehicle.
 *
 * Of several things on one edge the worst level is told; slowings do not multiply, the greatest counts. Learned times
 * replace those of the profile, since they were driven in that state of the ground.
 *
 * @param state With `date: null` nothing but the edits applies.
 * @throws RangeError naming the vehicle whose speed on some class is negative or not a number.
 */
export function compileRoadState(graph: RoadGraph, state: RoadState): RoadConditions {
  const { vehicle, date } = state
  for (const [highway, kmh] of Object.entries(vehicle.kmhByHighway)) {
    if (!(kmh > 0)) throw new RangeError(`vehicle ${vehicle.id}: ${highway} at ${kmh} km/h`)
  }
  const draft: Draft = {
    graph,
    vehicle,
    edgeLevel: new Uint8Array(graph.edgeCount),
    edgeCause: new Uint16Array(graph.edgeCount),
    slowing: new Float32Array(graph.edgeCount).fill(1),
    causes: [],
    cuts: new Map(),
  }
  const phases = date === null ? [] : phasesOn(state.calendars, date)
  for (const held of phases) applyPhase(draft, held)
  const edits = state.edits.filter((edit) => isHeld(edit, date))
  for (const edit of edits) applyEdit(draft, edit)
  const closures = date === null ? [] : closuresOn(state.closures, date)
  const unbound = closures.filter((closure) => {
    const confidence = confidenceAt(closure, date!)
    const { id, cause, effect, startsAt, speedFactor } = closure
    const bound = bindGeometry(graph, closure.geometry)
    const told = {
      kind: 'closure',
      closureId: id,
      level: effect,
      cause,
      since: startsAt.slice(0, 10),
      confidence,
    } as const
    applyBound(draft, bound, told, speedFactor)
    return bound.size === 0
  })
  const isWet = phases.some(({ phase }) => phase.effects.some(({ on }) => on === 'wet-ground'))
  const learned = state.learned ?? new Map()
  const used: StateUsed = {
    date,
    vehicleId: vehicle.id,
    phases: phases.map(({ calendar, phase }) => ({
      calendarId: calendar.id,
      nameFr: phase.nameFr,
      nameEn: phase.nameEn,
    })),
    groundState: groundStateOf(phases),
    closureCount: closures.length,
    unboundClosureIds: unbound.map(({ id }) => id),
    editCount: edits.length,
    learnedEdgeCount: learned.size,
  }
  return {
    used,
    vehicle,
    modeBit: modeBit(vehicle.mode),
    edgeCentiseconds: weighEdges(draft, date, isWet, learned),
    edgeLevel: draft.edgeLevel,
    edgeCause: draft.edgeCause,
    causes: draft.causes,
    cuts: draft.cuts,
    learned,
  }
}

/** Which state of the ground a day amounts to; without a day it is dry. */
export function groundStateOn(calendars: readonly SeasonCalendar[], date: IsoDate | null): GroundState {
  return date === null ? 'dry' : groundStateOf(phasesOn(calendars, date))
}

/** Which state of the ground the phases of a day amount to: what passages are told apart by. */
export function groundStateOf(phases: readonly HeldPhase[]): GroundState {
  const has = (exposures: readonly Exposure[]) =>
    phases.some(({ phase }) => phase.effects.some(({ on }) => exposures.includes(on)))
  if (has(['flood-plain-track', 'flood-plain-road'])) return 'flooded'
  return has(['wet-ground', 'wadi-on-track', 'wadi-on-road']) ? 'wet' : 'dry'
}

function applyPhase(draft: Draft, { calendar, index, phase, since, until }: HeldPhase): void {
  const tell = (level: ConditionLevel): RoadCause => ({
    kind: 'season',
    calendarId: calendar.id,
    phase: index,
    level,
    nameFr: phase.nameFr,
    nameEn: phase.nameEn,
    since,
    until,
  })
  const on = (exposure: Exposure) => phase.effects.find((effect) => effect.on === exposure)
  const wadis = [on('wadi-on-road'), on('wadi-on-track')] as const
  const plains = [on('flood-plain-road'), on('flood-plain-track')] as const
  const { graph } = draft
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const kind = isTrack(graph, edge) ? 1 : 0
    const wadi = wadis[kind]
    if (wadi) applyWadis(draft, edge, wadi, tell)
    const plain = plains[kind]
    if (plain && calendar.reachMetres !== null) applyPlain(draft, edge, plain, calendar.reachMetres, tell)
  }
}

type Tell = (level: ConditionLevel) => RoadCause

function applyWadis(draft: Draft, edge: number, effect: SeasonEffect, tell: Tell): void {
  const { wadiStart, wadiAt, edgeLengthMetres } = draft.graph
  const places = wadiAt.subarray(wadiStart[edge]!, wadiStart[edge + 1]!)
  if (places.length === 0) return
  const share = Math.min(1, (places.length * 2 * WADI_REACH_METRES) / edgeLengthMetres[edge]!)
  const intervals = Array.from(places, (at): Interval => [at, at])
  apply(draft, edge, intervals, share, effect.speedFactor, tell(effect.level))
}

function applyPlain(draft: Draft, edge: number, effect: SeasonEffect, reachMetres: number, tell: Tell): void {
  const stretch = stretchNearRiver(draft.graph, edge, reachMetres)
  if (!stretch) return
  apply(draft, edge, [stretch], stretch[1] - stretch[0], effect.speedFactor, tell(effect.level))
}

/** From the first to the last position of an edge within some metres of a river that floods. */
function stretchNearRiver(graph: RoadGraph, edge: number, reachMetres: number): Interval | null {
  const start = graph.coordinateStart[edge]!
  const end = graph.coordinateStart[edge + 1]!
  let first = -1
  let last = -1
  for (let i = start; i < end; i++) {
    if (graph.riverMetres[i]! > reachMetres) continue
    if (first < 0) first = i - start
    last = i - start
  }
  if (first < 0) return null
  const line = edgeLine(graph, edge)
  const passed = [0]
  for (let i = 1; i < line.length; i++) passed.push(passed[i - 1]! + sphericalMetres(line[i - 1]!, line[i]!))
  const total = passed.at(-1)!
  return total > 0 ? [passed[first]! / total, passed[last]! / total] : [0, 1]
}

/** Without a day, what people corrected counts, whenever it begins. */
function isHeld(
  { validFrom, validUntil }: Pick<RoadEdit, 'validFrom' | 'validUntil'>,
  date: string | null,
): boolean {
  if (date === null) return validUntil === null
  return (validFrom ?? '') <= date && date <= (validUntil ?? '9999-12-31')
}

/** A road that is not there is cut; one that changed is weighed as it is now. Added ones are edges already. */
function applyEdit(draft: Draft, edit: RoadEdit): void {
  if (edit.kind === 'add') return
  const { graph, vehicle } = draft
  const bound = bindGeometry(graph, edit.geometry)
  const cause = { kind: 'edit', editId: edit.id, since: edit.validFrom } as const
  if (edit.kind === 'remove') {
    applyBound(draft, bound, { ...cause, level: 'cut' }, 1)
    return
  }
  for (const [edge, intervals] of bound) {
    const highway = edit.highway ?? HIGHWAYS[graph.edgeHighway[edge]!]!
    const ground = edit.ground ?? GROUNDS[graph.edgeGround[edge]!]!
    const kmh = kmhOn(vehicle, false, highway, ground, 'mapped')
    const before = edgeKmh(graph, edge, vehicle, false)
    if (kmh <= 0) apply(draft, edge, intervals, 1, 1, { ...cause, level: 'cut' })
    else if (before > 0) {
      draft.slowing[edge] = draft.slowing[edge]! * (1 + shareOf(intervals) * (before / kmh - 1))
      name(draft, edge, { ...cause, level: 'open' })
    }
  }
}

function applyBound(draft: Draft, bound: Bound, cause: RoadCause, speedFactor: number): void {
  for (const [edge, intervals] of bound) apply(draft, edge, intervals, shareOf(intervals), speedFactor, cause)
}

function shareOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, [from, to]) => sum + to - from, 0)
}

function apply(
  draft: Draft,
  edge: number,
  intervals: readonly Interval[],
  share: number,
  speedFactor: number,
  cause: RoadCause,
): void {
  const isCut =
    cause.level === 'cut' || (cause.level === 'four-wheel-drive' && !draft.vehicle.passesFourWheelDrive)
  if (isCut) draft.cuts.set(edge, [...(draft.cuts.get(edge) ?? []), ...intervals])
  else draft.slowing[edge] = Math.max(draft.slowing[edge]!, 1 + share * (1 / speedFactor - 1))
  name(draft, edge, isCut ? ({ ...cause, level: 'cut' } as RoadCause) : cause)
}

/** Remembers the worst of what weighs on an edge. */
function name(draft: Draft, edge: number, cause: RoadCause): void {
  const level = LEVELS.indexOf(cause.level)
  if (draft.edgeCause[edge] !== 0 && level <= draft.edgeLevel[edge]!) return
  const known = draft.causes.findIndex((other) => isSame(other, cause))
  draft.edgeLevel[edge] = level
  draft.edgeCause[edge] = known >= 0 ? known + 1 : draft.causes.push(cause)
}

function isSame(a: RoadCause, b: RoadCause): boolean {
  if (a.kind !== b.kind || a.level !== b.level) return false
  if (a.kind === 'season' && b.kind === 'season') return a.calendarId === b.calendarId && a.phase === b.phase
  if (a.kind === 'closure' && b.kind === 'closure') return a.closureId === b.closureId
  return a.kind === 'avoided' || (a.kind === 'edit' && b.kind === 'edit' && a.editId === b.editId)
}

/** Hundredths of a second, the wait for ferries included; `CLOSED` where the vehicle never goes, or no road is yet. */
function weighEdges(
  { graph, vehicle, slowing }: Draft,
  date: IsoDate | null,
  isWet: boolean,
  learned: RoadState['learned'],
): Int32Array {
  const halfWaitCentiseconds = (vehicle.ferry?.waitMinutes ?? 0) * 3000
  const kmhOf = speedsOf(graph, vehicle, isWet)
  const { edgeLengthMetres, isOnLand, edgeFrom, edgeTo, additions } = graph
  const weighed = new Int32Array(graph.edgeCount)
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const kmh = kmhOf(edge)
    const taught = learned?.get(edge)
    const factor = taught ? Math.exp(taught.logFactor) : slowing[edge]!
    let centiseconds = ((edgeLengthMetres[edge]! * 360) / kmh) * factor
    if (isFerry(graph, edge)) {
      centiseconds += (isOnLand[edgeFrom[edge]!]! + isOnLand[edgeTo[edge]!]!) * halfWaitCentiseconds
    }
    weighed[edge] = kmh > 0 ? Math.min(CLOSED - 1, Math.round(centiseconds)) : CLOSED
  }
  for (const [edge, added] of additions) if (!isHeld(added, date)) weighed[edge] = CLOSED
  return weighed
}
