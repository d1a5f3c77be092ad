import { isFerry, type RoadGraph } from '../road-network/graph.ts'
import { HIGHWAYS, type Highway } from '../road-network/road-codes.ts'
import { groundStateOf } from '../road-state/compile-road-state.ts'
import { edgeKmh } from '../road-state/edge-speed.ts'
import { priorLogSpread } from '../road-state/prior-spread.ts'
import { phasesOn } from '../road-state/season-on.ts'
import type { GroundState, IsoDate, SeasonCalendar, VehicleProfile } from '../road-state/types.ts'
import { learnSpeeds, type Passage, type SpeedLearning } from './learn-speeds.ts'

/** A passage as it was kept, over an edge of the graph or a part of it. */
export interface KeptPassage {
  edge: number
  /** Driven share (0–1) of the edge's length. */
  share: number
  metres: number
  /** Halts included. */
  seconds: number
  haltSeconds: number
  /** In UTC. */
  day: IsoDate
  vehicle: VehicleProfile
}

/**
 * What passages teach of the edges in one state of the ground: each is weighed against the time that its own vehicle's
 * profile gives on its own day, so that a lorry's passage and a car's speak of the same road.
 *
 * @param passages Those of other states of the ground are left out, as are those over ferries, where one waits.
 * @param calendars They tell the state of the ground on a day, as for `compileRoadState`.
 */
export function weighPassages(
  graph: RoadGraph,
  passages: Iterable<KeptPassage>,
  calendars: readonly SeasonCalendar[],
  groundState: GroundState,
): SpeedLearning {
  const highwayOf = (edge: number) => HIGHWAYS[graph.edgeHighway[edge]!]!
  return learnSpeeds(comparable(graph, passages, calendars, groundState), {
    classOf: highwayOf,
    priorSpreadOf: (highway) => priorLogSpread(highway as Highway, groundState),
  })
}

function* comparable(
  graph: RoadGraph,
  passages: Iterable<KeptPassage>,
  calendars: readonly SeasonCalendar[],
  groundState: GroundState,
): Generator<Passage> {
  const days = new Map<IsoDate, { groundState: GroundState; isWet: boolean }>()
  const stateOf = (day: IsoDate) => {
    const known = days.get(day) ?? groundOn(calendars, day)
    days.set(day, known)
    return known
  }
  for (const { edge, day, metres, vehicle, ...passage } of passages) {
    const ground = stateOf(day)
    if (ground.groundState !== groundState || isFerry(graph, edge)) continue
    const kmh = edgeKmh(graph, edge, vehicle, ground.isWet)
    if (kmh > 0) yield { edge, ...passage, priorSeconds: (3.6 * metres) / kmh }
  }
}

function groundOn(calendars: readonly SeasonCalendar[], day: IsoDate) {
  const phases = phasesOn(calendars, day)
  const isWet = phases.some(({ phase }) => phase.effects.some(({ on }) => on === 'wet-ground'))
  return { groundState: groundStateOf(phases), isWet }
}
