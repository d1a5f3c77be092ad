import type { Mission, MissionEvent } from '@borne/api/contracts/missions'
import type { TimedDay, TimedLeg } from '@borne/geodata/itinerary/mission-types'
import type { FieldEvent, KeptEvent } from './kept-events.ts'

export const STEPS = ['submitted', 'cleared', 'begun', 'done'] as const
export type Step = (typeof STEPS)[number]

/** The events that the state of a mission rests on; what was taken back by a refusal or a change is not among them. */
export function standingSteps(events: readonly MissionEvent[]): ReadonlyMap<string, MissionEvent> {
  const standing = new Map<string, MissionEvent>()
  for (const event of events) {
    if (event.kind === 'reopened' || event.kind === 'submitted') standing.clear()
    if (event.kind === 'refused') standing.clear()
    if (event.kind !== 'checked-in' && event.kind !== 'deviated') standing.set(event.kind, event)
  }
  return standing
}

/** The mission as it will be once what waits on the device is sent; what the server refused does not count. */
export function withKept(mission: Mission, kept: readonly KeptEvent[]): Mission {
  let after = mission
  for (const { missionId, refusal, event, accountId } of kept) {
    const isKnown = mission.events.some(({ id }) => id === event.id)
    if (missionId === mission.id && refusal === null && !isKnown) after = afterEvent(after, event, accountId)
  }
  return after
}

function afterEvent(mission: Mission, event: FieldEvent, accountId: string): Mission {
  const { id: missionId, events } = mission
  const { happenedAt } = event
  const recorded = {
    ...event,
    missionId,
    ordinal: events.length + 1,
    recordedAt: happenedAt,
    recordedBy: accountId,
    recordedByName: null,
  }
  const heardOf = 'teamId' in event.payload ? event.payload.teamId : null
  const overdue = mission.overdue.filter(({ teamId }) => teamId !== heardOf)
  return { ...mission, ...STATE_AFTER[event.kind], overdue, events: [...events, recorded as MissionEvent] }
}

const STATE_AFTER: Record<FieldEvent['kind'], Partial<Mission>> = {
  begun: { status: 'under-way', mayRecord: ['checked-in', 'deviated', 'done'] },
  'checked-in': {},
  deviated: {},
  done: { status: 'done', mayRecord: [] },
}

/** The days of the plan that was cleared. */
export function clearedDays(events: readonly MissionEvent[]): readonly TimedDay[] {
  const cleared = standingSteps(events).get('cleared')
  return cleared?.kind === 'cleared' ? cleared.payload.itinerary.days : []
}

export interface CourseLeg {
  readonly day: TimedDay
  readonly leg: TimedLeg
  /** Where it stands in the legs of its day. */
  readonly index: number
  /** When the team told that it had arrived; null: not told. */
  readonly arrivedAt: string | null
}

/** The legs that a team drives, in order, with the arrivals that it told of; one told of later is of a later leg. */
export function courseOfTeam(
  days: readonly TimedDay[],
  events: readonly MissionEvent[],
  teamId: string,
): CourseLeg[] {
  const legs: CourseLeg[] = days
    .filter((day) => day.teamId === teamId)
    .flatMap((day) => day.legs.map((leg, index) => ({ day, leg, index, arrivedAt: null })))
    .filter(({ leg }) => leg.fromPlaceId !== leg.toPlaceId)
  let arrived = 0
  for (const event of events) {
    if (event.kind !== 'checked-in' || event.payload.teamId !== teamId) continue
    const at = legs.findIndex(({ leg }, index) => index >= arrived && leg.toPlaceId === event.payload.placeId)
    if (at < 0) continue
    legs[at] = { ...legs[at]!, arrivedAt: event.happenedAt }
    arrived = at + 1
  }
  return legs
}

/** The leg that the team is on, or that comes next: after the last one that it told the end of. Undefined at the end. */
export function nextLeg(course: readonly CourseLeg[]): CourseLeg | undefined {
  return course[course.findLastIndex(({ arrivedAt }) => arrivedAt !== null) + 1]
}

/** On which day somebody checked in at a place; null: nobody did. */
export function checkedInOn(events: readonly MissionEvent[], placeId: string): string | null {
  const found = events.find((event) => event.kind === 'checked-in' && event.payload.placeId === placeId)
  return found ? found.happenedAt.slice(0, 10) : null
}
