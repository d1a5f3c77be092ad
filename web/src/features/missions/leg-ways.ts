import { nearestOnLine } from '@borne/geodata/geometry/along-line'
import type { Position } from '@borne/geodata/geometry/position'
import type { PlanLeg } from '@borne/geodata/itinerary/force-way'
import type { MissionQuestion, TimedDay, TimedLeg, ViaPoint } from '@borne/geodata/itinerary/mission-types'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'

/** What is done to the way of a leg. */
export interface LegChoice {
  /** The leg whose way is looked at, on the map and in the panel. */
  readonly leg: PlanLeg | null
  /** The next point on the map is one to pass by. */
  readonly isPicking: boolean
}

/** A leg as it is drawn. */
export interface DrawnLeg {
  readonly leg: PlanLeg
  readonly line: readonly Position[]
  readonly isKnown: boolean
  readonly timed: Pick<TimedLeg, 'via' | 'hasWay'>
}

export function legOf({ teamId, date }: TimedDay, { fromPlaceId, toPlaceId }: TimedLeg): PlanLeg {
  return { teamId, date, fromPlaceId, toPlaceId }
}

export function isSameLeg(one: PlanLeg | null, other: PlanLeg): boolean {
  return (
    one !== null &&
    one.teamId === other.teamId &&
    one.date === other.date &&
    one.fromPlaceId === other.fromPlaceId &&
    one.toPlaceId === other.toPlaceId
  )
}

/** The legs of a plan with their courses; straight from point to point where the roads are not known. */
export function drawnLegs(
  { places }: Pick<MissionQuestion, 'places'>,
  { itinerary, lines }: Pick<TimedPlan, 'itinerary' | 'lines'>,
): DrawnLeg[] {
  const at = (placeId: string) => {
    const place = places.find(({ id }) => id === placeId)
    return place ? [place.position] : []
  }
  return itinerary.days.flatMap((day, dayIndex) =>
    day.legs.flatMap((timed, index): DrawnLeg[] => {
      if (timed.fromPlaceId === timed.toPlaceId) return []
      const known = lines[dayIndex]?.[index]
      const passed = timed.via?.flatMap(({ passes }) => (passes ? [passes] : [])) ?? []
      const line = known ?? [...at(timed.fromPlaceId), ...passed, ...at(timed.toPlaceId)]
      return line.length < 2 ? [] : [{ leg: legOf(day, timed), line, isKnown: Boolean(known), timed }]
    }),
  )
}

/** The points of a leg with one more, where its line is grabbed: between those that it passes before and after. */
export function withPoint(
  { line, timed }: { readonly line: readonly Position[]; readonly timed: Pick<TimedLeg, 'via'> },
  grabbed: Position,
  point: ViaPoint,
): ViaPoint[] {
  const along = (position: Position) => nearestOnLine(line, position).fraction
  const via = timed.via ?? []
  const before = via.filter(({ position, passes }) => along(passes ?? position) < along(grabbed)).length
  return [...via.slice(0, before).map(asPoint), point, ...via.slice(before).map(asPoint)]
}

export function asPoint({ position, name }: ViaPoint): ViaPoint {
  return { position, name }
}
