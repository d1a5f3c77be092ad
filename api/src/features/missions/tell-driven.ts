import type { Position } from '@borne/geodata/geometry/position'
import { compareTrack, type DrivenLeg, type RecordedCourse } from '@borne/geodata/itinerary/compare-track'
import type { TimedDay } from '@borne/geodata/itinerary/mission-types'
import type { Caller } from '../../platform/access/caller.ts'
import type { Db } from '../../platform/db.ts'
import { buildQuestion } from './build-question.ts'
import type { DrivenDays } from './contract.ts'
import { describeMission } from './describe-mission.ts'
import { readTracks } from './documents/read-tracks.ts'

interface Asked {
  readonly db: Db
  readonly caller: Caller
}

/** What the tracks of a mission tell of the legs of the plan that was cleared. */
export async function tellDriven(asked: Asked, missionId: string, filesDir: string): Promise<DrivenDays> {
  const mission = await describeMission(asked, missionId)
  const cleared = mission.events.findLast((event) => event.kind === 'cleared')
  const tracks = await readTracks(asked.db, filesDir, mission.trackIds)
  if (cleared?.kind !== 'cleared' || tracks.length === 0) return { days: [], readTrackCount: tracks.length }
  const { question } = await buildQuestion(asked.db, mission)
  const positions = new Map(question.places.map(({ id, position }) => [id, position]))
  return {
    readTrackCount: tracks.length,
    days: cleared.payload.itinerary.days.map((day) => ({
      teamId: day.teamId,
      date: day.date,
      legs: compareTracks(
        day,
        tracks.map(({ course }) => course),
        (id) => positions.get(id),
      ),
    })),
  }
}

/** By the track that reaches most of the stops: which team it is of is not recorded. */
export function compareTracks(
  day: Pick<TimedDay, 'date' | 'legs'>,
  courses: readonly RecordedCourse[],
  positionOf: (placeId: string) => Position | undefined,
): (DrivenLeg | null)[] {
  const found = courses.map((course) => compareTrack(day, course, positionOf))
  const reached = (legs: readonly (DrivenLeg | null)[]) => legs.filter(Boolean).length
  return found.toSorted((a, b) => reached(b) - reached(a))[0] ?? []
}
