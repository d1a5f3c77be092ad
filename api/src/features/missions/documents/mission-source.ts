import { join } from 'node:path'
import type {
  Itinerary,
  MissionPlace,
  MissionQuestion,
  TimedDay,
} from '@borne/geodata/itinerary/mission-types'
import { findMapGround, type MapGround } from '../../../platform/documents/map-ground.ts'
import { problem } from '../../../platform/problems.ts'
import type { LegCourses } from '../answer-mission.ts'
import { buildQuestion } from '../build-question.ts'
import type { Mission, MissionSettings } from '../contract.ts'
import { describeMission } from '../describe-mission.ts'
import { type Asked, drawCourses, timePlan } from '../mission-travel.ts'
import { findSettings } from '../settings-queries.ts'
import { mapBox } from './map-box.ts'
import { type DrivenTrack, readTracks } from './read-tracks.ts'

/** All that the papers of a mission are made of, as the caller may see it. */
export interface MissionSource {
  readonly mission: Mission
  readonly question: MissionQuestion
  readonly settings: MissionSettings
  /** As it was cleared, once it was; else of the plan as it is. */
  readonly itinerary: Itinerary
  readonly courses: LegCourses
  readonly knownAt: string
  /** What lies around the way. */
  loadGround(): Promise<MapGround>
  /** The recorded courses of the mission’s tracks. */
  loadTracks(): Promise<readonly DrivenTrack[]>
}

const CLEARED = ['cleared', 'under-way', 'done']

/** @throws problem `mission-without-plan` as long as nothing is planned. */
export async function gatherSource(asked: Asked, missionId: string): Promise<MissionSource> {
  const { app, request } = asked
  const { db } = request
  const mission = await describeMission(request, missionId)
  const { question } = await buildQuestion(db, mission)
  const itinerary = await findItinerary(asked, mission, question)
  const courses = await drawCourses(asked, question, itinerary)
  return {
    mission,
    question,
    settings: await findSettings(db),
    itinerary,
    courses,
    knownAt: new Date().toISOString(),
    loadGround: () => findMapGround(db, mapBox(question, courses)),
    loadTracks: () => readTracks(db, join(app.config.filesDir), mission.trackIds),
  }
}

async function findItinerary(
  asked: Asked,
  { status, events, plan, reference }: Mission,
  question: MissionQuestion,
): Promise<Itinerary> {
  const cleared = events.findLast((event) => event.kind === 'cleared')
  if (cleared?.kind === 'cleared' && CLEARED.includes(status)) return cleared.payload.itinerary
  if (plan === null) throw problem('mission-without-plan', { reference })
  return (await timePlan(asked, question, plan)).itinerary
}

export function placeOf(
  { question }: Pick<MissionSource, 'question'>,
  placeId: string,
): MissionPlace | undefined {
  return question.places.find(({ id }) => id === placeId)
}

export function nameOf(source: Pick<MissionSource, 'question'>, placeId: string): string {
  return placeOf(source, placeId)?.name ?? '—'
}

export function teamName({ mission }: Pick<MissionSource, 'mission'>, teamId: string | null): string {
  return mission.teams.find(({ id }) => id === teamId)?.name ?? '—'
}

/** Days on which a team goes anywhere, in the order of the dates. */
export function travelDays({ itinerary }: Pick<MissionSource, 'itinerary'>): TimedDay[] {
  return itinerary.days
    .filter(({ legs, visits }) => visits.length > 0 || legs.some(({ metres }) => metres > 0))
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.teamId.localeCompare(b.teamId))
}
