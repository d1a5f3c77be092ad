import type { Position } from '../geometry/position.ts'
import { DEFAULT_NETWORK_OPTIONS } from '../road-network/arc-costs.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import { isAcrossBorder, type NetworkSegment } from '../road-network/places.ts'
import { snapToRoad } from '../road-network/snap.ts'
import { avoidAreas } from '../road-state/avoid-areas.ts'
import type { RoadConditions } from '../road-state/conditions.ts'
import type { IsoDate } from '../road-state/types.ts'
import { driveOver, type LegCourse, lineOver, type VehicleOnRoads } from './drive-over.ts'
import { isSameTravel, measureTravel, travelTogether } from './measure-travel.ts'
import type {
  DayTravel,
  MissionQuestion,
  TimedDay,
  TimedLeg,
  TravelAsk,
  TravelOf,
  WayOver,
} from './mission-types.ts'
import { travelAskOf } from './travel-asks.ts'

/** The roads on the days of a mission, for each vehicle profile in it. */
export interface MissionRoads {
  readonly graph: RoadGraph
  /** The border of the country that a way stays in unless crossing is allowed. */
  readonly borders: readonly Pick<NetworkSegment, 'coordinates'>[]
  /** @throws RangeError for a day or profile that is not the mission's. */
  conditionsOf(date: IsoDate, profileId: string): RoadConditions
}

export interface OpenTravel {
  readonly travelOf: TravelOf
  /** Of a way that is forced over points. */
  readonly wayOver: WayOver
  /**
   * The way that travel between two places (by index) is measured on, of the slowest vehicle, with its ends off the road; null = no
   * way. Points that no road leads by are left out.
   */
  lineOf(ask: TravelAsk, from: number, to: number, via?: readonly Position[]): LegCourse | null
  /** The ways of an itinerary's legs, for `checkMission` and for the map. */
  readonly legLines: (day: TimedDay, leg: number) => LegCourse | null
}

/** Farther from a road than this, ways along roads say nothing about a place. */
const FARTHEST_OFF_ROAD_METRES = 25_000

/** One vehicle profile under one state of the roads: days on which nothing changes share it. */
interface Driven extends VehicleOnRoads {
  readonly travel: DayTravel
}

/**
 * Answers what a mission asks of the roads; each different state is measured once.
 *
 * Uses mapped roads and those of unknown course, not presumed connectors. A place whose nearest road lies across the border is on
 * no road unless crossing is allowed.
 */
export function openTravel(roads: MissionRoads, question: MissionQuestion): OpenTravel {
  const states = new Map<string, RoadConditions[]>()
  const driven = new Map<RoadConditions, Map<string, Driven>>()
  const joined = new Map<string, DayTravel>()

  const stateOf = (date: IsoDate, profileId: string): RoadConditions => {
    const conditions = roads.conditionsOf(date, profileId)
    const known = states.get(profileId) ?? []
    states.set(profileId, known)
    const same = known.find((one) => one === conditions || isSameTravel(one, conditions))
    if (!same) known.push(conditions)
    return same ?? conditions
  }
  const drive = (ask: TravelAsk, profileId: string): Driven => {
    const state = stateOf(ask.date, profileId)
    const ofState = driven.get(state) ?? new Map<string, Driven>()
    driven.set(state, ofState)
    const key = JSON.stringify([ask.avoidedAreaIds, ask.allowCrossing])
    const found = ofState.get(key) ?? measure(roads, question, state, ask)
    ofState.set(key, found)
    return found
  }
  const together = (ask: TravelAsk, from: number, to: number, via: readonly Position[]) =>
    driveOver(
      roads.graph,
      ask.profileIds.map((profileId) => drive(ask, profileId)),
      [from, to],
      via,
    )
  const lineOf: OpenTravel['lineOf'] = (ask, from, to, via = []) => {
    const driven = together(ask, from, to, via)
    return driven && lineOver(roads.graph, driven.slowest)
  }
  const indexOf = (placeId: string) => question.places.findIndex(({ id }) => id === placeId)
  return {
    travelOf: (ask) => {
      const key = JSON.stringify([ask.date, ask.profileIds, ask.avoidedAreaIds, ask.allowCrossing])
      const known = joined.get(key)
      const travel = known ?? travelTogether(ask.profileIds.map((profileId) => drive(ask, profileId).travel))
      joined.set(key, travel)
      return travel
    },
    wayOver: (ask, from, to, via) => together(ask, from, to, via)?.travel ?? null,
    lineOf,
    legLines: (day, index) => {
      const leg = day.legs[index]!
      if (!leg.hasWay) return null
      for (const ask of asksOfLeg(question, day, leg)) {
        const passed = leg.via?.flatMap(({ position, passes }) => (passes ? [position] : []))
        const line = lineOf(ask, indexOf(leg.fromPlaceId), indexOf(leg.toPlaceId), passed)
        if (line) return line
      }
      return null
    },
  }
}

/** As `timeMission` asks for a leg: over everything where the team may take no way that is allowed. */
function asksOfLeg(
  question: MissionQuestion,
  { teamId, date }: TimedDay,
  { ignoresAreas }: TimedLeg,
): TravelAsk[] {
  const team = question.teams.find(({ id }) => id === teamId)
  if (!team || team.vehicles.length === 0) return []
  const allowed = travelAskOf(question, team, date)
  if (!ignoresAreas) return allowed ? [allowed] : []
  const profileIds = team.vehicles.map(({ profileId }) => profileId).sort()
  const free = { date, profileIds, avoidedAreaIds: [], allowCrossing: allowed?.allowCrossing ?? false }
  return [free, { ...free, allowCrossing: true }]
}

function measure(
  { graph, borders }: MissionRoads,
  { places, areas }: MissionQuestion,
  state: RoadConditions,
  { avoidedAreaIds, allowCrossing }: TravelAsk,
): Driven {
  const avoided = areas.filter(({ id }) => avoidedAreaIds.includes(id)).map(({ polygon }) => polygon)
  const options = { ...DEFAULT_NETWORK_OPTIONS, allowCrossing, conditions: avoidAreas(graph, state, avoided) }
  const points = places.map(({ position }) => {
    const point = snapToRoad(graph, position, options, FARTHEST_OFF_ROAD_METRES)
    const isAway = point && !allowCrossing && isAcrossBorder({ borders }, position, point.snappedPosition)
    return isAway ? null : point
  })
  return { options, points, travel: measureTravel(graph, points, options) }
}
