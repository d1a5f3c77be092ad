import type { Itinerary } from '@borne/geodata/itinerary/mission-types'
import { writeIcs } from '@borne/geodata/itinerary/write-ics'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { itineraryEvents, missionEvent } from './calendar-events.ts'
import { findMissions, findPlacedPosts, type StoredMission } from './queries.ts'
import { findPlaces } from './settings-queries.ts'

/** How long a mission stays after its end. */
const KEPT_DAYS = 90
const REFRESH_HOURS = 1
/** Nobody puts a draft into the calendar of a colleague. */
const TOLD: readonly StoredMission['status'][] = ['submitted', 'cleared', 'under-way', 'done']

/**
 * The missions that the caller sees, as a calendar that programs read again and again: the days of each that was
 * submitted, and the visits and ways of each that was cleared, as they were cleared.
 */
export async function writeFeed(db: Db, publicUrl: string): Promise<string> {
  const since = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  const missions = (await findMissions(db, {}))
    .filter(({ status, until }) => TOLD.includes(status) && until >= since)
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id))
  const itineraries = await findClearedItineraries(db)
  const places = await findCalendarPlaces(db)
  const events = missions.flatMap((mission) => {
    const changedAt = mission.updatedAt
    const itinerary = mission.status === 'submitted' ? undefined : itineraries.get(mission.id)
    return [
      missionEvent(mission, { changedAt, url: `${publicUrl}/missions/${mission.id}` }),
      ...(itinerary ? itineraryEvents({ mission, places, itinerary, changedAt }) : []),
    ]
  })
  return writeIcs({ name: 'Missions – Borne', refreshHours: REFRESH_HOURS, events })
}

/** The itinerary with which each mission was last cleared. */
async function findClearedItineraries(db: Db): Promise<Map<string, Itinerary>> {
  const rows = await db.many<{ missionId: string; itinerary: Itinerary }>(sql`
    select distinct on (mission_id) mission_id as "missionId", payload -> 'itinerary' as itinerary
      from mission_event
     where kind = 'cleared'
     order by mission_id, ordinal desc`)
  return new Map(rows.map(({ missionId, itinerary }) => [missionId, itinerary]))
}

async function findCalendarPlaces(db: Db) {
  const known = [...(await findPlaces(db)), ...(await findPlacedPosts(db))]
  return new Map(known.map(({ id, name, position }) => [id, { name, position }]))
}
